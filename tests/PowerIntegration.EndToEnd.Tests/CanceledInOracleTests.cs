using System.Net.Http;
using System.Text.Json.Nodes;
using PowerIntegration.Local.Oracle;
using PowerIntegration.Sandbox.Demo;
using Xunit;

namespace PowerIntegration.EndToEnd.Tests;

/// <summary>Payables cancels our invoice before it is validated: nothing is lost, and it is made again only because a controller says so.</summary>
public sealed class CanceledInOracleTests
{
    private const string First = "HE-40213";
    private const int Applications = 3;
    private const string Second = "HE-40688";

    [Fact]
    public async Task It_waits_for_a_controller_and_is_then_posted_once_under_another_number_with_everything_that_waited()
    {
        await using var driver = await SandboxDriver.StartAsync();
        RefuseValidation(driver);
        await driver.BillNextMonthAsync();
        Assert.Equal("Submitted", State(await driver.DocumentAsync(First)));
        await driver.CancelInOracleAsync(First);

        await driver.SweepAsync();
        await driver.SweepAsync();

        var held = await driver.DocumentAsync(First);
        Assert.Equal(
            ("Held", "canceled-in-oracle", First),
            (State(held), held["pint_reasoncode"]?.ToString(), held["pint_cancelednumbers"]?.ToString())
        );
        Assert.Null(held["pint_oracleinvoiceid"]);
        Assert.Contains("ask the controller", held["pint_reason"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal(0m, await AmountOfAsync(driver));

        await driver.BillNextMonthAsync();
        Assert.Equal("predecessor-not-posted", (await driver.DocumentAsync(Second))["pint_reasoncode"]?.ToString());

        await DecideAsync(driver, held);
        await driver.RunFlowsAsync();

        var posted = await driver.DocumentAsync(First);
        Assert.True(State(posted) == "Posted", posted["pint_reason"]?.ToString());
        Assert.Equal("HE-40213-C1", posted["pint_oracleinvoicenumber"]?.ToString());
        Assert.Equal(posted["pint_payableamount"]!.GetValue<decimal>(), posted["pint_oracleamount"]!.GetValue<decimal>());
        Assert.Equal("Posted", State(await driver.DocumentAsync(Second)));
        Assert.Equal(posted["pint_oracleamount"]!.GetValue<decimal>(), await AmountOfAsync(driver));
    }

    // The gateway does not repeat a call that asks it to wait so long.
    private static void RefuseValidation(SandboxDriver driver)
    {
        foreach (var _ in Enumerable.Range(1, Applications))
        {
            driver.Sandbox.Oracle.Faults.Plan(
                new OracleFault
                {
                    Kind = OracleFaultKind.Refused,
                    Method = "POST",
                    Template = "invoices/action/validateInvoice",
                    RetryAfter = TimeSpan.FromHours(1),
                }
            );
        }
    }

    private static async Task DecideAsync(SandboxDriver driver, JsonObject document)
    {
        var answer = await driver.DataverseAsync(
            SandboxDriver.Administrator,
            HttpMethod.Post,
            "pint_RecordDecision",
            new JsonObject
            {
                ["DocumentId"] = document["pint_documentid"]!.ToString(),
                ["Decisions"] = """{"postAgain":{"reason":"Canceled by mistake"}}""",
            }
        );
        Assert.True(answer.Body?["ReasonCode"]?.ToString() == "decision-recorded", answer.Text);
    }

    private static async Task<decimal> AmountOfAsync(SandboxDriver driver) =>
        (await new VendorReader(driver.Sandbox.Client, driver.Sandbox.Root, driver.Sandbox.Credentials).InvoicesAsync(SandboxDriver.Cancellation))
            .Where(invoice => invoice.Number.StartsWith(First, StringComparison.Ordinal))
            .Sum(invoice => invoice.Amount);

    private static string State(JsonObject document) => document["pint_documentstate@OData.Community.Display.V1.FormattedValue"]!.ToString();
}
