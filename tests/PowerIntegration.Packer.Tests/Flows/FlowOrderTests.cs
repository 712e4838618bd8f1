using System.Text.Json.Nodes;
using Xunit;

namespace PowerIntegration.Packer.Tests.Flows;

/// <summary>The order of actions: what runAfter may say, and what an action can read of another one.</summary>
public sealed class FlowOrderTests(FlowBench bench) : IClassFixture<FlowBench>
{
    private const string Flow = "PI-Subcontractor";
    private const string First = """ "First": { "type": "Compose", "inputs": 1, "runAfter": {} } """;

    [Theory]
    [InlineData(
        "\"Read_subcontractor_invoice\": [",
        "\"Read_invoice\": [",
        "Prepare_subcontractor_invoice/runAfter/Read_invoice",
        "which is not in the same scope"
    )]
    [InlineData("\"Prepare_subcontractor_invoice\": [", "\"Try\": [", "If_prepared/runAfter/Try", "which is not in the same scope")]
    [InlineData("\"Try\": [", "\"Submit_document\": [", "Catch/runAfter/Submit_document", "which is not in the same scope")]
    [InlineData("\"TimedOut\"", "\"Late\"", "Catch/runAfter/Try[1]", "one of Succeeded, Failed, Skipped, TimedOut")]
    [InlineData("\"Failed\",", "\"Cancelled\",", "Catch/runAfter/Try[0]", "one of Succeeded, Failed, Skipped, TimedOut")]
    [InlineData("\"Failed\",", "\"TimedOut\",", "Catch/runAfter/Try[1]", "appears twice")]
    public void Statuses_and_scopes(string text, string replacement, string place, string words) =>
        Expect.Finding(bench.AfterReplacing(Flow, text, replacement), Flow, place, words);

    [Theory]
    [InlineData("""{ "A": { "type": "Compose", "inputs": 1, "runAfter": { "A": ["Succeeded"] } } }""", "A/runAfter")]
    [InlineData(
        """
            {
              "A": { "type": "Compose", "inputs": 1, "runAfter": { "B": ["Succeeded"] } },
              "B": { "type": "Compose", "inputs": 1, "runAfter": { "A": ["Failed"] } }
            }
            """,
        "B/runAfter"
    )]
    [InlineData(
        """
            { "S": { "type": "Scope", "actions": {
              "A": { "type": "Compose", "inputs": 1, "runAfter": { "C": ["Succeeded"] } },
              "B": { "type": "Compose", "inputs": 1, "runAfter": { "A": ["Succeeded"] } },
              "C": { "type": "Compose", "inputs": 1, "runAfter": { "B": ["Succeeded"] } }
            } } }
            """,
        "C/runAfter"
    )]
    public void Circles(string actions, string place) => Expect.Finding(bench.WithActions(actions), Flow, place, "waits for itself");

    [Theory]
    [InlineData("""{ "A": { "type": "Compose", "inputs": 1 }, "a": { "type": "Compose", "inputs": 1 } }""", "A", "case does not count")]
    [InlineData(
        """
            { "S": { "type": "Scope", "actions": {
              "V": { "type": "InitializeVariable", "inputs": { "variables": [{ "name": "x", "type": "string" }] } }
            } } }
            """,
        "V",
        "at the top level only"
    )]
    [InlineData(
        """{ "L": { "type": "Foreach", "foreach": [1], "actions": { "T": { "type": "Terminate", "inputs": { "runStatus": "Succeeded" } } } } }""",
        "T",
        "inside a loop"
    )]
    [InlineData("{}", "actions", "The flow has 0 actions")]
    public void Names_and_places(string actions, string place, string words) => Expect.Finding(bench.WithActions(actions), Flow, place, words);

    [Fact]
    public void Actions_nest_eight_deep_at_most()
    {
        string inner = """{ "Deep": { "type": "Compose", "inputs": 1 } }""";
        string Nested(int levels) => levels == 0 ? inner : $$"""{ "S{{levels}}": { "type": "Scope", "actions": {{Nested(levels - 1)}} } }""";
        Assert.DoesNotContain(
            bench.WithActions(Nested(7)),
            finding => finding.Element == "Deep" && finding.Sentence.Contains("nested", StringComparison.Ordinal)
        );
        Expect.Finding(bench.WithActions(Nested(8)), Flow, "Deep", "nested deeper than 8");
    }

    [Theory]
    [InlineData("@outputs('Nothing')", "which does not exist")]
    [InlineData("@body('nothing')?['x']", "which does not exist")]
    [InlineData("@actions('Nothing')?['status']", "which does not exist")]
    [InlineData("@outputs('Reader')", "it is the action itself")]
    [InlineData("@outputs('Later')", "so it may run later")]
    [InlineData("@outputs('Beside')", "so it may run later")]
    [InlineData("@outputs('In_else')", "it is in another branch")]
    [InlineData("@result('Choice')", "has not ended")]
    [InlineData("@outputs('In_loop')", "it is inside the loop Loop")]
    [InlineData("@outputs('In_until')", "it is inside the loop Rounds")]
    [InlineData("@items('Loop')", "which is not a loop of type Foreach around this place")]
    [InlineData("@iterationIndexes('Rounds')", "which is not a loop of type Until around this place")]
    [InlineData("@item()", "outside of a loop")]
    [InlineData("@outputs(concat('Fir', 'st'))", "a computed one cannot be checked")]
    [InlineData("@outputs('In_scope')['x']", "may not have run")]
    [InlineData("@outputs('Loop')", "is of type Foreach and has no outputs")]
    [InlineData("@body('First')", "is of type Compose and has no body")]
    [InlineData("@result('First')", "is of type Compose and has no result")]
    public void What_cannot_be_read(string expression, string words) =>
        Expect.Finding(bench.WithActions(Everything(expression)), Flow, "Reader/inputs", words);

    [Theory]
    [InlineData("@outputs('First')")]
    [InlineData("@outputs('FIRST')")]
    [InlineData("@result('Loop')")]
    [InlineData("@outputs('In_scope')?['x']")]
    [InlineData("@actions('First')?['status']")]
    [InlineData("@length(result('Guard'))")]
    public void What_can_be_read(string expression) =>
        Assert.DoesNotContain(bench.WithActions(Everything(expression)), finding => finding.Element.StartsWith("Reader/", StringComparison.Ordinal));

    [Theory]
    [InlineData("@variables('y')", "The variable 'y' is not declared")]
    [InlineData("@variables('Y')", "The variable 'Y' is not declared")]
    [InlineData("@concat(variables('x'), variables('late'))", "The variable 'late' may not exist yet")]
    [InlineData("@parameters('Address (pint_Address)')", "the definition does not declare")]
    [InlineData("@parameters('$conections')", "the definition does not declare")]
    [InlineData("@parameters(concat('$', 'connections'))", "a computed one cannot be checked")]
    public void Variables_and_parameters(string expression, string words) =>
        Expect.Finding(
            bench.WithActions(WithVariables($$"""{ "type": "Compose", "inputs": "{{expression}}", "runAfter": { "Make": ["Succeeded"] } }""")),
            Flow,
            "Reader/inputs",
            words
        );

    [Theory]
    [InlineData("""{ "type": "SetVariable", "inputs": { "name": "y", "value": 1 }, "runAfter": {} }""", "is not declared")]
    [InlineData(
        """{ "type": "SetVariable", "inputs": { "name": "x", "value": 1 }, "runAfter": { "Make": ["Succeeded"] } }""",
        "The value is 1, and a text is expected"
    )]
    [InlineData(
        """{ "type": "SetVariable", "inputs": { "name": "x", "value": "@concat(variables('x'), 'a')" }, "runAfter": { "Make": ["Succeeded"] } }""",
        "is set from itself"
    )]
    [InlineData(
        """{ "type": "IncrementVariable", "inputs": { "name": "x", "value": 1 }, "runAfter": { "Make": ["Succeeded"] } }""",
        "changes integer and float"
    )]
    [InlineData(
        """{ "type": "AppendToStringVariable", "inputs": { "name": "x", "value": null }, "runAfter": { "Make": ["Succeeded"] } }""",
        "The value is null, and one is required"
    )]
    [InlineData(
        """{ "type": "AppendToArrayVariable", "inputs": { "name": "x", "value": 1 }, "runAfter": { "Make": ["Succeeded"] } }""",
        "changes array"
    )]
    [InlineData("""{ "type": "SetVariable", "inputs": { "name": "x", "value": "a" }, "runAfter": {} }""", "may not exist yet")]
    public void Changes_of_variables(string action, string words) =>
        Expect.Finding(bench.WithActions(WithVariables(action)), Flow, "Reader/inputs", words);

    [Theory]
    [InlineData("""{ "name": "x", "type": "integer", "value": "one" }""", "Make/inputs/variables[0]/value", "and a whole number is expected")]
    [InlineData(
        """{ "name": "x", "type": "array", "value": "@utcNow()" }""",
        "Make/inputs/variables[0]/value",
        "gives a text, and a list is expected"
    )]
    [InlineData("""{ "name": "X", "type": "string" }""", "Again/inputs", "is made twice")]
    public void Makers_of_variables(string variable, string place, string words) =>
        Expect.Finding(
            bench.WithActions(
                $$"""
                {
                  "Make": { "type": "InitializeVariable", "runAfter": {}, "inputs": { "variables": [{{variable}}] } },
                  "Again": { "type": "InitializeVariable", "runAfter": { "Make": ["Succeeded"] },
                    "inputs": { "variables": [{ "name": "x", "type": "string" }] } }
                }
                """
            ),
            Flow,
            place,
            words
        );

    [Fact]
    public void A_flow_makes_two_hundred_and_fifty_variables_at_most()
    {
        string Maker(int number) =>
            $$"""
                "V{{number}}": { "type": "InitializeVariable", "inputs": { "variables": [{ "name": "v{{number}}", "type": "string" }] } }
                """;
        string Makers(int count) => $"{{ {string.Join(",", Enumerable.Range(1, count).Select(Maker))} }}";
        Expect.Finding(bench.WithActions(Makers(251)), Flow, "actions", "The flow makes 251 variables");
        Assert.DoesNotContain(bench.WithActions(Makers(250)), finding => finding.Sentence.Contains("variables", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{}", "this one has 0")]
    [InlineData("""{ "A": { "type": "Request" }, "B": { "type": "Request" } }""", "this one has 2")]
    public void A_flow_has_one_trigger(string triggers, string words) =>
        Expect.Finding(bench.With(root => root["properties"]!["definition"]!["triggers"] = JsonNode.Parse(triggers)), Flow, "triggers", words);

    private static string WithVariables(string reader) =>
        $$"""
            {
              "Make": { "type": "InitializeVariable", "runAfter": {}, "inputs": { "variables": [{ "name": "x", "type": "string" }] } },
              "Make_late": { "type": "InitializeVariable", "runAfter": { "Reader": ["Succeeded"] },
                "inputs": { "variables": [{ "name": "late", "type": "string" }] } },
              "Reader": {{reader}}
            }
            """;

    private static string Everything(string expression) =>
        $$"""
            {
              {{First}},
              "Guard": { "type": "Scope", "runAfter": { "First": ["Succeeded"] }, "actions": {
                "Maybe": { "type": "If", "expression": "@true", "actions": { "In_scope": { "type": "Compose", "inputs": { "x": 1 } } } } } },
              "Loop": { "type": "Foreach", "foreach": [1], "runAfter": { "Guard": ["Succeeded"] },
                "actions": { "In_loop": { "type": "Compose", "inputs": 1 } } },
              "Rounds": { "type": "Until", "expression": "@true", "runAfter": { "Loop": ["Succeeded"] },
                "actions": { "In_until": { "type": "Compose", "inputs": 1 } } },
              "Choice": { "type": "If", "expression": "@true", "runAfter": { "Rounds": ["Succeeded"] },
                "actions": {
                  "Reader": { "type": "Compose", "inputs": "{{expression}}", "runAfter": {} },
                  "Beside": { "type": "Compose", "inputs": 1, "runAfter": {} },
                  "Later": { "type": "Compose", "inputs": 1, "runAfter": { "Reader": ["Succeeded"] } }
                },
                "else": { "actions": { "In_else": { "type": "Compose", "inputs": 1, "runAfter": {} } } } }
            }
            """;
}
