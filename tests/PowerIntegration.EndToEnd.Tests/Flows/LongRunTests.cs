using System.Text.Json.Nodes;
using PowerIntegration.Domain.Findings;
using PowerIntegration.Local.Clock;
using PowerIntegration.Local.Flows.Definition;
using PowerIntegration.Local.Flows.Running;
using PowerIntegration.Local.Flows.Runtime;
using PowerIntegration.Sandbox.Hosting;
using Xunit;

namespace PowerIntegration.EndToEnd.Tests.Flows;

/// <summary>The shipped flow goes on with a long run for as long as a call made at once gets further.</summary>
public sealed class LongRunTests
{
    private const string Flow = "PI - Structure - Refresh and prove";
    private const string Call = "ContinueRuns";
    private const int Passes = 12;

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(40)]
    public async Task Runs_are_continued_until_none_can_go_on_and_twelve_times_at_most(int needed)
    {
        var (run, connector) = await RunAsync(number => new JsonObject { ["hasMore"] = number < needed });

        Assert.Equal(RunStatus.Succeeded, run.Status);
        Assert.Equal(Math.Min(needed, Passes), connector.Calls.Count(call => call.Name == Call));
        Assert.Equal(1, connector.Calls.Count(call => call.Name == "RefreshStructures"));
        Assert.DoesNotContain(connector.Calls, call => call.Name == "pint_ReportFailure");
    }

    [Fact]
    public async Task A_call_that_fails_after_others_ends_the_loop_and_is_reported_once()
    {
        var (run, connector) = await RunAsync(number => number < 3 ? new JsonObject { ["hasMore"] = true } : null);

        Assert.Equal(RunStatus.Failed, run.Status);
        Assert.Equal(3, connector.Calls.Count(call => call.Name == Call));
        var report = Assert.Single(connector.Calls, call => call.Name == "pint_ReportFailure");
        var failure = StepResults.Read(report.Parameters["item/Steps"]!.ToString());
        Assert.Equal(("Continue_runs", 502), (failure.Step.Replace(' ', '_'), failure.StatusCode));
    }

    private static async Task<(FlowRun Run, FailingConnector Connector)> RunAsync(Func<int, JsonNode?> answer)
    {
        var clock = new DrivenClock(RunningSandbox.SeedStart);
        var definition = SolutionFlows.Load(RepositoryLayout.Find().SolutionFolders).Single(shipped => shipped.Name == Flow);
        var connector = new FailingConnector(clock)
        {
            Kind = AnswerKind.PlainText,
            Planned = new Dictionary<string, Func<int, JsonNode?>> { [Call] = answer },
        };
        using var runtime = new FlowRuntime(
            [definition],
            [.. definition.Connections.Values.Select(connection => connector.As(connection.ApiName))],
            clock,
            new SeededIdSource(1)
        );
        connector.Fire();
        clock.AdvanceTo(runtime.NextDue!.Value);
        await runtime.RunDueAsync(SandboxDriver.Cancellation);
        return (Assert.Single(runtime.Runs), connector);
    }
}
