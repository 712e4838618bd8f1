using PowerIntegration.Local.Flows.Running;
using PowerIntegration.Local.Teams;
using Xunit;

namespace PowerIntegration.EndToEnd.Tests.Flows;

/// <summary>A code without a task reaches the mapping administrators in Teams once, whatever is proved or submitted again.</summary>
public sealed class CoverageNoticeTests
{
    [Fact]
    public async Task A_code_without_a_task_is_told_in_Teams_once()
    {
        await using var driver = await SandboxDriver.StartAsync();
        await PassAsync(driver, hours: 3);

        var told = Told(driver);
        Assert.NotEmpty(told);
        Assert.Equal(told.Count, told.Select(message => message.Recipient).Distinct().Count());
        Assert.All(
            told,
            message =>
            {
                Assert.True(message.IsCard);
                Assert.Contains("07-840", message.Content, StringComparison.Ordinal);
                Assert.Contains("suggested task 0784", message.Content, StringComparison.Ordinal);
                Assert.Contains("etn=pint_run", message.Content, StringComparison.Ordinal);
            }
        );

        // The proof of the next day finds the code again, and a run that is submitted again lists what is due now.
        await PassAsync(driver, hours: 26);
        var runs = driver.Sandbox.Flows.Runs.Where(run => run.Flow.Name == "PI - Mapping - Notice").ToList();
        Assert.True(runs.Count > 1);
        runs.ForEach(driver.Sandbox.Flows.Redeliver);
        await driver.RunFlowsAsync();
        Assert.All(driver.Sandbox.Flows.Runs, run => Assert.Equal(RunStatus.Succeeded, run.Status));
        Assert.Equal(told, Told(driver));
    }

    private static async Task PassAsync(SandboxDriver driver, int hours)
    {
        for (var hour = 0; hour < hours; hour++)
        {
            driver.Clock.AdvanceTo(driver.Clock.GetUtcNow().AddHours(1));
            await driver.RunFlowsAsync();
        }
    }

    private static List<PostedMessage> Told(SandboxDriver driver) =>
        [.. driver.Sandbox.Teams.Posted.Where(message => message.Content.Contains("no Oracle task", StringComparison.Ordinal))];
}
