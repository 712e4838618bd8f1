using System.Text.Json.Nodes;
using PowerIntegration.Local.Oracle.Payables;
using Xunit;

namespace PowerIntegration.Local.Tests.Oracle;

public sealed class LakeshoreSeedTests
{
    [Fact]
    public async Task Every_schedule_of_the_seeded_job_takes_an_invoice_for_all_of_it()
    {
        var store = Path.Combine(Path.GetTempPath(), "oracle-pod-" + Path.GetRandomFileName());
        await using var pod = await Pod.StartAsync(SeedFolder(), store, keepFolder: false);
        var orders = (await pod.GetAsync("purchaseOrders?expand=all&limit=499", 2))["items"]!.AsArray();
        Assert.Equal(3, orders.Count);
        foreach (var order in orders.Select(order => order!))
        {
            var invoice = Invoice(order);
            await pod.CreateAsync(invoice);
            using var response = await pod.SendAsync(
                System.Net.Http.HttpMethod.Post,
                "invoices/action/validateInvoice",
                new JsonObject
                {
                    ["InvoiceNumber"] = (string)invoice["InvoiceNumber"]!,
                    ["BusinessUnit"] = (string)invoice["BusinessUnit"]!,
                    ["Supplier"] = (string)invoice["Supplier"]!,
                }
            );
            Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        }

        Assert.Equal(0, (int)(await pod.GetAsync("invoiceHolds"))["count"]!);
        Assert.Equal(3, (int)(await pod.GetAsync("invoices?q=ValidationStatus='Validated' and ApprovalStatus='Not required'"))["count"]!);
    }

    [Theory]
    [InlineData("OWNER NOT PAID", "OWNER PAID", "The owner has paid, or the outside date has come")]
    [InlineData("CHANGED AFTER POSTING", "CHANGE DECIDED", "A controller decided on the change")]
    public async Task The_seeded_holds_stop_the_payment_of_a_validated_invoice_until_they_are_released(string name, string release, string reason)
    {
        var store = Path.Combine(Path.GetTempPath(), "oracle-pod-" + Path.GetRandomFileName());
        await using var pod = await Pod.StartAsync(SeedFolder(), store, keepFolder: false);
        var order = (await pod.GetAsync("purchaseOrders?expand=all&limit=1", 2))["items"]![0]!;
        var invoice = Invoice(order);
        await pod.CreateAsync(invoice);
        var key = new JsonObject
        {
            ["InvoiceNumber"] = (string)invoice["InvoiceNumber"]!,
            ["BusinessUnit"] = (string)invoice["BusinessUnit"]!,
            ["Supplier"] = (string)invoice["Supplier"]!,
        };
        using var validated = await pod.SendAsync(System.Net.Http.HttpMethod.Post, "invoices/action/validateInvoice", key.DeepClone());
        using var placed = await pod.SendAsync(System.Net.Http.HttpMethod.Post, "invoiceHolds", key.DeepClone().AsObject().With("HoldName", name));
        var hold = JsonNode.Parse(await placed.Content.ReadAsStringAsync())!;
        var payment = new OraclePayment(
            (string)key["BusinessUnit"]!,
            (string)key["Supplier"]!,
            new DateOnly(2025, 11, 30),
            [new OraclePaidInvoice((string)key["InvoiceNumber"]!)]
        );
        Assert.Contains(name, Assert.Throws<InvalidOperationException>(() => pod.Simulator.Pay(payment)).Message, StringComparison.Ordinal);
        using var released = await pod.SendAsync(
            System.Net.Http.HttpMethod.Patch,
            $"invoiceHolds/{hold["HoldId"]}",
            new JsonObject { ["ReleaseName"] = release }
        );
        Assert.Equal(reason, (string)JsonNode.Parse(await released.Content.ReadAsStringAsync())!["ReleaseReason"]!);
        pod.Simulator.Pay(payment);
        Assert.Equal(1, (int)(await pod.GetAsync("invoices?q=PaidStatus='Paid'"))["count"]!);
    }

    [Fact]
    public async Task A_period_opens_on_its_first_day_and_the_last_two_of_2026_do_not()
    {
        var store = Path.Combine(Path.GetTempPath(), "oracle-pod-" + Path.GetRandomFileName());
        await using var pod = await Pod.StartAsync(SeedFolder(), store, keepFolder: false);
        var order = (await pod.GetAsync("purchaseOrders?expand=all&limit=1", 2))["items"]![0]!;
        pod.Clock.Advance(new DateTimeOffset(2026, 9, 30, 23, 59, 59, TimeSpan.Zero) - pod.Clock.GetUtcNow());
        Assert.Contains(
            "the period Oct-26 of Lakeshore US BU, whose status is Never opened",
            await pod.RefusalAsync(Invoice(order).With("AccountingDate", "2026-10-31")),
            StringComparison.Ordinal
        );
        pod.Clock.Advance(TimeSpan.FromSeconds(1));
        await pod.CreateAsync(Invoice(order).With("AccountingDate", "2026-10-31"));
        pod.Clock.Advance(TimeSpan.FromDays(60));
        Assert.Contains(
            "Nov-26",
            await pod.RefusedAsync(
                System.Net.Http.HttpMethod.Post,
                "invoices",
                Invoice(order).With("InvoiceNumber", "B-1").With("AccountingDate", "2026-11-01")
            ),
            StringComparison.Ordinal
        );
        pod.Simulator.SetPeriodStatus("Nov-26", "Open");
        await pod.CreateAsync(Invoice(order).With("InvoiceNumber", "B-1").With("AccountingDate", "2026-11-01"));
    }

    private static JsonObject Invoice(JsonNode order)
    {
        var lines = order["lines"]!
            .AsArray()
            .Select(line =>
                Payload.Matched(line!["schedules"]![0]!["Amount"]!.GetValue<decimal>(), (int)line["LineNumber"]!, 1, (string)order["OrderNumber"]!)
            );
        return Payload
            .Invoice("ALL-" + order["OrderNumber"], [.. lines, Payload.Retainage(-1m)])
            .With("BusinessUnit", "Lakeshore US BU")
            .With("Supplier", (string)order["Supplier"]!)
            .With("SupplierSite", (string)order["SupplierSite"]!);
    }

    private static string SeedFolder()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "PowerIntegration.sln")))
        {
            folder =
                Path.GetDirectoryName(folder.TrimEnd(Path.DirectorySeparatorChar))
                ?? throw new DirectoryNotFoundException("No solution above the tests.");
        }

        return Path.Combine(folder, "tests", "PowerIntegration.Sandbox", "data", "lakeshore", "oracle");
    }
}
