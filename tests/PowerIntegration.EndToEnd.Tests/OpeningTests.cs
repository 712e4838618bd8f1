using System.Net.Http;
using System.Text.Json.Nodes;
using Xunit;

namespace PowerIntegration.EndToEnd.Tests;

/// <summary>
/// A contract that begins with opening balances posts nothing until a controller signed them, over the Web API and in no other way.
/// </summary>
public sealed class OpeningTests
{
    private const string Controller = "irene.castellano";
    private const string Contract = "pint_commitments(pint_key='LAKESHORE|1|PROCORE|COMMITMENT|562949953700002')";
    private const string Invoice = "HE-40213";

    [Fact]
    public async Task The_first_application_waits_for_a_signature_and_goes_on_by_itself_after_it()
    {
        await using var driver = await SandboxDriver.StartAsync();
        await EnterAsync(driver, OpeningOf(4_630_321.85m));
        await driver.BillNextMonthAsync();

        var waiting = await driver.DocumentAsync(Invoice);
        Assert.Equal(("Held", "opening-not-signed"), (State(waiting), waiting["pint_reasoncode"]!.ToString()));
        Assert.Contains("SC-002", waiting["pint_reason"]!.ToString(), StringComparison.Ordinal);
        Assert.Contains("pint_SignOpeningBalances", waiting["pint_reason"]!.ToString(), StringComparison.Ordinal);

        var byHand = await driver.DataverseAsync(
            Controller,
            HttpMethod.Patch,
            Contract,
            new JsonObject { ["pint_openingsignedby"] = "Irene Castellano" }
        );
        var accountant = await SignAsync(driver, SandboxDriver.Accountant);
        Assert.Equal((400, 403), (byHand.Status, accountant.Status));
        Assert.Contains("pint_SignOpeningBalances", byHand.Text, StringComparison.Ordinal);

        var signed = await SignAsync(driver, Controller);
        Assert.True(signed.Body?["State"]?.ToString() == "Signed", signed.Text);
        await driver.RunFlowsAsync();
        Assert.Equal("Posted", State(await driver.DocumentAsync(Invoice)));
        var contract = await ContractAsync(driver);
        Assert.StartsWith("Irene Castellano (", contract["pint_openingsignedby"]!.ToString(), StringComparison.Ordinal);
        Assert.NotNull(contract["pint_openingsignedon"]);
    }

    [Fact]
    public async Task An_edit_voids_the_signature()
    {
        await using var driver = await SandboxDriver.StartAsync();
        await EnterAsync(driver, OpeningOf(4_630_321.85m));
        Assert.Equal("Signed", (await SignAsync(driver, Controller)).Body!["State"]!.ToString());
        await EnterAsync(driver, OpeningOf(4_630_321.86m));
        var contract = await ContractAsync(driver);
        Assert.Equal((null, null, null), (contract["pint_openingsignedby"], contract["pint_openingsignedon"], contract["pint_openinghash"]));
        await driver.BillNextMonthAsync();
        Assert.Equal("opening-not-signed", (await driver.DocumentAsync(Invoice))["pint_reasoncode"]!.ToString());
    }

    // Nothing was billed before the cutover: the contract begins here, and a controller says so.
    private static string OpeningOf(decimal originalSum) =>
        FormattableString.Invariant($$$"""{"currency":"USD","originalContractSum":{{{originalSum}}},"lastPostedNumber":0,"lines":[]""")
        + ""","opening":{"date":"2025-09-30","gross":0,"retainage":0,"oracleGross":0,"retainageAccount":0}}""";

    private static async Task EnterAsync(SandboxDriver driver, string text)
    {
        var answer = await driver.DataverseAsync(
            SandboxDriver.Administrator,
            HttpMethod.Patch,
            Contract,
            new JsonObject { ["pint_openingbalances"] = text }
        );
        Assert.True(answer.Status == 204, answer.Text);
    }

    private static async Task<SandboxDriver.Answer> SignAsync(SandboxDriver driver, string user)
    {
        var contract = await ContractAsync(driver);
        return await driver.DataverseAsync(
            user,
            HttpMethod.Post,
            "pint_SignOpeningBalances",
            new JsonObject
            {
                ["CommitmentId"] = contract["pint_commitmentid"]!.ToString(),
                ["OpeningBalances"] = contract["pint_openingbalances"]!.ToString(),
            }
        );
    }

    private static async Task<JsonObject> ContractAsync(SandboxDriver driver) =>
        (await driver.RowsAsync("pint_commitments?$filter=pint_key eq 'LAKESHORE|1|PROCORE|COMMITMENT|562949953700002'"))[0];

    private static string State(JsonObject document) => document["pint_documentstate@OData.Community.Display.V1.FormattedValue"]!.ToString();
}
