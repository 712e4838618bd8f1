using PowerIntegration.Packer.Findings;
using Xunit;

namespace PowerIntegration.Packer.Tests.Flows;

/// <summary>Whatever a file holds, the answer is a finding that names the file, never an exception.</summary>
public sealed class AnyContentTests
{
    private const string Flow = "Workflows/Any-0E90B7C7-8398-5C1D-B77F-4D2805B02EDC.json";
    private const string Connector = "Connectors/pint_5Fany";

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("5")]
    [InlineData("\"text\"")]
    [InlineData("{}")]
    [InlineData("""{ "properties": [] }""")]
    [InlineData("""{ "properties": { "connectionReferences": "x", "definition": 5 } }""")]
    [InlineData("""{ "properties": { "connectionReferences": [1], "definition": { "parameters": null, "triggers": [], "actions": "none" } } }""")]
    [InlineData("""{ "properties": { "definition": { "triggers": { "T": null }, "actions": { "A": null, "B": [], "C": { "type": 5 } } } } }""")]
    [InlineData(
        """{ "properties": { "definition": { "actions": { "A": """
            + """{ "type": "If", "expression": [], "actions": [{}], "else": 1, "runAfter": [] } } } } }"""
    )]
    [InlineData(
        """{ "properties": { "definition": { "actions": { "A": { "type": "OpenApiConnection", "inputs": { "host": 1, "parameters": [] } } } } } }"""
    )]
    [InlineData("""{ "properties": { "definition": { "actions": { "A": { "type": "Foreach", "foreach": { "a": 1 }, "actions": null } } } } }""")]
    [InlineData("""{ "properties": { "definition": { "actions": { "A": { "type": "Compose", "inputs": "@outputs('A')" } } } } }""")]
    [InlineData("""{ "properties": { "a": 1, "a": 2 } }""")]
    [InlineData("{ \"properties\": \"\\ud800\" }")]
    public void A_flow(string content)
    {
        using SmallSolution solution = new();
        solution
            .With(Flow, content)
            .With(Flow + ".data.xml", $"<Workflow Name=\"Any\"><JsonFileName>/{Flow}</JsonFileName><Category>5</Category></Workflow>");
        Assert.Contains(solution.Findings(), finding => finding.File == Flow);
    }

    [Fact]
    public void A_flow_without_end()
    {
        using SmallSolution solution = new();
        solution.With(Flow, string.Concat(Enumerable.Repeat("{\"a\":[", 5000)));
        Assert.Contains(
            solution.Findings(),
            finding => finding.File == Flow && finding.Sentence.Contains("not valid JSON", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("[]", "{}", "[]")]
    [InlineData("5", "\"x\"", "null")]
    [InlineData("""{ "paths": [], "definitions": 5 }""", "[1]", "{}")]
    [InlineData("""{ "paths": { "/a": { "get": null, "post": { "parameters": "x", "responses": [] } } } }""", """{ "a": null }""", "[null]")]
    [InlineData(
        """{ "paths": { "/a": { "get": { "parameters": [{ "$ref": 5 }], "responses": { "200": { "schema": [] } } } } } }""",
        "{}",
        "[1, [2]]"
    )]
    [InlineData("""{ "definitions": { "A": { "$ref": "#/definitions/A" } }, "paths": { "/a": { "$ref": "#/definitions/A" } } }""", "{}", "[]")]
    [InlineData(
        """{ "security": {}, "securityDefinitions": [{}], "x-ms-capabilities": "none" }""",
        """{ "token": 1 }""",
        """[{ "templateId": [] }]"""
    )]
    public void A_connector(string definition, string parameters, string policies)
    {
        using SmallSolution solution = new();
        const string Zip = "/Connector/pint_5Fany";
        IReadOnlyList<Finding> findings = solution
            .With(Connector + "_openapidefinition.json", definition)
            .With(Connector + "_connectionparameters.json", parameters)
            .With(Connector + "_policytemplateinstances.json", policies)
            .With(
                Connector + ".xml",
                $"""
                <Connector>
                  <name>pint_5Fany</name>
                  <openapidefinition>{Zip}_openapidefinition.json</openapidefinition>
                  <connectionparameters>{Zip}_connectionparameters.json</connectionparameters>
                  <policytemplateinstances>{Zip}_policytemplateinstances.json</policytemplateinstances>
                </Connector>
                """
            )
            .Findings();
        Assert.Contains(findings, finding => finding.File == Connector + "_openapidefinition.json");
    }

    [Theory]
    [InlineData("<Workflow />")]
    [InlineData("<Flow />")]
    [InlineData("<Workflow><Category>5</Category><Category>6</Category></Workflow>")]
    [InlineData("<Workflow WorkflowId=\"\" Name=\"\"><JsonFileName /></Workflow>")]
    public void A_record_of_a_flow(string record)
    {
        using SmallSolution solution = new();
        solution.With(Flow, "{}").With(Flow + ".data.xml", record);
        Assert.Contains(solution.Findings(), finding => finding.File == Flow + ".data.xml");
    }

    [Fact]
    public void A_flow_of_another_publisher_keeps_the_rules_of_the_platform_only()
    {
        using SmallSolution solution = new("contoso");
        solution
            .With(
                Flow,
                """
                { "properties": {
                    "connectionReferences": {},
                    "definition": {
                      "$schema": "https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#",
                      "contentVersion": "1.0.0.0",
                      "parameters": {
                        "$connections": { "defaultValue": {}, "type": "Object" }, "$authentication": { "defaultValue": {}, "type": "SecureObject" } },
                      "triggers": { "manual": { "type": "Request", "kind": "Button", "inputs": { "schema": {
                        "type": "object", "properties": { "text": { "type": "string" } } } } } },
                      "actions": { "Loop": { "type": "Foreach", "foreach": "@split(triggerBody()?['text'], ',')", "actions": {
                        "Shown": { "type": "Compose", "inputs": "@items('Loop')" } } } },
                      "outputs": {} },
                    "templateName": "" },
                  "schemaVersion": "1.0.0.0" }
                """
            )
            .With(
                Flow + ".data.xml",
                $$"""
                <Workflow WorkflowId="{0e90b7c7-8398-5c1d-b77f-4d2805b02edc}" Name="Split a text">
                  <JsonFileName>/{{Flow}}</JsonFileName>
                  <Category>5</Category>
                  <StateCode>0</StateCode>
                  <StatusCode>1</StatusCode>
                  <LocalizedNames><LocalizedName languagecode="1033" description="Split a text" /></LocalizedNames>
                </Workflow>
                """
            );
        Assert.DoesNotContain(solution.Findings(), finding => finding.File.StartsWith("Workflows/", StringComparison.Ordinal));
    }
}
