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
    public async Task What_is_not_as_released_is_reported_in_the_night_and_closed_when_it_is_restored()
    {
        await using var driver = await SandboxDriver.StartAsync();
        await ToNightAsync(driver);
        Assert.Empty(await OpenAsync(driver));
        var administration = driver.Sandbox.Dataverse.Administration;
        var step = await StepAsync(driver, Step);
        administration.SetStep(step, enabled: false);
        administration.Grant(Role, "prvWritepint_Preparation", 8);
        administration.SetFlow(Flow, isOn: false);

        await ToNightAsync(driver);

        Assert.Equal(
            [
                $"Flow '{Flow}' is off; it was released on. Nothing that it does happens until it is on.",
                $"Plug-in step '{Step}' is disabled; it was released enabled. While it is disabled, what it refuses can be saved.",
                $"Role '{Role}' grants prvWritepint_Preparation for the organization; it was released without it.",
            ],
            await OpenAsync(driver)
        );

        administration.SetStep(step, enabled: true);
        administration.Revoke(Role, "prvWritepint_Preparation");
        administration.SetFlow(Flow, isOn: true);
        await ToNightAsync(driver);

        Assert.Empty(await OpenAsync(driver));
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
            "pint_findings?$filter=(pint_kind eq 'release-differs' or pint_kind eq 'content-changed') and pint_findingstate ne 723100002"
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
