using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Local.Flows.Running;
using Xunit;

namespace PowerIntegration.EndToEnd.Tests;

/// <summary>What a system administrator changes past every plug-in is a finding of the controller the next day.</summary>
public sealed class DriftTests
{
    private const string Step = "PowerIntegration.Plugins.Documents.ProtectFinalRows: Update of pint_document";
    private const string Role = "PowerIntegration Controller";
    private const string Flow = "PI - Documents - Sweep";

    [Fact]
    public async Task What_an_administrator_changes_past_the_plug_ins_is_reported_in_the_night_and_closed_when_it_is_restored()
    {
        await using var driver = await SandboxDriver.StartAsync();
        await driver.BillNextMonthAsync();
        await ToNightAsync(driver);
        Assert.Empty(await OpenAsync(driver));
        var administration = driver.Sandbox.Dataverse.Administration;
        var step = await StepAsync(driver, Step);
        var preparation = Of(driver, "pint_preparation", 0);
        var forged = Of(driver, "pint_preparation", 1);
        var rule = Of(driver, "pint_wbsmappingrule", 0);
        administration.SetStep(step, enabled: false);
        administration.Grant(Role, "prvWritepint_Preparation", 8);
        administration.SetApi("pint_Activate", null);
        administration.SetFlow(Flow, isOn: false);
        // Another valid content: the hash tells, not whether it can be read.
        Edit(driver, preparation, ("pint_content", forged["pint_content"]));
        Edit(driver, rule, ("pint_expendituretype", "Labor"));
        // Content and hash together: in Dataverse nothing is wrong with this row.
        Edit(driver, forged, ("pint_content", preparation["pint_content"]), ("pint_contenthash", preparation["pint_contenthash"]));

        await ToNightAsync(driver);

        var open = await OpenAsync(driver);
        Assert.Equal(7, open.Count);
        Assert.StartsWith("Custom API 'pint_Activate' asks for no privilege; ", open[0], StringComparison.Ordinal);
        Assert.Equal($"Flow '{Flow}' is off; it was released on. Nothing that it does happens until it is on.", open[1]);
        Assert.Equal($"Plug-in step '{Step}' is disabled; it was released enabled. While it is disabled, what it refuses can be saved.", open[2]);
        Assert.Equal(
            $"Preparation {forged.Id} has the hash '{preparation["pint_contenthash"]}'; '{forged["pint_contenthash"]}' was anchored on "
                + "2025-11-05 (link 2). Content and hash were both changed.",
            open[3]
        );
        Assert.Equal($"Role '{Role}' grants prvWritepint_Preparation for the organization; it was released without it.", open[4]);
        Assert.StartsWith($"The content of WBS mapping rule {rule["pint_key"]} has the hash '", open[5], StringComparison.Ordinal);
        Assert.StartsWith($"The content of preparation '{preparation["pint_name"]}' has the hash '", open[6], StringComparison.Ordinal);
        Assert.All(open.Skip(5), sentence => Assert.EndsWith("It was changed past the steps that protect it.", sentence, StringComparison.Ordinal));

        administration.SetStep(step, enabled: true);
        administration.Revoke(Role, "prvWritepint_Preparation");
        administration.SetApi("pint_Activate", "prvCreatepint_VersionGate");
        administration.SetFlow(Flow, isOn: true);
        Edit(driver, preparation, ("pint_content", preparation["pint_content"]));
        Edit(driver, rule, ("pint_expendituretype", rule["pint_expendituretype"]));
        Edit(driver, forged, ("pint_content", forged["pint_content"]), ("pint_contenthash", forged["pint_contenthash"]));
        await ToNightAsync(driver);

        Assert.Empty(await OpenAsync(driver));
    }

    private static Entity Of(SandboxDriver driver, string table, int index)
    {
        var query = new QueryExpression(table) { ColumnSet = new ColumnSet(true) };
        query.AddOrder("pint_key", OrderType.Ascending);
        return driver.Sandbox.Dataverse.CreateService(null).RetrieveMultiple(query).Entities[index];
    }

    // As a system administrator would: the steps are on again before anyone looks.
    private static void Edit(SandboxDriver driver, Entity row, params (string Column, object Value)[] values)
    {
        var changed = new Entity(row.LogicalName, row.Id);
        foreach (var (column, value) in values)
        {
            changed[column] = value;
        }

        driver.Sandbox.Dataverse.Administration.SetStepsOf(row.LogicalName, enabled: false);
        driver.Sandbox.Dataverse.CreateService(null).Update(changed);
        driver.Sandbox.Dataverse.Administration.SetStepsOf(row.LogicalName, enabled: true);
    }

    private static async Task<Guid> StepAsync(SandboxDriver driver, string name) =>
        Guid.Parse(
            (await driver.RowsAsync($"sdkmessageprocessingsteps?$filter=name eq '{name}'&$select=sdkmessageprocessingstepid"))[0][
                "sdkmessageprocessingstepid"
            ]!.ToString()
        );

    private static async Task<List<string>> OpenAsync(SandboxDriver driver)
    {
        var rows = await driver.RowsAsync(
            "pint_findings?$filter=pint_findingstate ne 723100002 and "
                + "(pint_kind eq 'release-differs' or pint_kind eq 'content-changed' or pint_kind eq 'anchor-differs' or pint_kind eq 'flow-failed')"
        );
        Assert.All(rows, row => Assert.Equal("Controller", row["pint_ownerrole@OData.Community.Display.V1.FormattedValue"]!.ToString()));
        return [.. rows.Select(row => row["pint_sentence"]!.ToString()).Order(StringComparer.Ordinal)];
    }

    // One minute after the hour of the flow.
    private static async Task ToNightAsync(SandboxDriver driver)
    {
        var day = driver.Clock.GetUtcNow().UtcDateTime.Date.AddDays(1);
        driver.Clock.AdvanceTo(new DateTimeOffset(day.AddHours(6).AddMinutes(1), TimeSpan.Zero));
        await driver.RunFlowsAsync();
        var run = driver.Sandbox.Flows.Runs.Last(run => run.FlowName == "PI - Controls - Nightly");
        Assert.Equal(RunStatus.Succeeded, run.Status);
    }
}
