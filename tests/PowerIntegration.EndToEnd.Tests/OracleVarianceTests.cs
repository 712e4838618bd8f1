using System.Net.Http;
using System.Text.Json.Nodes;
using PowerIntegration.Local.Oracle;
using Xunit;

namespace PowerIntegration.EndToEnd.Tests;

/// <summary>Somebody changes a posted invoice in Oracle itself: the next application is not billed from a base that is no longer there.</summary>
public sealed class OracleVarianceTests
{
    private const string First = "HE-40213";
    private const string Second = "HE-40688";
    private const string Third = "HE-41102";

    [Fact]
    public async Task After_a_cancellation_in_Oracle_the_next_application_waits_until_the_posted_one_is_taken_back_and_billed_anew()
    {
        await using var driver = await SandboxDriver.StartAsync();
        await driver.BillNextMonthAsync();
        await driver.CancelInOracleAsync(First);

        await driver.BillNextMonthAsync();

        await AssertHeldAsync(driver, $"invoice '{First}' was posted with 683,268.76 but is canceled in Oracle");
        var original = (await driver.DocumentAsync(First))["pint_documentid"]!.ToString();
        await CallAsync(
            driver,
            "maria.keller",
            "pint_PrepareReversal",
            new JsonObject { ["DocumentId"] = original, ["Reason"] = "Cancelled in Payables" }
        );
        await CallAsync(driver, "irene.castellano", "pint_PrepareReversal", new JsonObject { ["DocumentId"] = original });
        await driver.RunFlowsAsync();
        await driver.RetryAsync(First);

        Assert.Equal($"{First}-C2", (await driver.DocumentAsync(First))["pint_oracleinvoicenumber"]!.ToString());
        await AssertPostedAsync(driver, 389_108.81m);
    }

    [Fact]
    public async Task After_a_change_of_the_amount_in_Oracle_the_next_application_waits_until_it_is_put_right()
    {
        await using var driver = await SandboxDriver.StartAsync();
        await driver.BillNextMonthAsync();
        await driver.ChangeInOracleAsync(First, 683_000.00m);

        await driver.BillNextMonthAsync();
        await AssertHeldAsync(driver, $"invoice '{First}' was posted with 683,268.76 but is 683,000.00 in Oracle");

        await driver.RetryAsync(Second);
        await AssertHeldAsync(driver, "is 683,000.00 in Oracle");

        await driver.ChangeInOracleAsync(First, 683_268.76m);
        await driver.RetryAsync(Second);
        await AssertPostedAsync(driver, 389_108.81m);
        Assert.Null((await driver.DocumentAsync(Second))["pint_oraclevariances"]);
    }

    [Fact]
    public async Task A_controller_who_looked_up_Oracle_s_balances_lets_it_catch_up_and_is_not_asked_again()
    {
        await using var driver = await SandboxDriver.StartAsync();
        await driver.BillNextMonthAsync();
        await driver.CancelInOracleAsync(First);
        await driver.BillNextMonthAsync();

        var decided = await CallAsync(
            driver,
            "maria.keller",
            "pint_RecordDecision",
            new JsonObject
            {
                ["DocumentId"] = (await driver.DocumentAsync(Second))["pint_documentid"]!.ToString(),
                ["Decisions"] = await NothingInOracleAsync(driver),
            }
        );
        await driver.RunFlowsAsync();

        Assert.Equal("decision-recorded", decided["ReasonCode"]!.ToString());
        await AssertPostedAsync(driver, 683_268.76m + 389_108.81m);
        await driver.BillNextMonthAsync();
        Assert.Equal("Posted", State(await driver.DocumentAsync(Third)));
    }

    // Every line of the posted application, of which Oracle has nothing any more.
    private static async Task<string> NothingInOracleAsync(SandboxDriver driver)
    {
        var posted = await driver.DocumentAsync(First);
        var lines = await driver.RowsAsync(
            $"pint_documentlines?$filter=_pint_preparationid_value eq {posted["_pint_preparationid_value"]} and pint_linekind eq 723100000"
        );
        return new JsonObject
        {
            ["catchUp"] = new JsonObject
            {
                ["amount"] = lines.Sum(line => line["pint_grossafter"]!.GetValue<decimal>()).ToString(CultureInfo.InvariantCulture),
                ["ofApplication"] = 1,
                ["reason"] = "Cancelled in Payables",
            },
            ["oracle"] = new JsonObject
            {
                ["lines"] = new JsonArray([
                    .. lines.Select(line => new JsonObject
                    {
                        ["line"] = line["pint_procorelineid"]!.ToString(),
                        ["gross"] = "0",
                        ["retainage"] = "0",
                    }),
                ]),
            },
        }.ToJsonString();
    }

    [Fact]
    public async Task Where_Oracle_is_away_during_the_reading_the_application_is_stored_and_waits_for_the_next_one()
    {
        await using var driver = await SandboxDriver.StartAsync();
        await driver.BillNextMonthAsync();
        // The structures are read first in the month; what is away is what Oracle shows of the invoice before.
        driver.Sandbox.Oracle.Faults.Plan(
            new OracleFault
            {
                Kind = OracleFaultKind.Refused,
                Method = "GET",
                Template = "invoices",
                RetryAfter = TimeSpan.FromHours(1),
            }
        );

        await driver.BillNextMonthAsync();

        var held = Assert.Single(await driver.RowsAsync("pint_documents?$filter=pint_reasoncode eq 'oracle-not-read'"));
        Assert.Contains("It will be tried again automatically", held["pint_reason"]!.ToString(), StringComparison.Ordinal);
        var inbound = Assert.Single(await driver.RowsAsync($"pint_inboundevents?$filter=_pint_documentid_value eq {held["pint_documentid"]}"));
        Assert.Equal(723100002, inbound["pint_eventstate"]!.GetValue<int>());
        Assert.NotNull(inbound["pint_nexttryon"]);

        var number = held["pint_invoicenumber"]!.ToString();
        await driver.RetryAsync(number);

        var posted = await driver.DocumentAsync(number);
        Assert.True(State(posted) == "Posted", $"{State(posted)} {posted["pint_reasoncode"]}: {posted["pint_reason"]}");
        Assert.Null(posted["pint_oraclenotread"]);
    }

    private static async Task AssertHeldAsync(SandboxDriver driver, string said)
    {
        var held = await driver.DocumentAsync(Second);
        Assert.Equal(("Held", "oracle-balance-differs"), (State(held), held["pint_reasoncode"]?.ToString()));
        Assert.Contains(said, held["pint_reason"]!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(driver.Sandbox.Oracle.ReceivedPayloads, payload => payload["InvoiceNumber"]!.ToString() == Second);
    }

    private static async Task AssertPostedAsync(SandboxDriver driver, decimal amount)
    {
        var posted = await driver.DocumentAsync(Second);
        Assert.True(State(posted) == "Posted", $"{State(posted)} {posted["pint_reasoncode"]}: {posted["pint_reason"]}");
        Assert.Equal(amount, posted["pint_oracleamount"]!.GetValue<decimal>());
        Assert.Single(driver.Sandbox.Oracle.ReceivedPayloads, payload => payload["InvoiceNumber"]!.ToString() == Second);
    }

    private static async Task<JsonNode> CallAsync(SandboxDriver driver, string user, string api, JsonObject inputs)
    {
        var answer = await driver.DataverseAsync(user, HttpMethod.Post, api, inputs);
        Assert.True(answer.Status == 200, answer.Text);
        return answer.Body!;
    }

    private static string State(JsonObject document) => document["pint_documentstate@OData.Community.Display.V1.FormattedValue"]!.ToString();
}
