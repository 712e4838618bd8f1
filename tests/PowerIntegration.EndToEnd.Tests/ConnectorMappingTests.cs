using System.Net.Http;
using System.Text.Json.Nodes;
using Xunit;

namespace PowerIntegration.EndToEnd.Tests;

/// <summary>A mapping drafted through the connector is the draft of the person who called, and frees what waits once another activates it.</summary>
public sealed class ConnectorMappingTests
{
    private const string Label = "@OData.Community.Display.V1.FormattedValue";
    private const string Rules = "pint_wbsmappingrules";

    [Fact]
    public async Task A_draft_of_the_connector_is_its_callers_and_another_person_activates_it()
    {
        await using var driver = await SandboxDriver.StartAsync();
        await driver.BillNextMonthAsync();
        var project = Assert.Single(await driver.RowsAsync("pint_projects?$filter=pint_oracleprojectnumber eq 'FYT-2401'"))["pint_procoreid"]!;
        var body = new JsonObject
        {
            ["projectId"] = project.ToString(),
            ["costCode"] = "07-840",
            ["costType"] = "SUB",
            ["taskNumber"] = "0784",
            ["expenditureType"] = "Subcontract",
            ["validFrom"] = "2025-01-01",
        };

        // The connection of the flows is an application's, and who reads in the gateway may not therefore map in Dataverse.
        Assert.Contains("signs in as application", await MessageAsync(driver, SandboxDriver.FlowUser, body), StringComparison.Ordinal);
        Assert.Contains("does not have the role", await MessageAsync(driver, "omar.lindqvist", body), StringComparison.Ordinal);
        Assert.Empty(await DraftsAsync(driver));

        var message = await MessageAsync(driver, SandboxDriver.Administrator, body);
        Assert.Contains("was entered as a draft of Maria Keller", message, StringComparison.Ordinal);
        Assert.Contains("already says this as a draft", await MessageAsync(driver, SandboxDriver.Administrator, body), StringComparison.Ordinal);
        var draft = Assert.Single(await DraftsAsync(driver));
        Assert.Equal("Maria Keller", draft["pint_contributors"]!.ToString());
        Assert.Equal("Maria Keller", draft["_createdby_value" + Label]!.ToString());

        Assert.Equal("second-person-required", (await ActivateAsync(driver, SandboxDriver.Administrator, draft))["ReasonCode"]!.ToString());
        Assert.Equal("Activated", (await ActivateAsync(driver, SandboxDriver.Reviewer, draft))["State"]!.ToString());
        await driver.SweepAsync();
        Assert.Equal("Posted", (await driver.DocumentAsync("IG 7741-1"))["pint_documentstate" + Label]!.ToString());
    }

    private static async Task<string> MessageAsync(SandboxDriver driver, string user, JsonObject body) =>
        (await driver.GatewayAsync(user, "mapping/drafts", body.DeepClone().AsObject())).Body!["message"]!.ToString();

    private static async Task<IReadOnlyList<JsonNode>> DraftsAsync(SandboxDriver driver) =>
        [.. (await driver.RowsAsync(Rules)).Where(row => row["pint_rulestate" + Label]!.ToString() == "Draft")];

    private static async Task<JsonNode> ActivateAsync(SandboxDriver driver, string user, JsonNode draft)
    {
        var row = new JsonObject { ["Table"] = "pint_wbsmappingrule", ["RowId"] = draft["pint_wbsmappingruleid"]!.ToString() };
        var shown = await driver.DataverseAsync(user, HttpMethod.Post, "pint_Activate", row.DeepClone().AsObject());
        row["ContentHash"] = shown.Body!["ContentHash"]!.ToString();
        return (await driver.DataverseAsync(user, HttpMethod.Post, "pint_Activate", row)).Body!;
    }
}
