using PowerIntegration.Domain.Findings;
using PowerIntegration.Local.Clock;
using PowerIntegration.Local.Flows.Definition;
using PowerIntegration.Local.Flows.Running;
using PowerIntegration.Local.Flows.Runtime;
using PowerIntegration.Sandbox.Hosting;
using Xunit;

namespace PowerIntegration.EndToEnd.Tests.Flows;

/// <summary>Every step of every shipped flow fails in every way; a flow that is added is tested with the others.</summary>
public sealed class ShippedFlowFailureTests
{
    private const string Report = "pint_ReportFailure";
    private const string Loops = "PI - Documents - Sweep";

    // Flows that handle what a step lists, one after the other.
    private static readonly Dictionary<string, string> Lists = new(StringComparer.Ordinal)
    {
        [Loops] = "pint_ListStalled",
        ["PI - Payment Holds - Release Due"] = "pint_ListPaymentHolds",
        ["PI - Approvals - Sweep"] = "pint_ListApprovals",
        ["PI - Mapping - Notice"] = "pint_ListCoverageNotices",
    };

    private static readonly IReadOnlyList<FlowDefinition> Shipped = SolutionFlows.Load(RepositoryLayout.Find().SolutionFolders);

    public static TheoryData<string> Flows => [.. Shipped.Select(flow => flow.Name)];

    public static TheoryData<string, string, AnswerKind> Failures
    {
        get
        {
            var rows = new TheoryData<string, string, AnswerKind>();
            foreach (var (flow, step) in Shipped.SelectMany(flow => Steps(flow).Select(step => (flow.Name, step))))
            {
                rows.AddRange([.. Enum.GetValues<AnswerKind>().Select(kind => new TheoryDataRow<string, string, AnswerKind>(flow, step, kind))]);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Flows))]
    public async Task A_run_without_a_failure_reports_none(string flow)
    {
        var (run, connector) = await RunAsync(flow, null, AnswerKind.Nothing);

        Assert.Equal(RunStatus.Succeeded, run.Status);
        Assert.DoesNotContain(connector.Calls, call => call.Name == Report);
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_failing_step_is_caught_whatever_its_answer_is_and_handed_over_once(string flow, string step, AnswerKind kind)
    {
        var (run, connector) = await RunAsync(flow, step, kind);

        Assert.DoesNotContain(run.Actions, action => action.Code == "InvalidTemplate");
        if (step == Report)
        {
            // Nothing fails that could be reported; the step is not called.
            Assert.Equal(RunStatus.Succeeded, run.Status);
            return;
        }

        var reports = connector.Calls.Where(call => call.Name == Report).ToList();
        var isInLoop = Lists.TryGetValue(flow, out var list) && step != list;
        Assert.Equal(isInLoop ? connector.Calls.Count(call => call.Name == step) : 1, reports.Count);
        Assert.All(reports, report => AssertTells(report.Parameters["item/Steps"]!.ToString(), kind));
        Assert.Equal(isInLoop ? RunStatus.Succeeded : RunStatus.Failed, run.Status);
        if (flow == Loops && step != "pint_ListStalled")
        {
            // The others go on: two of each were listed.
            Assert.Equal(2, connector.Calls.Count(call => call.Name == "SubmitDocument"));
        }
    }

    [Theory]
    [MemberData(nameof(Flows))]
    public async Task A_failure_that_cannot_be_reported_ends_the_run_as_failed_or_is_seen_by_the_next_sweep(string flow)
    {
        var first = Steps(Shipped.Single(shipped => shipped.Name == flow))[0];
        var (run, _) = await RunAsync(flow, first, AnswerKind.Nothing, alsoFailing: Report);

        Assert.Equal(RunStatus.Failed, run.Status);
    }

    private static void AssertTells(string steps, AnswerKind kind)
    {
        var failure = StepResults.Read(steps);
        Assert.NotEmpty(failure.Step);
        Assert.NotEmpty(failure.Sentence);
        Assert.Equal(kind != AnswerKind.Problem, failure.IsTechnical);
        Assert.Equal(
            kind switch
            {
                AnswerKind.Page => 403,
                AnswerKind.Nothing or AnswerKind.Number => 500,
                AnswerKind.PlainText => 502,
                AnswerKind.Problem or AnswerKind.OtherFields => 422,
                AnswerKind.List => 400,
                AnswerKind.Late => 200,
                _ => null,
            },
            failure.StatusCode
        );
        switch (kind)
        {
            case AnswerKind.Problem:
                Assert.Equal("Line 3 has no amount.", failure.Detail);
                break;
            case AnswerKind.PlainText:
                Assert.Equal("upstream connect error {\"", failure.Detail);
                break;
            case AnswerKind.Silence:
                Assert.NotNull(failure.Detail);
                break;
            case AnswerKind.Page:
                Assert.DoesNotContain("html", failure.Sentence, StringComparison.Ordinal);
                break;
        }
    }

    // Operations and custom APIs, in the order of the file.
    private static IReadOnlyList<string> Steps(FlowDefinition flow) =>
        [
            .. flow.AllActions()
                .OfType<ActionDefinition.Connector>()
                .Select(action => action.Parameters["actionName"]?.ToString() ?? action.OperationId)
                .Distinct(),
        ];

    private static async Task<(FlowRun Run, FailingConnector Connector)> RunAsync(
        string flow,
        string? failing,
        AnswerKind kind,
        string? alsoFailing = null
    )
    {
        var clock = new DrivenClock(RunningSandbox.SeedStart);
        var definition = Shipped.Single(shipped => shipped.Name == flow);
        definition = definition with { Actions = Limited(definition.Actions) };
        var connector = new FailingConnector(clock) { Kind = kind, Failing = [.. new[] { failing, alsoFailing }.OfType<string>()] };
        var names = definition.Connections.Values.Select(connection => connection.ApiName).Distinct(StringComparer.OrdinalIgnoreCase);
        using var runtime = new FlowRuntime([definition], [.. names.Select(connector.As)], clock, new SeededIdSource(1));
        connector.Fire();
        if (runtime.NextDue is { } due && due > clock.GetUtcNow())
        {
            clock.AdvanceTo(due);
        }

        await runtime.RunDueAsync(SandboxDriver.Cancellation);
        return (Assert.Single(runtime.Runs), connector);
    }

    // The platform's own limit, two minutes for a request, made a little longer than the gateway's; the file need not say it.
    private static IReadOnlyList<ActionDefinition> Limited(IReadOnlyList<ActionDefinition> actions) =>
        [
            .. actions.Select(action =>
                action switch
                {
                    ActionDefinition.Scope scope => scope with { Actions = Limited(scope.Actions) },
                    ActionDefinition.If choice => choice with { Actions = Limited(choice.Actions), Else = Limited(choice.Else) },
                    ActionDefinition.Foreach loop => loop with { Actions = Limited(loop.Actions) },
                    ActionDefinition.Until loop => loop with { Actions = Limited(loop.Actions) },
                    ActionDefinition.Connector call => call with { Header = call.Header with { Timeout = TimeSpan.FromMinutes(5) } },
                    _ => action,
                }
            ),
        ];
}
