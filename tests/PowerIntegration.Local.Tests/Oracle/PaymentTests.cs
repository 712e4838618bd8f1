using System.Net;
using System.Net.Http;
using System.Text.Json.Nodes;
using PowerIntegration.Local.Oracle.Payables;
using Xunit;

namespace PowerIntegration.Local.Tests.Oracle;

public sealed class PaymentTests
{
    [Fact]
    public async Task A_part_and_then_the_rest_is_paid()
    {
        await using var pod = await Pod.StartAsync();
        await ValidatedAsync(pod, "A-1", 100m);
        var before = await pod.InvoiceAsync("A-1");
        pod.Clock.Advance(TimeSpan.FromDays(2));
        pod.Pay(new OraclePaidInvoice("A-1", 99.99m));
        var part = await pod.InvoiceAsync("A-1");
        Assert.Equal(("Partially paid", 99.99m, "Validated", 100m), Standing(part));
        Assert.Equal((string)before["LastUpdateDate"]!, (string)part["LastUpdateDate"]!);
        Assert.NotEqual(Indicator(before), Indicator(part));

        pod.Pay(new OraclePaidInvoice("A-1"));
        Assert.Equal(("Paid", 100m, "Validated", 100m), Standing(await pod.InvoiceAsync("A-1")));
        Assert.Equal(1, (int)(await pod.GetAsync("invoices?q=PaidStatus='Paid'"))["count"]!);
    }

    [Theory]
    [InlineData("0", "The payment amount 0 isn't valid for the invoice A-1 of Acme Concrete in Test BU, of which 100 is unpaid.")]
    [InlineData("-1", "The payment amount -1 isn't valid")]
    [InlineData("100.01", "The payment amount 100.01 isn't valid")]
    [InlineData("0.001", "The payment amount 0.001 isn't valid")]
    public async Task An_amount_that_is_no_part_of_what_is_unpaid_is_not_paid(string amount, string sentence)
    {
        await using var pod = await Pod.StartAsync();
        await ValidatedAsync(pod, "A-1", 100m);
        Refused(pod, sentence, new OraclePaidInvoice("A-1", decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(("Unpaid", 0m, "Validated", 100m), Standing(await pod.InvoiceAsync("A-1")));
    }

    [Fact]
    public async Task An_invoice_that_is_not_validated_is_not_paid()
    {
        await using var pod = await Pod.StartAsync();
        await pod.CreateAsync(Payload.Invoice("A-1", Payload.Matched(100m)));
        Refused(pod, "has the validation status Not validated and can't be paid. Validate it.", new OraclePaidInvoice("A-1"));
        await pod.ValidateAsync("A-1");
        using var patched = await pod.SendAsync(
            HttpMethod.Patch,
            Self(await pod.InvoiceAsync("A-1")),
            new JsonObject { ["InvoiceDate"] = "2025-10-30" }
        );
        Assert.Equal(HttpStatusCode.OK, patched.StatusCode);
        Refused(pod, "has the validation status Needs revalidation and can't be paid. Validate it.", new OraclePaidInvoice("A-1"));
    }

    [Fact]
    public async Task An_invoice_on_hold_is_not_paid_until_the_hold_is_released()
    {
        await using var pod = await Pod.StartAsync();
        await ValidatedAsync(pod, "A-1", 100m);
        var hold = await pod.HoldAsync("A-1");
        Assert.Equal("Needs revalidation", (string)(await pod.InvoiceAsync("A-1"))["ValidationStatus"]!);
        Refused(
            pod,
            "The invoice A-1 of Acme Concrete in Test BU has the hold Pay when paid and can't be paid. Release the hold.",
            new OraclePaidInvoice("A-1")
        );
        await pod.ValidateAsync("A-1");
        Refused(pod, "has the hold Pay when paid", new OraclePaidInvoice("A-1"));

        using var released = await pod.SendAsync(HttpMethod.Patch, hold, new JsonObject { ["ReleaseName"] = "Owner paid" });
        Assert.Equal(HttpStatusCode.OK, released.StatusCode);
        Assert.Equal("Validated", (string)(await pod.InvoiceAsync("A-1"))["ValidationStatus"]!);
        pod.Pay(new OraclePaidInvoice("A-1"));
        Assert.Equal("Paid", (string)(await pod.InvoiceAsync("A-1"))["PaidStatus"]!);
    }

    [Fact]
    public async Task A_hold_of_validation_stops_payment_too()
    {
        await using var pod = await Pod.StartAsync();
        await pod.CreateAsync(Payload.Invoice("A-1", Payload.Matched(1000.01m)));
        await pod.ValidateAsync("A-1");
        Refused(pod, "has the hold Amount Ordered", new OraclePaidInvoice("A-1"));
    }

    [Fact]
    public async Task One_name_held_twice_must_be_released_twice()
    {
        await using var pod = await Pod.StartAsync();
        await ValidatedAsync(pod, "A-1", 100m);
        var (first, second) = (await pod.HoldAsync("A-1"), await pod.HoldAsync("A-1"));
        foreach (var hold in new[] { first, second })
        {
            Refused(pod, "has the hold Pay when paid", new OraclePaidInvoice("A-1"));
            using var released = await pod.SendAsync(HttpMethod.Patch, hold, new JsonObject { ["ReleaseName"] = "Owner paid" });
        }

        pod.Pay(new OraclePaidInvoice("A-1"));
    }

    [Fact]
    public async Task An_invoice_that_requires_approval_is_not_paid()
    {
        await using var pod = await Pod.StartAsync();
        await pod.CreateAsync(Payload.Invoice("A-1", Payload.Matched(100m)).Without("InvoiceSource"));
        await pod.ValidateAsync("A-1");
        Refused(pod, "has the approval status Required and can't be paid.", new OraclePaidInvoice("A-1"));
    }

    [Fact]
    public async Task A_canceled_a_paid_or_an_unknown_invoice_is_not_paid()
    {
        await using var pod = await Pod.StartAsync();
        await ValidatedAsync(pod, "A-1", 100m);
        await pod.ActAsync("cancelInvoice", "A-1");
        Refused(pod, "is canceled and can't be paid.", new OraclePaidInvoice("A-1"));
        await ValidatedAsync(pod, "A-2", 100m);
        pod.Pay(new OraclePaidInvoice("A-2"));
        Refused(pod, "The invoice A-2 of Acme Concrete in Test BU is fully paid.", new OraclePaidInvoice("A-2", 1m));
        Refused(pod, "The invoice A-9 of Acme Concrete in Test BU doesn't exist.", new OraclePaidInvoice("A-9"));
    }

    [Fact]
    public async Task A_payment_needs_a_day_in_an_open_period()
    {
        await using var pod = await Pod.StartAsync();
        await ValidatedAsync(pod, "A-1", 100m);
        pod.Simulator.SetPeriodStatus("Nov-25", "Closed");
        Refused(pod, "in the period Nov-25 of Test BU, whose status is Closed", new OraclePaidInvoice("A-1"));
    }

    [Fact]
    public async Task A_memo_is_paid_together_with_an_invoice_that_it_lowers()
    {
        await using var pod = await Pod.StartAsync();
        await ValidatedAsync(pod, "A-1", 100m);
        await pod.CreateAsync(Payload.Invoice("A-2", Payload.Matched(-30m)).With("InvoiceType", "Credit memo"));
        await pod.ValidateAsync("A-2");
        Refused(pod, "The payment would come to -30. Pay a memo together with invoices that it lowers.", new OraclePaidInvoice("A-2"));
        pod.Pay(new OraclePaidInvoice("A-1", 50m), new OraclePaidInvoice("A-2"));
        Assert.Equal(("Partially paid", 50m, "Validated", 100m), Standing(await pod.InvoiceAsync("A-1")));
        Assert.Equal(("Paid", -30m, "Validated", -30m), Standing(await pod.InvoiceAsync("A-2")));
    }

    [Fact]
    public async Task All_of_a_payment_is_made_or_nothing()
    {
        await using var pod = await Pod.StartAsync();
        await ValidatedAsync(pod, "A-1", 100m);
        await pod.CreateAsync(Payload.Invoice("A-2", Payload.Matched(100m)));
        Refused(pod, "Not validated", new OraclePaidInvoice("A-1"), new OraclePaidInvoice("A-2"));
        Refused(pod, "each of them once", new OraclePaidInvoice("A-1", 1m), new OraclePaidInvoice("A-1", 1m));
        Refused(pod, "A payment needs invoices");
        Assert.Equal("Unpaid", (string)(await pod.InvoiceAsync("A-1"))["PaidStatus"]!);
    }

    [Fact]
    public async Task What_an_invoice_with_payments_cannot_have_is_refused_by_name()
    {
        await using var pod = await Pod.StartAsync();
        await ValidatedAsync(pod, "A-1", 100m);
        pod.Pay(new OraclePaidInvoice("A-1", 1m));
        var self = Self(await pod.InvoiceAsync("A-1"));
        Assert.Equal(
            "The Oracle simulator does not implement a new InvoiceAmount for an invoice that has payments.",
            await pod.RefusedAsync(HttpMethod.Patch, self, new JsonObject { ["InvoiceAmount"] = 99m })
        );
        await pod.HoldAsync("A-1");

        await ValidatedAsync(pod, "A-2", 100m);
        pod.Pay(new OraclePaidInvoice("A-2"));
        Assert.Equal(
            "The Oracle simulator does not implement a hold on an invoice that is fully paid.",
            await pod.RefusedAsync(HttpMethod.Post, "invoiceHolds", Payload.Key("A-2").With("HoldName", "Pay when paid"))
        );
    }

    [Theory]
    [InlineData("GET", "payablesPayments")]
    [InlineData("POST", "payablesPayments")]
    [InlineData("GET", "invoices?expand=invoiceInstallments")]
    public async Task Payments_and_installments_are_refused_by_name(string method, string path)
    {
        await using var pod = await Pod.StartAsync();
        using var response = await pod.SendAsync(new HttpMethod(method), path, method == "POST" ? new JsonObject() : null);
        Assert.False(response.IsSuccessStatusCode);
        Assert.Single(pod.Simulator.NamedRefusals);
    }

    [Fact]
    public async Task Payments_survive_a_restart()
    {
        var folder = Path.Combine(Path.GetTempPath(), "oracle-pod-" + Path.GetRandomFileName());
        PodSeed.WriteTo(folder);
        await using (var pod = await Pod.StartAsync(folder, folder, keepFolder: true))
        {
            await ValidatedAsync(pod, "A-1", 100m);
            pod.Pay(new OraclePaidInvoice("A-1", 40m));
        }

        await using (var pod = await Pod.StartAsync(folder, folder, keepFolder: false))
        {
            Assert.Equal(("Partially paid", 40m, "Validated", 100m), Standing(await pod.InvoiceAsync("A-1")));
            Refused(pod, "of which 60 is unpaid", new OraclePaidInvoice("A-1", 60.01m));
        }
    }

    private static async Task ValidatedAsync(Pod pod, string number, decimal amount)
    {
        await pod.CreateAsync(Payload.Invoice(number, Payload.Matched(amount)));
        Assert.Empty((await pod.ValidateAsync(number)).Holds);
    }

    private static void Refused(Pod pod, string sentence, params OraclePaidInvoice[] invoices) =>
        Assert.Contains(sentence, Assert.Throws<InvalidOperationException>(() => pod.Pay(invoices)).Message, StringComparison.Ordinal);

    private static (string PaidStatus, decimal AmountPaid, string ValidationStatus, decimal InvoiceAmount) Standing(JsonObject invoice) =>
        (
            (string)invoice["PaidStatus"]!,
            invoice["AmountPaid"]!.GetValue<decimal>(),
            (string)invoice["ValidationStatus"]!,
            invoice["InvoiceAmount"]!.GetValue<decimal>()
        );

    private static JsonNode SelfLink(JsonObject item) => item["links"]!.AsArray().Single(link => (string)link!["rel"]! == "self")!;

    private static string Self(JsonObject item) => (string)SelfLink(item)["href"]!;

    private static string Indicator(JsonObject item) => (string)SelfLink(item)["properties"]!["changeIndicator"]!;
}
