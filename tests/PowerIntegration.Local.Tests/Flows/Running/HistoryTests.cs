using PowerIntegration.Local.Expressions;
using Xunit;

namespace PowerIntegration.Local.Tests.Flows.Running;

public sealed class HistoryTests
{
    [Fact]
    public async Task Secured_values_stay_out_of_the_history_and_in_the_run()
    {
        var run = await new FlowLab().RunAsync(
            """
            {"Secret":{"type":"Compose","inputs":"s3cret","runtimeConfiguration":{"secureData":{"properties":["inputs","outputs"]}}},
             "Length":{"type":"Compose","runAfter":{"Secret":["Succeeded"]},"inputs":"@length(outputs('Secret'))"}}
            """
        );

        Assert.Null(run.Action("Secret").Inputs);
        Assert.Null(run.Action("Secret").Outputs);
        Assert.Equal("6", CompactJson.Write(run.Action("Length").Outputs));
    }

    [Fact]
    public async Task Result_holds_the_first_level_actions_of_a_scope_shaped_like_actions()
    {
        var lab = new FlowLab();
        lab.Connector.Answer(422, """{"detail":"Field status, value n/a.","code":"source-value-invalid"}""");
        var result = await lab.RunAsync(
            $$"""
            {"Try":{"type":"Scope","actions":{"Read":{{FlowLab.Call()}},"Later":{"type":"Scope","runAfter":{"Read":["Succeeded"]},
            "actions":{"Deep":{"type":"Compose","inputs":1} } } } },
             "Failed":{"type":"Query","runAfter":{"Try":["Failed"]},"inputs":{"from":"@result('Try')",
             "where":"@equals(item()?['status'],'Failed')"} },
             "Result":{"type":"Compose","runAfter":{"Failed":["Succeeded"]},
               "inputs":["@length(result('Try'))","@first(body('Failed'))?['name']","@first(body('Failed'))?['code']",
               "@first(body('Failed'))?['outputs/body/code']","@first(body('Failed'))?['error/message']","@actions('Later')?['code']",
               "@body('Later')?['x']"]} }
            """
        );

        Assert.Equal(
            """[2,"Read","UnprocessableEntity","source-value-invalid","Field status, value n/a.","ActionSkipped",null]""",
            CompactJson.Write(result.Action("Result").Outputs)
        );
    }

    [Fact]
    public async Task The_run_knows_its_flow_its_trigger_and_its_parameters()
    {
        var lab = new FlowLab();
        using var runtime = lab.Runtime(
            FlowLab.Define(
                """
                {"Result":{"type":"Compose","inputs":["@workflow()?['tags/flowDisplayName']","@triggerBody()?['id']","@triggerOutputs()?['body/id']",
                "@trigger()?['name']","@parameters('given')?['x']","@{length(workflow()?['run']?['name'])}"]}}
                """,
                parameters: """{"x":4}"""
            )
        );
        runtime.Start("PI - Test - Try It", new() { ["id"] = 7 });

        await runtime.RunDueAsync(TestContext.Current.CancellationToken);

        Assert.Equal("""["PI - Test - Try It",7,7,"manual",4,"32"]""", CompactJson.Write(runtime.Runs[0].Action("Result").Outputs));
    }

    [Fact]
    public async Task Actions_carry_times_and_loop_passes()
    {
        var run = await new FlowLab().RunAsync(
            """
            {"Loop":{"type":"Foreach","foreach":["a","b"],"actions":{"Wait":{"type":"Wait","inputs":{"interval":{"count":3,"unit":"Minute"}}}}}}
            """
        );

        Assert.Equal(TimeSpan.FromMinutes(6), run.EndTime - run.StartTime);
        Assert.Equal("Loop[1]", run.Action("Wait").Repetition);
        Assert.Equal(TimeSpan.FromMinutes(3), run.Action("Wait").EndTime - run.Action("Wait").StartTime);
        Assert.Equal(3, run.ExecutedActionCount);
        Assert.Equal(0, run.ConnectorCallCount);
    }
}
