using System.Text.Json.Nodes;
using PowerIntegration.Local.Flows.Running;
using Xunit;

namespace PowerIntegration.Local.Tests.Flows.Running;

public sealed class StatusTests
{
    // An exclamation mark makes an action fail; "B<A:Failed|TimedOut" runs B after A failed or timed out, "B<A" after it succeeded.
    [Theory]
    [InlineData("A; B<A", "A=Succeeded B=Succeeded run=Succeeded")]
    [InlineData("A!; B<A", "A=Failed B=Skipped run=Failed")]
    [InlineData("A!; B<A:Failed", "A=Failed B=Succeeded run=Succeeded")]
    [InlineData("A!; B<A; C<A:Failed", "A=Failed B=Skipped C=Succeeded run=Failed")]
    [InlineData("A; B<A:Failed|TimedOut", "A=Succeeded B=Skipped run=Succeeded")]
    [InlineData("A; B!", "A=Succeeded B=Failed run=Failed")]
    [InlineData("A!; B<A; C<B:Skipped", "A=Failed B=Skipped C=Succeeded run=Succeeded")]
    [InlineData("A!; B!<A:Failed", "A=Failed B=Failed run=Failed")]
    [InlineData("A; B<A:SUCCEEDED", "A=Succeeded B=Succeeded run=Succeeded")]
    [InlineData("A; B!; C<A,B:Failed", "A=Succeeded B=Failed C=Succeeded run=Succeeded")]
    [InlineData("A!; B; C<A,B", "A=Failed B=Succeeded C=Skipped run=Failed")]
    public async Task The_status_of_a_run_is_that_of_its_last_actions(string graph, string expected) =>
        Assert.Equal(expected, FlowLab.StatusesOf(await new FlowLab().RunAsync(Actions(graph))));

    [Theory]
    [InlineData("A; B<A", "Succeeded")]
    [InlineData("A!; B<A", "Failed")]
    [InlineData("A!; B<A:Failed", "Succeeded")]
    [InlineData("A!; B<A; C<A:Failed", "Failed")]
    public async Task A_scope_ends_as_its_last_actions_do(string graph, string expected)
    {
        var run = await new FlowLab().RunAsync($$"""{"Try":{"type":"Scope","actions":{{Actions(graph)}} } }""");

        Assert.Equal(expected, run.Action("Try").Status.ToString());
    }

    [Fact]
    public async Task A_failed_scope_says_so_in_the_product_s_words()
    {
        var run = await new FlowLab().RunAsync($$"""{"Try":{"type":"Scope","actions":{{Actions("A!")}} } }""");

        Assert.Equal(new FlowError("ActionFailed", "An action failed. No dependent actions succeeded."), run.Action("Try").Error);
        Assert.Equal("ActionFailed", run.Error!.Code);
        Assert.StartsWith(
            "The action 'A' ended as Failed (InvalidTemplate): Unable to process template language expressions in action 'A'",
            run.Error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_stands_inside_a_skipped_scope_is_skipped_with_a_reason()
    {
        var run = await new FlowLab().RunAsync(
            """
            {"A":{"type":"Compose","inputs":"@int('x')"},
             "Later":{"type":"Scope","runAfter":{"A":["Succeeded"]},"actions":{"Inner":{"type":"Compose","inputs":1}}}}
            """
        );

        Assert.Equal("A=Failed Later=Skipped Inner=Skipped run=Failed", FlowLab.StatusesOf(run));
        Assert.Equal("ActionSkipped", run.Action("Inner").Code);
        Assert.Equal("ActionDependencyFailed", run.Action("Inner").Error!.Code);
        Assert.Equal(1, run.ExecutedActionCount);
    }

    [Fact]
    public async Task Terminate_inside_a_scope_ends_the_whole_run_with_its_own_error()
    {
        var run = await new FlowLab().RunAsync(
            """
            {"Try":{"type":"Scope","actions":{
                "Stop":{"type":"Terminate","inputs":{"runStatus":"Failed","runError":{"code":"PollFailed","message":"@concat('No ','answer.')"}}},
                "Rest":{"type":"Compose","runAfter":{"Stop":["Succeeded"]},"inputs":1}}},
             "After":{"type":"Compose","runAfter":{"Try":["Succeeded","Failed","Skipped","TimedOut"]},"inputs":1}}
            """
        );

        Assert.Equal("Try=Cancelled Stop=Succeeded Rest=Skipped After=Skipped run=Failed", FlowLab.StatusesOf(run));
        Assert.Equal(new FlowError("PollFailed", "No answer."), run.Error);
    }

    [Fact]
    public async Task Terminate_can_end_a_run_well()
    {
        var run = await new FlowLab().RunAsync(
            """
            {"Stop":{"type":"Terminate","inputs":{"runStatus":"Succeeded"}},"Rest":{"type":"Compose","runAfter":{"Stop":["Succeeded"]},
            "inputs":"@int('x')"}}
            """
        );

        Assert.Equal("Stop=Succeeded Rest=Skipped run=Succeeded", FlowLab.StatusesOf(run));
    }

    [Fact]
    public async Task A_run_with_too_many_actions_is_stopped()
    {
        var lab = new FlowLab { Settings = new FlowRuntimeSettings { MaximumActionsPerRun = 10 } };

        var run = await lab.RunAsync("""{"Loop":{"type":"Foreach","foreach":"@range(0,50)","actions":{"A":{"type":"Compose","inputs":1}}}}""");

        Assert.Equal("ActionLimitReached", run.Error!.Code);
        Assert.Equal(RunStatus.Failed, run.Status);
        Assert.Equal(10, run.ExecutedActionCount);
    }

    private static string Actions(string graph)
    {
        var actions = new JsonObject();
        foreach (var node in graph.Split(';', StringSplitOptions.TrimEntries))
        {
            var parts = node.Split('<');
            var runAfter = new JsonObject();
            foreach (var predecessor in parts.Skip(1).SelectMany(list => list.Split(',')))
            {
                var condition = predecessor.Split(':');
                var statuses = condition.Length > 1 ? condition[1].Split('|') : ["Succeeded"];
                runAfter[condition[0]] = new JsonArray([.. statuses.Select(status => (JsonNode)status)]);
            }

            actions[parts[0].TrimEnd('!')] = new JsonObject
            {
                ["type"] = "Compose",
                ["runAfter"] = runAfter,
                ["inputs"] = parts[0].EndsWith('!') ? "@int('x')" : "fine",
            };
        }

        return actions.ToJsonString();
    }
}
