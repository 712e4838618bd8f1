using PowerIntegration.Local.Expressions;
using PowerIntegration.Local.Flows.Running;
using Xunit;

namespace PowerIntegration.Local.Tests.Flows.Actions;

public sealed class LoopTests
{
    [Fact]
    public async Task Without_a_setting_elements_run_one_after_the_other() =>
        Assert.Equal(
            "[1,2,3]",
            await new FlowLab().ResultAsync(
                """
                {"Make":{"type":"InitializeVariable","inputs":{"variables":[{"name":"seen","type":"array"}]}},
                 "Loop":{"type":"Foreach","runAfter":{"Make":["Succeeded"]},"foreach":"@createArray(1,2,3)",
                 "actions":{"Add":{"type":"AppendToArrayVariable","inputs":{"name":"seen","value":"@items('Loop')"}}}},
                 "Result":{"type":"Compose","runAfter":{"Loop":["Succeeded"]},"inputs":"@variables('seen')"}}
                """
            )
        );

    [Theory]
    [InlineData(1, "3")]
    [InlineData(3, "1")]
    public async Task Passes_that_run_at_once_race_for_a_variable(int repetitions, string expected) =>
        Assert.Equal(
            expected,
            await new FlowLab().ResultAsync(
                $$"""
                {"Make":{"type":"InitializeVariable","inputs":{"variables":[{"name":"n","type":"integer","value":0}]} },
                 "Loop":{"type":"Foreach","runAfter":{"Make":["Succeeded"]},"foreach":["a","b","c"],
                 "runtimeConfiguration":{"concurrency":{"repetitions":{{repetitions}} } },"actions":{
                    "Read":{"type":"Compose","inputs":"@variables('n')"},
                    "Write":{"type":"SetVariable","runAfter":{"Read":["Succeeded"]},"inputs":{"name":"n","value":"@add(outputs('Read'),1)"} } } },
                 "Result":{"type":"Compose","runAfter":{"Loop":["Succeeded"]},"inputs":"@variables('n')"} }
                """
            )
        );

    [Fact]
    public async Task A_failed_pass_fails_the_loop_after_the_others_ran()
    {
        var run = await new FlowLab().RunAsync(
            """
            {"Loop":{"type":"Foreach","foreach":["1","x","3"],"actions":{"Convert":{"type":"Compose","inputs":"@int(item())"}}},
             "Count":{"type":"Compose","runAfter":{"Loop":["Failed"]},"inputs":"@length(result('Loop'))"}}
            """
        );

        Assert.Equal("Loop=Failed Convert=Succeeded Convert=Failed Convert=Succeeded Count=Succeeded run=Succeeded", FlowLab.StatusesOf(run));
        Assert.Equal("3", CompactJson.Write(run.Action("Count").Outputs));
    }

    [Fact]
    public async Task Inner_loops_see_their_own_element_and_the_outer_one_by_name() =>
        Assert.Equal(
            """["1a","1b","2a","2b"]""",
            await new FlowLab().ResultAsync(
                """
                {"Make":{"type":"InitializeVariable","inputs":{"variables":[{"name":"seen","type":"array"}]}},
                 "Outer":{"type":"Foreach","runAfter":{"Make":["Succeeded"]},"foreach":[1,2],"actions":{
                    "Inner":{"type":"Foreach","foreach":["a","b"],"actions":{"Add":{"type":"AppendToArrayVariable","inputs":{"name":"seen",
                    "value":"@{items('Outer')}@{item()}"}}}}}},
                 "Result":{"type":"Compose","runAfter":{"Outer":["Succeeded"]},"inputs":"@variables('seen')"}}
                """
            )
        );

    [Fact]
    public async Task Until_runs_at_least_once_and_sees_what_it_ran()
    {
        var run = await new FlowLab().RunAsync(
            """
            {"Loop":{"type":"Until","expression":"@equals(outputs('Pass'),2)","actions":{"Pass":{"type":"Compose",
            "inputs":"@iterationIndexes('Loop')"}}}}
            """
        );

        Assert.Equal("Loop=Succeeded Pass=Succeeded Pass=Succeeded Pass=Succeeded run=Succeeded", FlowLab.StatusesOf(run));
    }

    [Fact]
    public async Task Until_that_reaches_its_count_stops_without_failing()
    {
        var run = await new FlowLab().RunAsync(
            """
            {"Loop":{"type":"Until","expression":"@equals(1,2)","limit":{"count":2},"actions":{"Pass":{"type":"Compose","inputs":1}}}}
            """
        );

        Assert.Equal("Loop=Succeeded Pass=Succeeded Pass=Succeeded run=Succeeded", FlowLab.StatusesOf(run));
    }

    [Fact]
    public async Task Until_that_reaches_its_time_is_timed_out()
    {
        var run = await new FlowLab().RunAsync(
            """
            {"Loop":{"type":"Until","expression":"@equals(1,2)","limit":{"count":5000,"timeout":"PT10M"},"actions":{"Pass":{"type":"Wait",
            "inputs":{"interval":{"count":4,"unit":"Minute"}}}}}}
            """
        );

        Assert.StartsWith("Loop=TimedOut Pass=Succeeded Pass=Succeeded", FlowLab.StatusesOf(run), System.StringComparison.Ordinal);
        Assert.Equal(RunStatus.Failed, run.Status);
    }

    [Fact]
    public async Task A_loop_over_something_else_than_a_list_fails()
    {
        var run = await new FlowLab().RunAsync("""{"Loop":{"type":"Foreach","foreach":"@null","actions":{"A":{"type":"Compose","inputs":1}}}}""");

        Assert.Contains("The value to loop over is not a list.", run.Error!.Message, System.StringComparison.Ordinal);
    }
}
