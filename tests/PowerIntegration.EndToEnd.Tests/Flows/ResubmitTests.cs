using PowerIntegration.Local.Flows.Running;
using Xunit;

namespace PowerIntegration.EndToEnd.Tests.Flows;

/// <summary>A run that somebody submits again, whatever became of the first.</summary>
public sealed class ResubmitTests
{
    private const string Label = "@OData.Community.Display.V1.FormattedValue";

    [Fact]
    public async Task Every_run_of_every_flow_may_be_submitted_again_and_changes_nothing()
    {
        using var data = ApprovalTests.InTeams();
        await using var driver = await SandboxDriver.StartAsync(data);
        await driver.AddFirestoppingRuleAsync("0784");
        await driver.BillNextMonthAsync();
        foreach (var person in new[] { "omar.lindqvist", "dana.whitfield" }.Select(name => driver.Sandbox.Seed.User(name).SystemUserId))
        {
            foreach (var open in driver.Sandbox.Approvals.OpenFor(person))
            {
                driver.Sandbox.Approvals.Answer(person, open.ApprovalId, "Approve", null);
            }
        }

        await driver.SweepAsync();
        var runs = driver.Sandbox.Flows.Runs.ToList();
        Assert.Equal(driver.Sandbox.Flows.Flows.Select(flow => flow.Name).Order(), runs.Select(run => run.Flow.Name).Distinct().Order());
        var before = await StatesAsync(driver);
        var sent = Posts(driver);
        var told = driver.Sandbox.Teams.Posted.Count;

        foreach (var run in runs)
        {
            driver.Sandbox.Flows.Redeliver(run);
        }

        await driver.RunFlowsAsync();
        Assert.True(driver.Sandbox.Flows.Runs.Count >= 2 * runs.Count, "Every run was run again.");
        Assert.All(driver.Sandbox.Flows.Runs, run => Assert.Equal(RunStatus.Succeeded, run.Status));
        Assert.Equal(before, await StatesAsync(driver));
        Assert.Equal(sent, Posts(driver));
        Assert.Equal(told, driver.Sandbox.Teams.Posted.Count);
    }

    [Fact]
    public async Task A_run_that_failed_is_submitted_again_and_finishes_what_it_left()
    {
        await using var driver = await SandboxDriver.StartAsync();
        await driver.AddFirestoppingRuleAsync("0784");
        driver.Sandbox.Power.WaitFor(kind => kind.EndsWith("/records/read", StringComparison.Ordinal), isAnswered: false);
        await driver.BillNextMonthAsync();
        driver.Sandbox.Power.Restore();
        var failed = driver.Sandbox.Flows.Runs.Where(run => run.Status == RunStatus.Failed).ToList();
        Assert.NotEmpty(failed);

        foreach (var run in failed)
        {
            driver.Sandbox.Flows.Redeliver(run);
        }

        await driver.RunFlowsAsync();
        Assert.Equal(["Posted", "Posted", "Posted"], (await StatesAsync(driver)).Select(state => state.Split(' ')[^1]));
    }

    private static async Task<IReadOnlyList<string>> StatesAsync(SandboxDriver driver) =>
        [
            .. (await driver.RowsAsync("pint_documents?$orderby=pint_name asc")).Select(row =>
                $"{row["pint_name"]} {row["pint_documentstate" + Label]}"
            ),
        ];

    private static int Posts(SandboxDriver driver) =>
        driver
            .Sandbox.Oracle.Calls.All.Where(call => call.Method == "POST" && call.Template.Contains("invoices", StringComparison.Ordinal))
            .Sum(call => call.Count);
}
