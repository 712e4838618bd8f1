using System.Net;
using System.Net.Http;
using System.Text;
using PowerIntegration.Local.Oracle.Payables;
using Xunit;

namespace PowerIntegration.Local.Tests.Oracle;

public sealed class CancellationTests
{
    private const string Cancel = "invoices/action/cancelInvoice";

    [Fact]
    public async Task A_canceled_invoice_comes_to_nothing_in_every_amount()
    {
        await using var pod = await Pod.StartAsync();
        await pod.CreateAsync(Payload.Invoice("A-1", Payload.Matched(100m), Payload.Retainage(-10m)));
        await pod.ValidateAsync("A-1");
        pod.Clock.Advance(TimeSpan.FromDays(1));
        using var content = new StringContent(Payload.Key("A-1").ToJsonString(), Encoding.UTF8, "application/vnd.oracle.adf.action+json");
        using var response = await pod.Client.PostAsync(Cancel, content);
        Assert.Equal(
            (
                HttpStatusCode.OK,
                "application/vnd.oracle.adf.actionresult+json",
                """{"result":"The current action Cancel Invoice has completed successfully."}"""
            ),
            (response.StatusCode, response.Content.Headers.ContentType!.MediaType, await response.Content.ReadAsStringAsync())
        );

        var invoice = await pod.InvoiceAsync("A-1");
        Assert.Equal(
            ("Canceled", "2025-11-04", Pod.User, true, 0m, 0m, "Unpaid"),
            (
                (string)invoice["ValidationStatus"]!,
                (string)invoice["CanceledDate"]!,
                (string)invoice["CanceledBy"]!,
                (bool)invoice["CanceledFlag"]!,
                invoice["InvoiceAmount"]!.GetValue<decimal>(),
                invoice["AmountPaid"]!.GetValue<decimal>(),
                (string)invoice["PaidStatus"]!
            )
        );
        Assert.All(
            invoice["invoiceLines"]!.AsArray(),
            line => Assert.Equal((0m, true), (line!["LineAmount"]!.GetValue<decimal>(), (bool)line["CanceledFlag"]!))
        );
        Assert.Equal(1, (int)(await pod.GetAsync("invoices?q=ValidationStatus='Canceled'"))["count"]!);
    }

    [Fact]
    public async Task A_second_cancel_is_refused_and_changes_nothing()
    {
        await using var pod = await Pod.StartAsync();
        await pod.CreateAsync(Payload.Invoice("A-1", Payload.Matched(100m)));
        await pod.ActAsync("cancelInvoice", "A-1");
        var before = (await pod.InvoiceAsync("A-1")).ToJsonString();
        pod.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(
            "The invoice A-1 of Acme Concrete in Test BU is already canceled.",
            await pod.RefusedAsync(HttpMethod.Post, Cancel, Payload.Key("A-1"))
        );
        Assert.Equal(before, (await pod.InvoiceAsync("A-1")).ToJsonString());
    }

    [Theory]
    [InlineData(null, "Paid")]
    [InlineData("0.01", "Partially paid")]
    public async Task An_invoice_with_a_payment_is_not_canceled(string? amount, string status)
    {
        await using var pod = await Pod.StartAsync();
        await pod.CreateAsync(Payload.Invoice("A-1", Payload.Matched(100m)));
        await pod.ValidateAsync("A-1");
        pod.Pay(new OraclePaidInvoice("A-1", amount is null ? null : decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(
            $"The invoice A-1 of Acme Concrete in Test BU can't be canceled because it has payments ({status}). "
                + "Void the payments, or credit the invoice.",
            await pod.RefusedAsync(HttpMethod.Post, Cancel, Payload.Key("A-1"))
        );
        var invoice = await pod.InvoiceAsync("A-1");
        Assert.Equal((100m, "Validated"), (invoice["InvoiceAmount"]!.GetValue<decimal>(), (string)invoice["ValidationStatus"]!));
    }

    [Theory]
    [InlineData("2025-10-31", "2025-11-01")]
    [InlineData("2025-11-01", "2025-10-31")]
    public async Task The_periods_of_the_invoice_and_of_its_lines_must_be_open(string header, string line)
    {
        await using var pod = await Pod.StartAsync();
        await pod.CreateAsync(Payload.Invoice("A-1", Payload.Matched(100m).With("AccountingDate", line)).With("AccountingDate", header));
        pod.Simulator.SetPeriodStatus("Oct-25", "Closed");
        Assert.Contains(
            "the period Oct-25 of Test BU, whose status is Closed",
            await pod.RefusedAsync(HttpMethod.Post, Cancel, Payload.Key("A-1")),
            StringComparison.Ordinal
        );
        Assert.Equal(100m, (await pod.InvoiceAsync("A-1"))["InvoiceAmount"]!.GetValue<decimal>());
        pod.Simulator.SetPeriodStatus("Oct-25", "Open");
        await pod.ActAsync("cancelInvoice", "A-1");
    }

    [Fact]
    public async Task An_invoice_that_a_memo_has_taken_back_is_canceled_only_after_the_memo()
    {
        await using var pod = await Pod.StartAsync();
        await pod.CreateAsync(Payload.Invoice("A-1", Payload.Matched(100m)));
        await pod.CreateAsync(Payload.Invoice("A-2", Payload.Matched(-30m)).With("InvoiceType", "Credit memo"));
        Assert.Equal(
            "The amount billed on purchase order PO-1, line 1, schedule 1 would be -30. It can't be less than zero.",
            await pod.RefusedAsync(HttpMethod.Post, Cancel, Payload.Key("A-1"))
        );
        await pod.ActAsync("cancelInvoice", "A-2");
        await pod.ActAsync("cancelInvoice", "A-1");
        await pod.CreateAsync(Payload.Invoice("A-3", Payload.Matched(1000m)));
        Assert.Empty((await pod.ValidateAsync("A-3")).Holds);
    }

    [Fact]
    public async Task A_canceled_memo_bills_its_schedule_again()
    {
        await using var pod = await Pod.StartAsync();
        await pod.CreateAsync(Payload.Invoice("A-1", Payload.Matched(1000m)));
        await pod.CreateAsync(Payload.Invoice("A-2", Payload.Matched(-1m)).With("InvoiceType", "Debit memo"));
        await pod.CreateAsync(Payload.Invoice("A-3", Payload.Matched(1m)));
        Assert.Empty((await pod.ValidateAsync("A-3")).Holds);
        await pod.ActAsync("cancelInvoice", "A-2");
        Assert.Equal(["Amount Ordered"], (await pod.ValidateAsync("A-3")).Holds);
    }

    [Fact]
    public async Task The_holds_of_a_canceled_invoice_end_and_no_new_one_is_taken()
    {
        await using var pod = await Pod.StartAsync();
        await pod.CreateAsync(Payload.Invoice("A-1", Payload.Matched(1000.01m)));
        await pod.ValidateAsync("A-1");
        await pod.HoldAsync("A-1");
        await pod.ActAsync("cancelInvoice", "A-1");
        var holds = (await pod.GetAsync("invoiceHolds"))["items"]!.AsArray();
        Assert.Equal(["Canceled", "Canceled"], holds.Select(hold => (string)hold!["ReleaseName"]!));
        Assert.Contains(
            "is canceled and can't be changed.",
            await pod.RefusedAsync(HttpMethod.Post, "invoiceHolds", Payload.Key("A-1").With("HoldName", "Pay when paid")),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("InvoiceNumber", "A-9", "The invoice A-9 of Acme Concrete in Test BU doesn't exist.")]
    [InlineData("ProcessAction", "Validate", "The Oracle simulator does not implement the ProcessAction of cancelInvoice.")]
    [InlineData("PartyId", "1", "The Oracle simulator does not implement the attribute PartyId.")]
    [InlineData("AccountingDate", "2025-11-01", "Invalid attribute \"AccountingDate\" in the payload.")]
    public async Task A_cancel_with_another_body_is_refused(string attribute, string value, string sentence)
    {
        await using var pod = await Pod.StartAsync();
        await pod.CreateAsync(Payload.Invoice("A-1", Payload.Matched(1m)));
        Assert.Equal(sentence, await pod.RefusedAsync(HttpMethod.Post, Cancel, Payload.Key("A-1").With(attribute, value)));
        Assert.Equal("Not validated", (string)(await pod.InvoiceAsync("A-1"))["ValidationStatus"]!);
    }

    [Fact]
    public async Task An_action_with_the_content_type_of_an_item_is_refused()
    {
        await using var pod = await Pod.StartAsync();
        await pod.CreateAsync(Payload.Invoice("A-1", Payload.Matched(1m)));
        using var content = new StringContent(Payload.Key("A-1").ToJsonString(), Encoding.UTF8, "application/vnd.oracle.adf.resourceitem+json");
        using var response = await pod.Client.PostAsync(Cancel, content);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Equal("Not validated", (string)(await pod.InvoiceAsync("A-1"))["ValidationStatus"]!);
    }

    [Fact]
    public async Task An_action_on_a_line_is_refused_by_name()
    {
        await using var pod = await Pod.StartAsync();
        using var response = await pod.SendAsync(HttpMethod.Post, "invoices/action/cancelLine", Payload.Key("A-1"));
        Assert.Equal("The Oracle simulator does not implement POST on invoices/action/cancelLine.", Assert.Single(pod.Simulator.NamedRefusals));
    }
}
