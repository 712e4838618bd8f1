using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace PowerIntegration.Sandbox.Tests.Oracle;

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
            using var response = await pod.SendAsync(System.Net.Http.HttpMethod.Post, "invoices/action/validateInvoice", new JsonObject
            {
                ["InvoiceNumber"] = (string)invoice["InvoiceNumber"]!,
                ["BusinessUnit"] = (string)invoice["BusinessUnit"]!,
                ["Supplier"] = (string)invoice["Supplier"]!,
            });
            Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        }

        Assert.Equal(0, (int)(await pod.GetAsync("invoiceHolds"))["count"]!);
        Assert.Equal(3, (int)(await pod.GetAsync("invoices?q=ValidationStatus='Validated' and ApprovalStatus='Not required'"))["count"]!);
    }

    private static JsonObject Invoice(JsonNode order)
    {
        var lines = order["lines"]!.AsArray().Select(line => Payload.Matched(
            line!["schedules"]![0]!["Amount"]!.GetValue<decimal>(), (int)line["LineNumber"]!, 1, (string)order["OrderNumber"]!));
        return Payload.Invoice("ALL-" + order["OrderNumber"], [.. lines, Payload.Retainage(-1m)])
            .With("BusinessUnit", "Lakeshore US BU")
            .With("Supplier", (string)order["Supplier"]!)
            .With("SupplierSite", (string)order["SupplierSite"]!);
    }

    private static string SeedFolder()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "PowerIntegration.sln")))
        {
            folder = Path.GetDirectoryName(folder.TrimEnd(Path.DirectorySeparatorChar)) ?? throw new DirectoryNotFoundException("No solution above the tests.");
        }

        return Path.Combine(folder, "tests", "PowerIntegration.Sandbox", "data", "lakeshore", "oracle");
    }
}
