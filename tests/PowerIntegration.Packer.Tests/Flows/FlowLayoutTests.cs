using System.Text.Json.Nodes;
using Xunit;

namespace PowerIntegration.Packer.Tests.Flows;

/// <summary>Each row breaks one value of a shipped flow: text, replacement, place and words of the finding that must come.</summary>
public sealed class FlowLayoutTests(FlowBench bench) : IClassFixture<FlowBench>
{
    private const string Invoice = "PI-Subcontractor";
    private const string Poll = "PI-Intake";

    [Fact]
    public void The_shipped_flows_have_no_fault() => Assert.Empty(bench.Find());

    [Theory]
    [InlineData("\"schemaVersion\": \"1.0.0.0\"", "\"schemaVersion\": \"2.0.0.0\"", "schemaVersion", "Write \"1.0.0.0\"")]
    [InlineData("\"schemaVersion\"", "\"schemaversion\"", "schemaversion", "is unsupported here")]
    [InlineData("\"definition\"", "\"definitions\"", "definition", "'definition' is missing")]
    [InlineData("2016-06-01", "2016-06-02", "$schema", "workflowdefinition.json#")]
    [InlineData("\"contentVersion\": \"1.0.0.0\"", "\"contentVersion\": \"1.0\"", "contentVersion", "four numbers")]
    [InlineData("\"outputs\": {}", "\"outputs\": []", "outputs", "Write {}")]
    [InlineData("\"templateName\": \"\"", "\"templateName\": 1", "templateName", "an empty text")]
    [InlineData("\"type\": \"If\"", "\"type\": \"Condition\"", "If_prepared/type", "The type is \"Condition\"")]
    [InlineData("\"type\": \"Scope\"", "\"typ\": \"Scope\"", "Try/type", "The type is null")]
    [InlineData(
        "\"type\": \"OpenApiConnection\"",
        "\"type\": \"ApiConnection\"",
        "Read_subcontractor_invoice/type",
        "Write one of OpenApiConnection"
    )]
    [InlineData(
        "\"type\": \"OpenApiConnectionWebhook\"",
        "\"type\": \"ApiConnectionWebhook\"",
        "When_an_invoice_event_is_new/type",
        "Write one of Recurrence"
    )]
    [InlineData("\"inputs\"", "\"input\"", "When_an_invoice_event_is_new/input", "is unsupported here")]
    [InlineData("\"runs\": 10", "\"runs\": 0", "When_an_invoice_event_is_new/runtimeConfiguration/concurrency/runs", "from 1 to 100")]
    [InlineData("\"else\": {", "\"otherwise\": {", "If_prepared/otherwise", "Known are type, runAfter")]
    [InlineData("\"Mark_event_failed\": {", "\"Mark event failed\": {", "Mark event failed", "underscores for blanks")]
    [InlineData("\"operationMetadataId\": \"d69", "\"operationMetadataId\": \"z69", "Catch/metadata/operationMetadataId", "a GUID")]
    public void Kinds_and_properties(string text, string replacement, string place, string words) => Breaks(Invoice, text, replacement, place, words);

    [Theory]
    [InlineData("\"$authentication\": {", "\"$authorization\": {", "parameters/$authentication", "is not declared")]
    [InlineData("\"$connections\": {", "\"$connection\": {", "parameters/$connections", "is not declared")]
    [InlineData("\"type\": \"SecureObject\"", "\"type\": \"Object\"", "parameters/$authentication/type", "Write \"SecureObject\"")]
    [InlineData("\"type\": \"Object\"", "\"type\": \"Array\"", "parameters/$connections/type", "Write \"Object\"")]
    [InlineData("\"defaultValue\": {}", "\"defaultValue\": null", "parameters/$connections/defaultValue", "Write {}")]
    public void Parameters_of_the_platform(string text, string replacement, string place, string words) =>
        Breaks(Invoice, text, replacement, place, words);

    [Theory]
    [InlineData("host")]
    [InlineData("parameters")]
    [InlineData("retryPolicy")]
    public void A_list_in_place_of_an_object(string member) =>
        Expect.Finding(
            bench.With(root => Inputs(root, "Submit_document")[member] = new JsonArray()),
            Invoice,
            $"Submit_document/inputs/{member}",
            "The value is []. Write an object"
        );

    [Theory]
    [InlineData("Submit_document", "is missing")]
    [InlineData("Prepare_subcontractor_invoice", "is missing")]
    [InlineData("Mark_event_failed", "is missing")]
    public void An_action_without_authentication(string action, string words) =>
        Expect.Finding(bench.With(root => Inputs(root, action).Remove("authentication")), Invoice, $"{action}/inputs/authentication", words);

    [Fact]
    public void A_trigger_without_authentication() =>
        Expect.Finding(
            bench.With(root =>
                root["properties"]!["definition"]!["triggers"]!["When_an_invoice_event_is_new"]!["inputs"]!.AsObject().Remove("authentication")
            ),
            Invoice,
            "When_an_invoice_event_is_new/inputs/authentication",
            "is missing"
        );

    [Theory]
    [InlineData("\"@parameters('$authentication')\"", "When_an_invoice_event_is_new")]
    [InlineData("\"authentication\": \"@parameters('$authentication')\",\n                    \"retryPolicy\"", "Submit_document")]
    public void Another_authentication(string text, string action) =>
        Expect.Finding(
            bench.AfterReplacing(Invoice, text, text.Replace("$authentication", "$auth", StringComparison.Ordinal)),
            Invoice,
            $"{action}/inputs/authentication",
            "@parameters('$authentication')"
        );

    [Theory]
    [InlineData("embedded", "embeded")]
    [InlineData("embedded", "Embedded")]
    [InlineData("embedded", "")]
    public void Another_runtime_source(string text, string replacement) =>
        Breaks(
            Invoice,
            $"\"runtimeSource\": \"{text}\"",
            $"\"runtimeSource\": \"{replacement}\"",
            "connectionReferences/shared_commondataserviceforapps/runtimeSource",
            "one of embedded, invoker"
        );

    [Theory]
    [InlineData("""{ "type": "never" }""", "type", "Write one of none, fixed, exponential")]
    [InlineData("""{ "type": "fixed", "interval": "PT10S" }""", "count", "is missing")]
    [InlineData("""{ "type": "fixed", "count": 91, "interval": "PT10S" }""", "count", "from 1 to 90")]
    [InlineData("""{ "type": "fixed", "count": "3", "interval": "PT10S" }""", "count", "from 1 to 90")]
    [InlineData("""{ "type": "fixed", "count": 3 }""", "interval", "is missing")]
    [InlineData("""{ "type": "fixed", "count": 3, "interval": "10 seconds" }""", "interval", "from PT5S to P1D")]
    [InlineData("""{ "type": "fixed", "count": 3, "interval": "PT4S" }""", "interval", "from PT5S to P1D")]
    [InlineData("""{ "type": "exponential", "count": 3, "interval": "P2D" }""", "interval", "from PT5S to P1D")]
    [InlineData(
        """{ "type": "exponential", "count": 3, "interval": "PT10S", "minimumInterval": "PT1H", "maximumInterval": "PT10S" }""",
        "",
        "a minimumInterval that is no longer than the maximumInterval"
    )]
    [InlineData("""{ "type": "exponential", "count": 3, "interval": "PT10S", "maximumInterval": "PT1000000000H" }""", "maximumInterval", "from PT5S")]
    [InlineData(
        """{ "type": "exponential", "count": 3, "interval": "PT10S", "minimalInterval": "PT5S" }""",
        "minimalInterval",
        "is unsupported here"
    )]
    [InlineData("""{ "type": "none", "count": 3 }""", "count", "is unsupported here")]
    [InlineData("[]", "", "Write an object whose type")]
    public void Retry_policies(string policy, string member, string words) =>
        Expect.Finding(
            bench.With(root => Inputs(root, "Read_subcontractor_invoice")["retryPolicy"] = JsonNode.Parse(policy)),
            Invoice,
            $"Read_subcontractor_invoice/inputs/retryPolicy/{member}".TrimEnd('/'),
            words
        );

    [Theory]
    [InlineData("\"frequency\": \"Minute\"", "\"frequency\": \"Minutes\"", "Recurrence/recurrence/frequency", "Write one of Second")]
    [InlineData("\"interval\": 5", "\"interval\": 0", "Recurrence/recurrence/interval", "from 1 to 72000")]
    [InlineData("\"interval\": 5", "\"interval\": \"5\"", "Recurrence/recurrence/interval", "a whole number")]
    [InlineData("\"frequency\": \"Minute\"", "\"frequency\": \"Second\"", "Recurrence/recurrence/interval", "from 60 to")]
    [InlineData("\"interval\": 5", "\"interval\": 5, \"timeZone\": \"Chicago\"", "Recurrence/recurrence/timeZone", "Windows time zone")]
    [InlineData(
        "\"interval\": 5",
        "\"interval\": 5, \"startTime\": \"1/31/2026\"",
        "Recurrence/recurrence/startTime",
        "such as 2026-01-31T06:00:00Z"
    )]
    [InlineData("\"interval\": 5", "\"interval\": 5, \"schedule\": { \"hours\": [8] }", "Recurrence/recurrence/schedule", "is unsupported here")]
    [InlineData(
        "\"frequency\": \"Minute\",\n            \"interval\": 5",
        "\"frequency\": \"Week\", \"interval\": 1, \"schedule\": { \"weekDays\": [\"Monday\", \"Monday\"] }",
        "Recurrence/recurrence/schedule/weekDays[1]",
        "appears twice"
    )]
    [InlineData(
        "\"frequency\": \"Minute\",\n            \"interval\": 5",
        "\"frequency\": \"Week\", \"interval\": 1, \"schedule\": { \"weekDays\": [\"Mon\"] }",
        "Recurrence/recurrence/schedule/weekDays[0]",
        "one of Monday"
    )]
    [InlineData(
        "\"frequency\": \"Minute\",\n            \"interval\": 5",
        "\"frequency\": \"Day\", \"interval\": 1, \"schedule\": { \"hours\": [24] }",
        "Recurrence/recurrence/schedule/hours[0]",
        "from 0 to 23"
    )]
    [InlineData(
        "\"frequency\": \"Minute\",\n            \"interval\": 5",
        "\"frequency\": \"Day\", \"interval\": 1, \"schedule\": { \"minutes\": [60] }",
        "Recurrence/recurrence/schedule/minutes[0]",
        "from 0 to 59"
    )]
    [InlineData("\"runStatus\": \"Failed\"", "\"runStatus\": \"Fail\"", "Report_failed_poll/inputs/runStatus", "Write one of Succeeded")]
    [InlineData("\"runStatus\": \"Failed\"", "\"runStatus\": \"Succeeded\"", "Report_failed_poll/inputs/runError", "is unsupported here")]
    [InlineData("\"code\": \"PollFailed\",", "", "Report_failed_poll/inputs/runError/code", "is missing")]
    public void Recurrence_and_terminate(string text, string replacement, string place, string words) =>
        Breaks(Poll, text, replacement, place, words);

    [Theory]
    [InlineData(
        """{ "type": "Foreach", "foreach": [1], "actions": {}, "operationOptions": "Parallel" }""",
        "operationOptions",
        "Write \"Sequential\""
    )]
    [InlineData(
        """{ "type": "Until", "expression": "@true", "actions": {}, "operationOptions": "Sequential" }""",
        "operationOptions",
        "FailWhenLimitsReached"
    )]
    [InlineData("""{ "type": "Scope", "actions": {}, "operationOptions": "Sequential" }""", "operationOptions", "is unsupported here")]
    [InlineData(
        """{ "type": "Foreach", "foreach": [1], "actions": {}, "runtimeConfiguration": { "concurrency": { "repetitions": 51 } } }""",
        "runtimeConfiguration/concurrency/repetitions",
        "from 1 to 50"
    )]
    [InlineData("""{ "type": "Until", "expression": "@true", "actions": {}, "limit": { "count": 5001 } }""", "limit/count", "from 1 to 5000")]
    [InlineData("""{ "type": "Until", "expression": "@true", "actions": {}, "limit": { "timeout": "P31D" } }""", "limit/timeout", "to P30D")]
    [InlineData("""{ "type": "Until", "expression": "@true", "actions": {}, "limit": { "timeout": "1h" } }""", "limit/timeout", "ISO 8601 duration")]
    [InlineData(
        """{ "type": "Wait", "inputs": { "interval": { "count": 5, "unit": "Minutes" } } }""",
        "inputs/interval/unit",
        "one of Second, Minute"
    )]
    [InlineData(
        """{ "type": "Wait", "inputs": { "interval": { "count": 0, "unit": "Minute" } } }""",
        "inputs/interval/count",
        "a whole number from 1"
    )]
    [InlineData(
        """{ "type": "InitializeVariable", "inputs": { "variables": [{ "name": "x", "type": "text" }] } }""",
        "inputs/variables[0]/type",
        "one of string, integer"
    )]
    [InlineData(
        """{ "type": "Switch", "expression": "@utcNow()", "cases": { "One": { "case": "@utcNow()", "actions": {} } } }""",
        "cases/One/case",
        "not computed"
    )]
    [InlineData("""{ "type": "Table", "inputs": { "from": [1], "format": "XML" } }""", "inputs/format", "one of HTML, CSV")]
    [InlineData("""{ "type": "Response", "kind": "Web", "inputs": { "statusCode": 200 } }""", "kind", "Write one of PowerApp")]
    [InlineData(
        """{ "type": "Compose", "inputs": 1, "runtimeConfiguration": { "secureData": { "properties": ["input"] } } }""",
        "runtimeConfiguration/secureData/properties[0]",
        "one of inputs, outputs"
    )]
    [InlineData("""{ "type": "ParseJson", "inputs": { "content": null, "schema": {} } }""", "inputs/content", "JSON or an expression")]
    [InlineData("""{ "type": "ParseJson", "inputs": { "content": "{}", "schema": { "type": "text" } } }""", "inputs/schema/type", "one of string")]
    [InlineData(
        """{ "type": "ParseJson", "inputs": { "content": "{}", "schema": { "property": {} } } }""",
        "inputs/schema/property",
        "is unsupported here"
    )]
    [InlineData("""{ "type": "Query", "inputs": { "from": null, "where": "@true" } }""", "inputs/from", "a text that is not empty")]
    [InlineData("""{ "type": "Wait", "inputs": { "until": { "timestamp": "tomorrow" } } }""", "inputs/until/timestamp", "a time such as")]
    [InlineData("""{ "type": "Compose", "inputs": 1, "description": 5 }""", "description", "a text of 1 to 256 characters")]
    [InlineData("[]", "", "Write an object whose type")]
    [InlineData("null", "", "Write an object whose type")]
    public void Values_of_actions(string action, string place, string words) =>
        Expect.Finding(bench.WithActions($$"""{ "Step": {{action}} }"""), Invoice, $"Step/{place}".TrimEnd('/'), words);

    private static JsonObject Inputs(JsonNode root, string action) =>
        Find(root["properties"]!["definition"]!["actions"]!.AsObject(), action)!["inputs"]!.AsObject();

    private static JsonNode? Find(JsonObject actions, string name) =>
        actions[name]
        ?? actions
            .Select(action => action.Value!["actions"] is JsonObject inner ? Find(inner, name) : null)
            .FirstOrDefault(found => found is not null);

    private void Breaks(string flow, string text, string replacement, string place, string words) =>
        Expect.Finding(bench.AfterReplacing(flow, text, replacement), flow, place, words);
}
