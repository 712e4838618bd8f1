using System.Text.Json.Nodes;
using Xunit;

namespace PowerIntegration.EndToEnd.Tests;

/// <summary>Two months on the seeded job, from the approval in Procore to the JSON that left for Oracle.</summary>
public sealed class BillingTests
{
    private const int SwitchgearPurchaseOrderLine = 3;

    [Fact]
    public async Task Materials_stored_in_October_and_used_in_November_are_paid_once()
    {
        await using var driver = await SandboxDriver.StartAsync();
        await driver.BillNextMonthAsync();
        await driver.BillNextMonthAsync();

        // October stores 412,630.15 of switchgear. November's column E is 460,845.75 and contains it; only the difference is new.
        Assert.Equal([412_630.15m, 48_215.60m], LineAmounts(driver, ["HE-40213", "HE-40688"], SwitchgearPurchaseOrderLine));
        Assert.Equal([683_268.76m, 389_108.81m], new[] { Amount(Payload(driver, "HE-40213")), Amount(Payload(driver, "HE-40688")) });
    }

    [Fact]
    public async Task Lines_of_every_payload_add_up_to_the_invoice_and_carry_a_purchase_order_or_an_account_never_both()
    {
        await using var driver = await SandboxDriver.StartAsync();
        await driver.BillNextMonthAsync();

        Assert.Equal(2, driver.Sandbox.Oracle.ReceivedPayloads.Count);
        foreach (var payload in driver.Sandbox.Oracle.ReceivedPayloads)
        {
            var lines = payload["invoiceLines"]!.AsArray().Select(line => line!.AsObject()).ToList();
            Assert.Equal(Amount(payload), lines.Sum(line => Decimal(line["LineAmount"])));
            Assert.All(lines, line => Assert.True(line["PurchaseOrderNumber"] is null ^ line["DistributionCombination"] is null));
            Assert.All(lines, line => Assert.NotEqual(0m, Decimal(line["LineAmount"])));
        }
    }

    [Fact]
    public async Task An_event_delivered_twice_changes_nothing_and_sends_nothing()
    {
        await using var driver = await SandboxDriver.StartAsync();
        await driver.BillNextMonthAsync();
        var before = await driver.RowsAsync("pint_documents?$orderby=pint_key asc");

        foreach (var run in driver.RowRuns.ToList())
        {
            driver.Sandbox.Flows.Redeliver(run);
        }

        await driver.RunFlowsAsync();

        var after = await driver.RowsAsync("pint_documents?$orderby=pint_key asc");
        Assert.Equal(
            before.Select(row => (row["pint_key"]!.ToString(), row["pint_documentstate"]!.ToString())),
            after.Select(row => (row["pint_key"]!.ToString(), row["pint_documentstate"]!.ToString()))
        );
        Assert.Equal(2, driver.Sandbox.Oracle.ReceivedPayloads.Count);
    }

    [Fact]
    public async Task An_invoice_whose_answer_is_lost_on_the_way_back_from_Oracle_is_created_once_and_posted()
    {
        await using var driver = await SandboxDriver.StartAsync();
        driver.Sandbox.Oracle.Faults.LoseNextInvoiceAnswer();

        await driver.BillNextMonthAsync();

        Assert.Equal(2, driver.Sandbox.Oracle.ReceivedPayloads.Count);
        Assert.Equal("Posted", State(await driver.DocumentAsync("PCC-25-1187")));
    }

    [Fact]
    public async Task November_waits_for_a_refused_October_and_is_released_when_October_posts()
    {
        await using var driver = await SandboxDriver.StartAsync();
        await driver.BillNextMonthAsync();
        await driver.BillNextMonthAsync();
        var waiting = await driver.DocumentAsync("IG 7741-2");
        Assert.Equal("Held", State(waiting));
        Assert.Equal("predecessor-not-posted", waiting["pint_reasoncode"]!.ToString());

        await driver.AddFirestoppingRuleAsync("0784");
        await driver.RetryAsync("IG 7741-1");

        Assert.Equal("Posted", State(await driver.DocumentAsync("IG 7741-1")));
        Assert.Equal("Posted", State(await driver.DocumentAsync("IG 7741-2")));
    }

    [Fact]
    public async Task A_sandbox_that_starts_again_on_its_store_goes_on_where_it_stopped()
    {
        var store = Directory.CreateTempSubdirectory("powerintegration-test-").FullName;
        try
        {
            DateTimeOffset stopped;
            await using (var first = await SandboxDriver.StartAsync(store, Sandbox.Hosting.RunningSandbox.SeedStart, keepsStore: true))
            {
                await first.BillNextMonthAsync();
                stopped = first.Clock.GetUtcNow();
            }

            await using var second = await SandboxDriver.StartAsync(store, stopped, keepsStore: true);
            await second.BillNextMonthAsync();

            Assert.Equal("Posted", State(await second.DocumentAsync("HE-40213")));
            Assert.Equal("Posted", State(await second.DocumentAsync("HE-40688")));
            Assert.Equal(389_108.81m, Amount(Payload(second, "HE-40688")));
        }
        finally
        {
            Directory.Delete(store, recursive: true);
        }
    }

    private static decimal[] LineAmounts(SandboxDriver driver, string[] invoices, int purchaseOrderLine) =>
        [
            .. invoices
                .Select(invoice =>
                    Payload(driver, invoice)["invoiceLines"]!
                        .AsArray()
                        .Single(line => line!["PurchaseOrderLineNumber"]?.ToString() == $"{purchaseOrderLine}")!["LineAmount"]
                )
                .Select(Decimal),
        ];

    private static JsonObject Payload(SandboxDriver driver, string invoice) =>
        driver.Sandbox.Oracle.ReceivedPayloads.Single(payload => payload["InvoiceNumber"]!.ToString() == invoice);

    private static decimal Amount(JsonObject payload) => Decimal(payload["InvoiceAmount"]);

    private static decimal Decimal(JsonNode? node) => decimal.Parse(node!.ToString(), NumberStyles.Number, CultureInfo.InvariantCulture);

    private static string State(JsonObject document) => document["pint_documentstate@OData.Community.Display.V1.FormattedValue"]!.ToString();
}
