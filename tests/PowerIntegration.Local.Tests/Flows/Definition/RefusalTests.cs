using PowerIntegration.Local.Flows.Definition;
using Xunit;

namespace PowerIntegration.Local.Tests.Flows.Definition;

public sealed class RefusalTests
{
    [Theory]
    [InlineData(
        """{"A":{"type":"Http","inputs":{"method":"GET","uri":"https://x"}}}""",
        "$.properties.definition.actions.A is of type 'Http', which this runtime does not implement."
    )]
    [InlineData("""{"A":{"type":"Workflow","inputs":{}}}""", "'Workflow'")]
    [InlineData("""{"A":{"type":"Response","inputs":{}}}""", "'Response'")]
    [InlineData("""{"A":{"type":"OpenApiConnectionWebhook","inputs":{}}}""", "'OpenApiConnectionWebhook'")]
    [InlineData(
        """{"A":{"type":"Compose","inputs":1,"operationOptions":"x"}}""",
        "$.properties.definition.actions.A has 'operationOptions', which this runtime does not support."
    )]
    [InlineData(
        """{"A":{"type":"Compose","inputs":1,"runtimeConfiguration":{"staticResult":{}}}}""",
        "actions.A.runtimeConfiguration has 'staticResult'"
    )]
    [InlineData("""{"A":{"type":"Compose","inputs":1,"runtimeConfiguration":{"concurrency":{"repetitions":5}}}}""", "has 'concurrency'")]
    [InlineData("""{"A":{"type":"Compose"}}""", "actions.A has no 'inputs'")]
    [InlineData("""{"A":{"type":"Compose","inputs":1,"runAfter":{"B":["Succeeded"]}}}""", "lets 'A' run after 'B', which is not in the same scope")]
    [InlineData("""{"A":{"type":"Compose","inputs":1,"runAfter":{"A":["Succeeded"]}}}""", "lets 'A' wait for itself")]
    [InlineData(
        """{"A":{"type":"Compose","inputs":1},"B":{"type":"Compose","inputs":1,"runAfter":{"A":["Happy"]}}}""",
        "waits for the status 'Happy'"
    )]
    [InlineData(
        """{"A":{"type":"Compose","inputs":1},"B":{"type":"Scope","actions":{"a":{"type":"Compose","inputs":1}}}}""",
        "two actions named 'a'"
    )]
    [InlineData("""{"A":{"type":"Compose","inputs":"@nope(1)"}}""", "'A': The function 'nope' is not known to this runtime.")]
    [InlineData("""{"A":{"type":"Compose","inputs":{"x":["@add(1"]}}}""", "'A': The expression '@add(1'")]
    [InlineData("""{"A":{"type":"Compose","inputs":"@outputs('B')"}}""", "'A' refers to the action 'B', which does not exist")]
    [InlineData("""{"A":{"type":"Compose","inputs":"@variables('v')"}}""", "'A' refers to the variable 'v', which no action makes")]
    [InlineData("""{"A":{"type":"Compose","inputs":"@parameters('p')"}}""", "'A' refers to the parameter 'p'")]
    [InlineData("""{"A":{"type":"Compose","inputs":"@items('L')"}}""", "'A' refers to the loop 'L'")]
    [InlineData("""{"A":{"type":"SetVariable","inputs":{"name":"v","value":1}}}""", "'A' changes the variable 'v', which no action makes")]
    [InlineData(
        """{"S":{"type":"Scope","actions":{"A":{"type":"InitializeVariable","inputs":{"variables":[{"name":"v","type":"string"}]}}}}}""",
        "makes a variable in 'A', which is not at the top level"
    )]
    [InlineData(
        """{"L":{"type":"Foreach","foreach":[],"actions":{"A":{"type":"Terminate","inputs":{"runStatus":"Succeeded"}}}}}""",
        "ends the run in 'A', which is inside a loop"
    )]
    [InlineData(
        """{"L":{"type":"Foreach","foreach":[],"actions":{},"runtimeConfiguration":{"concurrency":{"repetitions":51}}}}""",
        "'repetitions' 51"
    )]
    [InlineData(
        """{"A":{"type":"OpenApiConnection","inputs":{"host":{"connectionName":"other","operationId":"X"},"parameters":{}}}}""",
        "has no connection 'other' for the action 'A'"
    )]
    [InlineData(
        """{"A":{"type":"OpenApiConnection","inputs":{"host":{"connectionName":"test","operationId":"X"}"""
            + ""","parameters":{},"retryPolicy":{"type":"linear"}}}}""",
        "is of type 'linear'"
    )]
    public void What_the_runtime_does_not_know_is_refused_with_file_and_place(string actions, string sentence)
    {
        var refusal = Assert.Throws<FlowDefinitionException>(() => FlowLab.Define(actions));

        Assert.Contains(sentence, refusal.Message, StringComparison.Ordinal);
        Assert.StartsWith("Workflows/Test.json: ", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"r":{"type":"SlidingWindow","recurrence":{}}}""", "'SlidingWindow'")]
    [InlineData("""{"r":{"type":"Recurrence","recurrence":{"frequency":"Fortnight","interval":1}}}""", "'Fortnight'")]
    [InlineData(
        """{"r":{"type":"Recurrence","recurrence":{"frequency":"Hour","interval":1,"schedule":{"minutes":[5]}}}}""",
        "schedule with the frequency 'Hour'"
    )]
    [InlineData("""{"r":{"type":"Request","kind":"Http"}}""", "'Http'")]
    [InlineData("""{"a":{"type":"Request","kind":"Button"},"b":{"type":"Request","kind":"Button"}}""", "holds 2 triggers")]
    public void Unknown_triggers_are_refused(string triggers, string sentence) =>
        Assert.Contains(sentence, Assert.Throws<FlowDefinitionException>(() => FlowLab.Define("{}", triggers)).Message, StringComparison.Ordinal);

    [Fact]
    public void Nesting_beyond_eight_levels_is_refused()
    {
        var actions = """{"Leaf":{"type":"Compose","inputs":1}}""";
        for (var level = 0; level < 8; level++)
        {
            actions = $$"""{"S{{level}}":{"type":"Scope","actions":{{actions}} } }""";
        }

        Assert.Contains(
            "nests 'Leaf' deeper than 8 levels",
            Assert.Throws<FlowDefinitionException>(() => FlowLab.Define(actions)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_flow_with_an_unbound_connector_or_an_unknown_operation_does_not_start()
    {
        var lab = new FlowLab();
        var flow = FlowLab.Define($$"""{"Send":{{FlowLab.Call("Unknown")}} }""");

        Assert.Contains(
            "'Send': The connector 'shared_test' has no operation 'Unknown'.",
            Assert.Throws<FlowDefinitionException>(() => lab.Runtime(flow)).Message,
            StringComparison.Ordinal
        );
    }
}
