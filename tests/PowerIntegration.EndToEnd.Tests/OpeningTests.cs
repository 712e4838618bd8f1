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
        await EnterAsync(driver, 4_630_321.85m);
        await driver.BillNextMonthAsync();

        var waiting = await driver.DocumentAsync(Invoice);
        Assert.Equal(("Held", "opening-not-signed"), (State(waiting), waiting["pint_reasoncode"]!.ToString()));
        Assert.Contains("SC-002", waiting["pint_reason"]!.ToString(), StringComparison.Ordinal);
        Assert.Contains("Ask the controller", waiting["pint_reason"]!.ToString(), StringComparison.Ordinal);

        var byHand = await driver.DataverseAsync(
            Controller,
            HttpMethod.Patch,
            Contract,
            new JsonObject { ["pint_openingsignedby"] = "Irene Castellano" }
        );
        var accountant = await SignAsync(driver, SandboxDriver.Accountant);
        Assert.Equal((400, 403), (byHand.Status, accountant.Status));
        Assert.Contains("Sign opening balances", byHand.Text, StringComparison.Ordinal);

        var signed = await SignAsync(driver, Controller);
        Assert.True(signed.Body?["State"]?.ToString() == "Signed", signed.Text);
        await driver.RunFlowsAsync();
        Assert.Equal("Posted", State(await driver.DocumentAsync(Invoice)));
        var contract = await ContractAsync(driver);
        Assert.Equal("Irene Castellano", contract["pint_openingsignedby"]!.ToString());
        Assert.NotNull(contract["pint_openingsignedon"]);
    }

    [Fact]
    public async Task An_edit_voids_the_signature()
    {
        await using var driver = await SandboxDriver.StartAsync();
        await EnterAsync(driver, 4_630_321.85m);
        Assert.Equal("Signed", (await SignAsync(driver, Controller)).Body!["State"]!.ToString());
        await EnterAsync(driver, 4_630_321.86m);
        var contract = await ContractAsync(driver);
        Assert.Equal((null, null, null), (contract["pint_openingsignedby"], contract["pint_openingsignedon"], contract["pint_openinghash"]));
        await driver.BillNextMonthAsync();
        Assert.Equal("opening-not-signed", (await driver.DocumentAsync(Invoice))["pint_reasoncode"]!.ToString());
    }

    [Fact]
    public async Task A_row_that_is_entered_or_deleted_voids_the_signature_and_its_editor_is_named()
    {
        await using var driver = await SandboxDriver.StartAsync();
        await EnterAsync(driver, 4_630_321.85m);
        Assert.Equal("Signed", (await SignAsync(driver, Controller)).Body!["State"]!.ToString());
        var contract = await ContractAsync(driver);
        var line = $"pint_openingbalances(pint_key='{contract["pint_key"]}|OPENING|42')";
        var created = await driver.DataverseAsync(SandboxDriver.Administrator, HttpMethod.Patch, line, LineOf(contract, 100m));
        Assert.True(created.Status is 201 or 204, created.Text);
        contract = await ContractAsync(driver);
        Assert.Equal((null, null), (contract["pint_openingsignedby"], contract["pint_openinghash"]));
        Assert.NotNull(contract["pint_openingenteredby"]);

        var untied = await SignAsync(driver, Controller);
        Assert.Equal("opening-differs", untied.Body!["ReasonCode"]!.ToString());
        var deleted = await driver.DataverseAsync(SandboxDriver.Administrator, HttpMethod.Delete, line, null);
        Assert.True(deleted.Status == 204, deleted.Text);
        var own = await SignAsync(driver, SandboxDriver.Administrator);
        Assert.Equal("second-person-required", own.Body!["ReasonCode"]!.ToString());
        Assert.Equal("Signed", (await SignAsync(driver, Controller)).Body!["State"]!.ToString());
    }

    private static JsonObject LineOf(JsonObject contract, decimal gross) =>
        new()
        {
            ["pint_CommitmentId@odata.bind"] = $"pint_commitments({contract["pint_commitmentid"]})",
            ["pint_name"] = "42",
            ["pint_procorelineid"] = "42",
            ["pint_scheduledvalue"] = 1000m,
            ["pint_completedtodate"] = gross,
            ["pint_materialsstored"] = 0m,
            ["pint_workretainage"] = 0m,
            ["pint_storedretainage"] = 0m,
        };

    // Nothing was billed before the cutover: the contract begins here, and a controller says so.
    private static async Task EnterAsync(SandboxDriver driver, decimal originalSum)
    {
        var answer = await driver.DataverseAsync(
            SandboxDriver.Administrator,
            HttpMethod.Patch,
            Contract,
            new JsonObject
            {
                ["pint_openingdate"] = "2025-09-30",
                ["pint_openingoriginalsum"] = originalSum,
                ["pint_openinglastnumber"] = 0,
                ["pint_openinggross"] = 0,
                ["pint_openingretainage"] = 0,
                ["pint_openingoraclegross"] = 0,
                ["pint_openingretainageaccount"] = 0,
            }
        );
        Assert.True(answer.Status == 204, answer.Text);
    }

    // As a person does: look first, then sign what was shown.
    private static async Task<SandboxDriver.Answer> SignAsync(SandboxDriver driver, string user)
    {
        var contract = (await ContractAsync(driver))["pint_commitmentid"]!.ToString();
        var shown = await driver.DataverseAsync(user, HttpMethod.Post, "pint_SignOpeningBalances", new JsonObject { ["CommitmentId"] = contract });
        return shown.Body?["State"]?.ToString() != "Shown"
            ? shown
            : await driver.DataverseAsync(
                user,
                HttpMethod.Post,
                "pint_SignOpeningBalances",
                new JsonObject { ["CommitmentId"] = contract, ["OpeningHash"] = shown.Body!["OpeningHash"]!.ToString() }
            );
    }

    private static async Task<JsonObject> ContractAsync(SandboxDriver driver) =>
        (await driver.RowsAsync("pint_commitments?$filter=pint_key eq 'LAKESHORE|1|PROCORE|COMMITMENT|562949953700002'"))[0];

    private static string State(JsonObject document) => document["pint_documentstate@OData.Community.Display.V1.FormattedValue"]!.ToString();
}
