using System.Text.Json.Nodes;
using PowerIntegration.Packer.Findings;
using Xunit;

namespace PowerIntegration.Packer.Tests.Flows;

/// <summary>The grammar of expressions, the functions, and the members of what they read.</summary>
public sealed class FlowExpressionTests(FlowBench bench) : IClassFixture<FlowBench>
{
    private const string Flow = "PI-Subcontractor";

    [Theory]
    [InlineData("@concat('a'", "',' or ')' is expected")]
    [InlineData("@concat('a)", "has no closing quote")]
    [InlineData("@concat('a',)", "an argument is expected")]
    [InlineData("@equals(1 = 2, 3)", "',' or ')' is expected")]
    [InlineData("@triggerBody()?", "'.' or '[' is expected")]
    [InlineData("@triggerBody()['x'", "']' is expected")]
    [InlineData("@concat", "'(' after the function 'concat' is expected")]
    [InlineData("@utcNow()()", "the end is expected")]
    [InlineData("@{utcNow()", "'}' is expected")]
    [InlineData("at @{} o'clock", "a function, a text in single quotes or a number is expected")]
    [InlineData("@\\\"text\\\"", "a function, a text in single quotes or a number is expected")]
    [InlineData("@99999999999999999999", "is too large")]
    public void Syntax(string expression, string words) => Expect.Finding(Compose($"\"{expression}\""), Flow, "Reader/inputs", words);

    [Theory]
    [InlineData("triggerBody()?['pint_key']")]
    [InlineData("body('Read')")]
    [InlineData("trigerBody()?['pint_key']")]
    [InlineData("Event @{triggerBody()?['pint_key']} of {utcNow()}")]
    public void An_expression_without_its_at_sign(string text) =>
        Expect.Finding(Compose($"\"{text}\""), Flow, "Reader/inputs", "looks like an expression without an at sign");

    [Theory]
    [InlineData("@uppercase('a')", "The function 'uppercase' does not exist")]
    [InlineData("@concat(toUper('a'), 'b')", "The function 'toUper' does not exist")]
    [InlineData("x @{outputz('Reader')} y", "The function 'outputz' does not exist")]
    [InlineData("@utcNow(1, 2)", "has 2 arguments. Give it 0 to 1")]
    [InlineData("@replace('a', 'b')", "has 2 arguments. Give it 3")]
    [InlineData("@and()", "has 0 arguments. Give it at least 1")]
    [InlineData("@if(utcNow(), 1, 2)", "asks for true or false, and an argument is a text")]
    [InlineData("@not(1)", "asks for true or false, and an argument is a whole number")]
    public void Functions(string expression, string words) => Expect.Finding(Compose($"\"{expression}\""), Flow, "Reader/inputs", words);

    [Theory]
    [InlineData("@triggerOutputs()?['body/pint_eventstat']", "the member 'pint_eventstat', which a row of pint_inboundevent does not have")]
    [InlineData("@triggerOutputs()?['body']?['pint_projectid']", "the member 'pint_projectid'")]
    [InlineData("@triggerOutputs()?['bodies/pint_eventstate']", "the member 'bodies'")]
    [InlineData("@triggerBody()?['pint_message@Odata.Formatted']", "the member 'pint_message@Odata.Formatted'")]
    [InlineData("@triggerBody()?['pint_eventstate']?['Value']", "reads \\\"Value\\\" of one of 723100000")]
    [InlineData("@outputs('Read')?['body/documentid2']", "the member 'documentid2', which the answer of ReadRecord does not have")]
    [InlineData("@body('Read')?['detail']", "the member 'detail'")]
    [InlineData("@outputs('Read')?['statuscodes']", "the member 'statuscodes'")]
    [InlineData("@outputs('Prepare')?['body/Status']", "the member 'Status', which the answer of pint_PrepareDocument does not have")]
    [InlineData("@outputs('Prepare')?['body/Message/Text']", "reads \\\"Text\\\" of a text")]
    [InlineData("@workflow()['run']['ids']", "the member 'ids'")]
    [InlineData("@result('Scope')[0]?['statuses']", "the member 'statuses'")]
    [InlineData(
        "@body('Rows')?['value'][0]['pint_total']",
        "the member 'pint_total', which a row of pint_document with the selected columns does not have"
    )]
    [InlineData("@body('Rows')?['value']['pint_key']", "reads \\\"pint_key\\\" of a list")]
    [InlineData("@first(body('Rows')?['value'])?['pint_documentstate']", "the member 'pint_documentstate'")]
    [InlineData("@body('Parsed')?['b']", "the member 'b', which the schema of Parsed does not have")]
    [InlineData("@first(body('Rows')?['value'])?['pint_ProjectId/pint_title']", "the member 'pint_title'")]
    public void Members(string expression, string words) =>
        Expect.Finding(Calls(expression), Flow, "Reader/inputs", words.Replace("\\\"", "\"", StringComparison.Ordinal));

    [Theory]
    [InlineData("@triggerOutputs()?['body/_pint_projectid_value']")]
    [InlineData("@triggerBody()?['_pint_projectid_value@OData.Community.Display.V1.FormattedValue']")]
    [InlineData("@triggerBody()?['_pint_projectid_value@Microsoft.Dynamics.CRM.lookuplogicalname']")]
    [InlineData("@triggerBody()?['@odata.etag']")]
    [InlineData("@triggerBody()?['createdon']")]
    [InlineData("@triggerBody()?['_ownerid_value']")]
    [InlineData("@triggerBody()?['statecode']")]
    [InlineData("@outputs('Read')?['headers']?['Location']")]
    [InlineData("@outputs('Read')['body']['documentId']")]
    [InlineData("@body('Rows')?['value'][0]['pint_key']")]
    [InlineData("@first(body('Rows')?['value'])?['pint_documentid']")]
    [InlineData("@body('Rows')?['value'][0]?['pint_ProjectId']?['pint_name']")]
    [InlineData("@body('Rows')?['@odata.nextLink']")]
    [InlineData("@result('Scope')[0]?['error']?['message']")]
    [InlineData("@body('Parsed')?['a']")]
    [InlineData("@body('Parsed')?['@odata.etag']")]
    [InlineData("@first(body('Rows')?['value'])?['pint_ProjectId/pint_name']")]
    [InlineData("@coalesce(outputs('Read')?['body/message'], '')")]
    public void Members_that_exist(string expression) =>
        Assert.DoesNotContain(Calls(expression), finding => finding.Element.StartsWith("Reader/", StringComparison.Ordinal));

    [Theory]
    [InlineData("""{ "equal": ["@triggerBody()?['pint_eventstate']", 723100000] }""", "equal", "The operator 'equal' is unknown")]
    [InlineData("""{ "and": [{ "in": ["a", "b"] }] }""", "and[0]/in", "The operator 'in' is unknown")]
    [InlineData("""{ "notEquals": ["a", "b"] }""", "notEquals", "The operator 'notEquals' is unknown")]
    [InlineData("""{ "and": [], "or": [] }""", "", "has one operator; this one has 2")]
    [InlineData("""{ "and": {} }""", "and", "Write a list of conditions")]
    [InlineData("""{ "equals": ["a"] }""", "equals", "Write a list of two values")]
    [InlineData("""{ "equals": ["@triggerBody()?['pint_eventstate']", 723100009] }""", "equals", "one of 723100000, 723100001, 723100002")]
    [InlineData("""{ "not": { "equals": [1, "@triggerBody()?['pint_eventstate']"] } }""", "not/equals", "compares with 1")]
    [InlineData("""{ "equals": ["@triggerBody()?['pint_eventstate']", "New"] }""", "equals", "Compare values of one kind")]
    [InlineData("""{ "greater": ["@triggerBody()?['pint_attempts']", "three"] }""", "greater", "Compare values of one kind")]
    [InlineData("""{ "equals": ["@triggerBody()", "x"] }""", "equals", "Compare values of one kind")]
    [InlineData("\"@equals(triggerBody()?['pint_eventstate'], 1)\"", "", "compares with 1")]
    [InlineData("\"@triggerBody()?['pint_message']\"", "", "gives a text. Write one that gives true or false")]
    [InlineData("\"yes\"", "", "gives a text. Write one that gives true or false")]
    public void Conditions(string condition, string place, string words) =>
        Expect.Finding(
            bench.WithActions($$"""{ "Choice": { "type": "If", "expression": {{condition}}, "actions": {} } }"""),
            Flow,
            $"Choice/expression/{place}".TrimEnd('/'),
            words
        );

    [Theory]
    [InlineData("conditions", """[{ "expression": "@equals(triggerOutputs()?['body/statecode'], 7)" }]""", "conditions[0]/expression", "one of 0, 1")]
    [InlineData(
        "conditions",
        """[{ "expression": "@equals(outputs('Try'), 7)" }]""",
        "conditions[0]/expression",
        "a trigger begins before every action"
    )]
    [InlineData("conditions", """[{ "expression": "equals(1, 1)" }]""", "conditions[0]/expression", "begins with @")]
    [InlineData("splitOn", "\"@triggerOutputs()?['body/value']\"", "splitOn", "the member 'value'")]
    [InlineData("splitOn", "\"@triggerOutputs()?['body']\"", "splitOn", "splitOn takes a list")]
    public void Conditions_of_triggers(string member, string value, string place, string words) =>
        Expect.Finding(
            bench.With(root => root["properties"]!["definition"]!["triggers"]!["When_an_invoice_event_is_new"]![member] = JsonNode.Parse(value)),
            Flow,
            $"When_an_invoice_event_is_new/{place}",
            words
        );

    [Theory]
    [InlineData("""{ "type": "Foreach", "foreach": "@utcNow()", "actions": {} }""", "foreach", "Foreach takes a list, and this is a text")]
    [InlineData("""{ "type": "Foreach", "foreach": "@triggerBody()", "actions": {} }""", "foreach", "Foreach takes a list")]
    [InlineData(
        """{ "type": "Query", "inputs": { "from": "@triggerBody()?['pint_key']", "where": "@true" } }""",
        "inputs/from",
        "Query takes a list"
    )]
    [InlineData(
        """{ "type": "Query", "inputs": { "from": "@range(1, 5)", "where": "@item()?['x']" } }""",
        "inputs/where",
        "reads \"x\" of a whole number"
    )]
    [InlineData(
        """{ "type": "Select", "inputs": { "from": "@range(1, 5)", "select": { "@{item().y}": 1 } } }""",
        "inputs/select/@{item().y}",
        "reads \"y\" of a whole number"
    )]
    [InlineData(
        """{ "type": "Switch", "expression": "@triggerBody()?['pint_eventstate']", "cases": { "One": { "case": 1, "actions": {} } } }""",
        "cases/One/case",
        "compares with 1"
    )]
    [InlineData(
        """{ "type": "Switch", "expression": "@triggerBody()?['pint_key']", "cases": { "One": { "case": 1, "actions": {} } } }""",
        "cases/One/case",
        "Compare values of one kind"
    )]
    public void Lists_and_cases(string action, string place, string words) =>
        Expect.Finding(bench.WithActions($$"""{ "Step": {{action}} }"""), Flow, $"Step/{place}", words);

    [Theory]
    [InlineData("@outputs('Nothing')", "which does not exist")]
    [InlineData("@uppercase('a')", "does not exist in the workflow language")]
    [InlineData("@concat(", "cannot be read")]
    public void Expressions_of_a_switch(string expression, string words) =>
        Expect.Finding(
            bench.WithActions($$"""{ "Step": { "type": "Switch", "expression": "{{expression}}", "cases": {} } }"""),
            Flow,
            "Step/expression",
            words
        );

    [Theory]
    [InlineData("@triggerBody()?['pint_key']")]
    [InlineData("pint_key eq '@{triggerOutputs()?['body/pint_key']}'")]
    [InlineData("@trigger()['name']")]
    public void A_trigger_that_reads_itself(string filter) =>
        Expect.Finding(
            bench.With(root =>
                root["properties"]!["definition"]!["triggers"]!["When_an_invoice_event_is_new"]!["inputs"]!["parameters"]![
                    "subscriptionRequest/filterexpression"
                ] = filter
            ),
            Flow,
            "When_an_invoice_event_is_new/inputs/parameters/subscriptionRequest/filterexpression",
            "where the trigger has not fired yet"
        );

    [Fact]
    public void Every_observed_expression_that_is_valid_can_be_read()
    {
        string file = Path.Combine(Repository.Contracts, "wdl-observed.json");
        Assert.SkipUnless(File.Exists(file), "The observed expressions are not beside this repository (../shared/contracts).");
        JsonObject actions = [];
        foreach (JsonNode? observed in JsonNode.Parse(File.ReadAllText(file))!["cases"]!.AsArray().Where(entry => entry!["error"] is null))
        {
            actions.Add($"Case_{actions.Count}", new JsonObject { ["type"] = "Compose", ["inputs"] = (string)observed!["expr"]! });
        }

        Assert.True(actions.Count > 500);
        IReadOnlyList<Finding> findings = bench.WithActions(actions.ToJsonString());
        Assert.DoesNotContain(findings, finding => finding.Sentence.Contains("cannot be read", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("@+1e")]
    [InlineData("@++1")]
    [InlineData("@1e1.1")]
    [InlineData("@'a','b','c'")]
    [InlineData("@{'a','b','c'}")]
    [InlineData("@concat('a','b')('c')")]
    [InlineData(" @{")]
    [InlineData("@()")]
    public void What_the_platform_cannot_read_is_refused(string expression) =>
        Expect.Finding(Compose(JsonValue.Create(expression)!.ToJsonString()), Flow, "Reader/inputs", "cannot be read");

    [Fact]
    public void An_expression_without_end_is_refused_and_not_followed()
    {
        string deep = "@" + string.Concat(Enumerable.Repeat("not(", 2000)) + "true" + new string(')', 2000);
        Expect.Finding(Compose($"\"{deep}\""), Flow, "Reader/inputs", "it has 10005 characters");
        Expect.Finding(Compose($"\"{deep.Replace("not(", "(", StringComparison.Ordinal)[..4000]}\""), Flow, "Reader/inputs", "cannot be read");
        Expect.Finding(
            Compose("\"@" + string.Concat(Enumerable.Repeat("not(", 100)) + "true" + new string(')', 100) + "\""),
            Flow,
            "Reader/inputs",
            "deeper than 60"
        );
    }

    private IReadOnlyList<Finding> Compose(string inputs) => bench.WithActions($$"""{ "Reader": { "type": "Compose", "inputs": {{inputs}} } }""");

    private IReadOnlyList<Finding> Calls(string expression) =>
        bench.WithActions(
            $$"""
            {
              "Read": { "type": "OpenApiConnection", "inputs": {
                "host": { "connectionName": "shared_pint-5fpowerintegration", "operationId": "ReadRecord" } } },
              "Prepare": { "type": "OpenApiConnection", "runAfter": { "Read": ["Succeeded"] }, "inputs": {
                "host": { "connectionName": "shared_commondataserviceforapps", "operationId": "PerformUnboundAction" },
                "parameters": { "actionName": "pint_PrepareDocument" } } },
              "Rows": { "type": "OpenApiConnection", "runAfter": { "Prepare": ["Succeeded"] }, "inputs": {
                "host": { "connectionName": "shared_commondataserviceforapps", "operationId": "ListRecords" },
                "parameters": { "entityName": "pint_documents", "$select": "pint_key", "$expand": "pint_ProjectId($select=pint_name)" } } },
              "Parsed": { "type": "ParseJson", "runAfter": { "Rows": ["Succeeded"] }, "inputs": {
                "content": "{}",
                "schema": { "type": "object", "properties": { "a": { "type": "string" }, "@@odata.etag": { "type": "string" } } } } },
              "Scope": { "type": "Scope", "runAfter": { "Parsed": ["Succeeded"] }, "actions": { "In": { "type": "Compose", "inputs": 1 } } },
              "Reader": { "type": "Compose", "inputs": "{{expression}}", "runAfter": { "Scope": ["Succeeded"] } }
            }
            """
        );
}
