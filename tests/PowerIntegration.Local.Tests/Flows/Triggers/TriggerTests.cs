using PowerIntegration.Local.Expressions;
using PowerIntegration.Local.Flows.Running;
using Xunit;

namespace PowerIntegration.Local.Tests.Flows.Triggers;

public sealed class TriggerTests
{
    private const string Seen = """{"Result":{"type":"Compose","inputs":"@triggerBody()?['id']"}}""";

    [Fact]
    public async Task A_delivery_starts_a_run_with_the_row_as_trigger_body()
    {
        var lab = new FlowLab();
        using var runtime = lab.Runtime(FlowLab.Define(Seen, Webhook()));

        lab.Connector.Fire("""{"id":7,"SdkMessage":"Update"}""");

        Assert.Equal(1, runtime.WaitingDeliveryCount);
        Assert.Equal(1, await runtime.RunDueAsync(TestContext.Current.CancellationToken));
        Assert.Equal("7", CompactJson.Write(runtime.Runs[0].Action("Result").Outputs));
        Assert.Equal("""{"subscriptionRequest/message":4}""", CompactJson.Write(lab.Connector.SubscribedWith));
    }

    [Fact]
    public async Task Conditions_that_do_not_hold_start_nothing_and_are_counted()
    {
        var lab = new FlowLab();
        using var runtime = lab.Runtime(
            FlowLab.Define(Seen, Webhook(""","conditions":[{"expression":"@greater(triggerOutputs()?['body/id'],5)"}]"""))
        );
        lab.Connector.Fire("""{"id":3}""");
        lab.Connector.Fire("""{"id":9}""");

        await runtime.RunDueAsync(TestContext.Current.CancellationToken);

        Assert.Equal("9", CompactJson.Write(Assert.Single(runtime.Runs).Action("Result").Outputs));
        Assert.Equal(1, runtime.RefusedDeliveryCount);
    }

    [Fact]
    public async Task Split_on_starts_a_run_for_each_element()
    {
        var lab = new FlowLab();
        using var runtime = lab.Runtime(
            FlowLab.Define(
                Seen,
                Webhook(""","splitOn":"@triggerBody()?['value']","conditions":[{"expression":"@not(equals(triggerBody()?['id'],2))"}]""")
            )
        );
        lab.Connector.Fire("""{"value":[{"id":1},{"id":2},{"id":3}]}""");

        Assert.Equal(2, await runtime.RunDueAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["1", "3"], runtime.Runs.Select(run => CompactJson.Write(run.Action("Result").Outputs)));
    }

    [Fact]
    public async Task A_condition_that_cannot_be_evaluated_is_a_failed_run_that_everyone_sees()
    {
        var lab = new FlowLab();
        using var runtime = lab.Runtime(FlowLab.Define(Seen, Webhook(""","conditions":[{"expression":"@int('x')"}]""")));
        FlowRun? told = null;
        runtime.RunFinished += (_, finished) => told = finished.Run;
        lab.Connector.Fire("{}");

        await runtime.RunDueAsync(TestContext.Current.CancellationToken);

        Assert.Equal("InvalidTemplate", told!.Error!.Code);
        Assert.Equal(RunStatus.Failed, Assert.Single(runtime.Runs).Status);
    }

    [Fact]
    public async Task A_run_can_be_delivered_again_with_the_same_payload()
    {
        var lab = new FlowLab();
        using var runtime = lab.Runtime(FlowLab.Define(Seen, Webhook()));
        lab.Connector.Fire("""{"id":7}""");
        await runtime.RunDueAsync(TestContext.Current.CancellationToken);

        runtime.Redeliver(runtime.Runs[0]);
        await runtime.RunDueAsync(TestContext.Current.CancellationToken);

        Assert.Equal(2, runtime.Runs.Count);
        Assert.NotEqual(runtime.Runs[0].Id, runtime.Runs[1].Id);
        Assert.Equal("7", CompactJson.Write(runtime.Runs[1].Action("Result").Outputs));
    }

    // No call answers before as many are under way as may be: too few would wait until the time is up.
    [Theory(Timeout = 60_000)]
    [InlineData(1, null, 1)]
    [InlineData(3, null, 3)]
    [InlineData(3, 2, 2)]
    public async Task As_many_runs_are_under_way_as_degree_and_trigger_allow(int degree, int? concurrentRuns, int expected)
    {
        var lab = new FlowLab();
        var underWay = 0;
        var most = 0;
        using var runtime = lab.Runtime(
            FlowLab.Define(
                $$"""{"A":{{FlowLab.Call()}},"B":{"type":"Compose","runAfter":{"A":["Succeeded"]},"inputs":1} }""",
                Webhook(concurrentRuns is null ? string.Empty : $$$""","runtimeConfiguration":{"concurrency":{"runs":{{{concurrentRuns}}} } }""")
            )
        );
        for (var delivery = 0; delivery < 3; delivery++)
        {
            lab.Connector.Do(() => { });
            lab.Connector.Fire("{}");
        }

        runtime.RunFinished += (_, _) => System.Threading.Interlocked.Decrement(ref underWay);
        var allUnderWay = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lab.Connector.Held = allUnderWay.Task;
        lab.Connector.OnCall = () =>
        {
            most = Math.Max(most, System.Threading.Interlocked.Increment(ref underWay));
            if (most == expected)
            {
                allUnderWay.TrySetResult();
            }
        };

        Assert.Equal(3, await runtime.RunDueAsync(degree, TestContext.Current.CancellationToken));
        Assert.Equal(expected, most);
    }

    [Fact]
    public async Task Flows_that_start_each_other_without_end_are_stopped_by_name()
    {
        var lab = new FlowLab { Settings = new FlowRuntimeSettings { MaximumRunsPerPass = 20 } };
        using var runtime = lab.Runtime(FlowLab.Define(Seen, Webhook()));
        runtime.RunFinished += (_, _) => lab.Connector.Fire("{}");
        lab.Connector.Fire("{}");

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => runtime.RunDueAsync(TestContext.Current.CancellationToken));

        Assert.Contains("PI - Test - Try It", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Disposing_the_runtime_ends_its_subscriptions()
    {
        var lab = new FlowLab();
        var runtime = lab.Runtime(FlowLab.Define(Seen, Webhook()));
        runtime.Dispose();

        lab.Connector.Fire("{}");

        Assert.Equal(0, runtime.WaitingDeliveryCount);
    }

    private static string Webhook(string extra = "") =>
        $$"""
            {"w":{"type":"OpenApiConnectionWebhook"{{extra}},"inputs":{"host":{"connectionName":"test","operationId":"WhenRowChanges","apiId":"x"},
            "parameters":{"subscriptionRequest/message":4},"authentication":"@parameters('$authentication')"} } }
            """;
}
