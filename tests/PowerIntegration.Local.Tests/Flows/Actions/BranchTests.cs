using Xunit;

namespace PowerIntegration.Local.Tests.Flows.Actions;

public sealed class BranchTests
{
    [Theory]
    [InlineData("""{"and":[{"equals":["@1","@1"]},{"not":{"equals":["a","A"]}}]}""", true)]
    [InlineData("""{"or":[{"greater":[1,2]},{"lessOrEquals":[2,2]}]}""", true)]
    [InlineData("""{"equals":["@null",""]}""", true)]
    [InlineData("""{"NOT":{"Contains":["@createArray('a')","a"]}}""", false)]
    [InlineData("""{"startsWith":["Posted","POST"]}""", true)]
    [InlineData("\"@equals(null,'')\"", false)]
    [InlineData("\"@less(1,2)\"", true)]
    public async Task Conditions_choose_the_branch(string expression, bool isTrue)
    {
        var run = await new FlowLab().RunAsync(
            $$$"""
            {"Choose":{"type":"If","expression":{{{expression}}},"actions":{"Yes":{"type":"Compose","inputs":1} },
            "else":{"actions":{"No":{"type":"Compose","inputs":1} } } } }
            """
        );

        Assert.Equal(
            isTrue ? "Choose=Succeeded No=Skipped Yes=Succeeded run=Succeeded" : "Choose=Succeeded Yes=Skipped No=Succeeded run=Succeeded",
            FlowLab.StatusesOf(run)
        );
        Assert.Equal("ActionBranchingConditionNotSatisfied", run.Action(isTrue ? "No" : "Yes").Error!.Code);
    }

    [Theory]
    [InlineData("Prepared", "A")]
    [InlineData("prepared", "D")]
    [InlineData("Held", "B")]
    public async Task Switch_compares_as_json_and_falls_back_to_the_default(string value, string chosen)
    {
        var run = await new FlowLab().RunAsync(
            """
            {"Choose":{"type":"Switch","expression":"@triggerBody()?['state']",
              "cases":{"First":{"case":"Prepared","actions":{"A":{"type":"Compose","inputs":1}}},"Second":{"case":"Held",
              "actions":{"B":{"type":"Compose","inputs":1}}}},
              "default":{"actions":{"D":{"type":"Compose","inputs":1}}}}}
            """,
            $$"""{"state":"{{value}}"}"""
        );

        Assert.Equal(PowerIntegration.Local.Flows.Definition.ActionStatus.Succeeded, run.Action(chosen).Status);
        Assert.Equal(2, run.ExecutedActionCount);
    }

    [Fact]
    public async Task A_condition_that_is_neither_true_nor_false_fails_the_action()
    {
        var run = await new FlowLab().RunAsync("""{"Choose":{"type":"If","expression":"@concat('true')","actions":{}}}""");

        Assert.Contains("instead of true or false", run.Error!.Message, System.StringComparison.Ordinal);
    }
}
