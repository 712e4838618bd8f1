using System.Text.Json.Nodes;
using Xunit;

namespace PowerIntegration.Packer.Tests.Flows;

/// <summary>Connections of flows, their registration, and the rules that only this product's flows keep.</summary>
public sealed class FlowRegistrationTests(FlowBench bench) : IClassFixture<FlowBench>
{
    private const string Flow = "PI-Subcontractor";
    private const string Dataverse = "connectionReferences/shared_commondataserviceforapps/";
    private const string Gateway = "connectionReferences/shared_pint-5fpowerintegration/";

    [Theory]
    [InlineData(
        "\"pint_powerintegration\"",
        "\"pint_sharedcommondataserviceforapps\"",
        Gateway + "connection/connectionReferenceLogicalName",
        "points at shared_commondataserviceforapps, and the flow uses shared_pint-5fpowerintegration"
    )]
    [InlineData(
        "\"pint_sharedcommondataserviceforapps\"",
        "\"pint_powerintegration\"",
        Dataverse + "connection/connectionReferenceLogicalName",
        "points at shared_pint-5fpowerintegration, and the flow uses shared_commondataserviceforapps"
    )]
    [InlineData(
        "\"name\": \"shared_commondataserviceforapps\"",
        "\"name\": \"shared_commondataservice\"",
        Dataverse + "connection/connectionReferenceLogicalName",
        "and the flow uses shared_commondataservice."
    )]
    [InlineData(
        "\"pint_powerintegration\"",
        "\"pint_gateway\"",
        Gateway + "connection/connectionReferenceLogicalName",
        "is not declared in Other/Customizations.xml"
    )]
    [InlineData(
        "\"connectionReferenceLogicalName\": \"pint_powerintegration\"",
        "\"connectionReferenceLogicalname\": \"pint_powerintegration\"",
        Gateway + "connection/connectionReferenceLogicalName",
        "is missing"
    )]
    [InlineData(
        "\"connectionReferenceLogicalName\": \"pint_powerintegration\"",
        "\"connectionReferenceLogicalName\": null",
        Gateway + "connection/connectionReferenceLogicalName",
        "a text that is not empty"
    )]
    [InlineData(",\n          \"logicalName\": \"pint_5Fpowerintegration\"", "", Gateway + "api/logicalName", "write pint_5Fpowerintegration")]
    [InlineData(
        "\"logicalName\": \"pint_5Fpowerintegration\"",
        "\"logicalName\": \"pint_5fpowerintegration\"",
        Gateway + "api/logicalName",
        "write pint_5Fpowerintegration"
    )]
    [InlineData("\"logicalName\": \"pint_5Fpowerintegration\"", "\"logicalName\": \"\"", Gateway + "api/logicalName", "a text that is not empty")]
    [InlineData(
        "\"name\": \"shared_commondataserviceforapps\"",
        "\"name\": \"shared_commondataserviceforapps\", \"logicalName\": \"x\"",
        Dataverse + "api/logicalName",
        "belongs to a custom connector"
    )]
    [InlineData(
        "\"runtimeSource\": \"embedded\"",
        "\"runtimeSource\": \"invoker\"",
        Dataverse + "runtimeSource",
        "the trigger of this flow has no caller"
    )]
    [InlineData("\"api\": {", "\"apis\": {", Dataverse + "api", "is missing")]
    public void Connections_of_a_flow(string text, string replacement, string place, string words) =>
        Expect.Finding(bench.AfterReplacing(Flow, text, replacement), Flow, place, words);

    [Theory]
    [InlineData(
        "shared_pint-5fpowerintegration</connectorid>",
        "shared_commondataserviceforapps</connectorid>",
        "pint_powerintegration",
        "and shared_commondataserviceforapps is none"
    )]
    [InlineData(
        "shared_pint-5fpowerintegration</connectorid>",
        "shared_pint-5fother</connectorid>",
        "pint_powerintegration",
        "neither Dataverse, Approvals, Teams nor a connector of these solutions"
    )]
    [InlineData(
        "shared_commondataserviceforapps</connectorid>",
        "shared_office365</connectorid>",
        "pint_sharedcommondataserviceforapps",
        "neither Dataverse, Approvals, Teams nor a connector of these solutions"
    )]
    [InlineData(
        "shared_commondataserviceforapps</connectorid>",
        "shared_pint-5fpowerintegration</connectorid>",
        "pint_sharedcommondataserviceforapps",
        "customconnectorid is missing"
    )]
    [InlineData(
        "shared_pint-5fpowerintegration</connectorid>",
        "shared_teams</connectorid>",
        "pint_powerintegration",
        "and shared_teams is none. Remove the element."
    )]
    [InlineData("3fe4efb2", "4fe4efb2", "pint_powerintegration", "is in none of the solutions")]
    [InlineData(
        "<customconnectorid>",
        "<customConnectorId>",
        "pint_powerintegration",
        "customconnectorid is missing",
        "</customconnectorid>",
        "</customConnectorId>"
    )]
    [InlineData(
        "connectionreferencelogicalname=\"pint_shared",
        "connectionreferencelogicalname=\"pint_powerintegration\" other=\"pint_shared",
        "pint_powerintegration",
        "is declared twice"
    )]
    public void Connection_references(
        string text,
        string replacement,
        string reference,
        string words,
        string? second = null,
        string? secondReplacement = null
    ) =>
        Expect.Finding(
            second is null
                ? bench.AfterReplacingXml("Customizations", text, replacement)
                : bench.AfterReplacingXml("Customizations", (text, replacement), (second, secondReplacement!)),
            "Other/Customizations.xml",
            $"connectionreference[{reference}]",
            words
        );

    [Fact]
    public void A_connection_reference_without_its_custom_connector() =>
        Expect.Finding(
            bench.WithXml("Customizations", root => root.Descendants("customconnectorid").Single().Remove()),
            "Other/Customizations.xml",
            "connectionreference[pint_powerintegration]",
            "customconnectorid is missing, and the API name of pint_5Fpowerintegration differs"
        );

    [Theory]
    [InlineData("connectionreferencelogicalname=\"pint_power", "logicalname=\"pint_power", "The attribute connectionreferencelogicalname is missing")]
    [InlineData("connectionreferencelogicalname=\"pint_power", "connectionreferencelogicalname=\"PINT_power", "a name of lower-case letters")]
    [InlineData("<statecode>0", "<statecode>1", "The value is '1'. Write 0")]
    [InlineData("<statuscode>1", "<statuscode>2", "The value is '2'. Write 1")]
    [InlineData("<iscustomizable>1", "<iscustomizable>yes", "The value is 'yes'. Write 0 or 1")]
    [InlineData("<iscustomizable>1</iscustomizable>", "<isCustomizable>1</isCustomizable>", "'isCustomizable' is not supported here")]
    [InlineData("<iscustomizable>1</iscustomizable>", "", "The element iscustomizable is missing")]
    [InlineData("<connectorid>/providers/Microsoft.PowerApps/apis/", "<connectorid>", "and the name of an API")]
    public void The_record_of_a_connection_reference(string text, string replacement, string words) =>
        Assert.Contains(
            bench.AfterReplacingXml("Customizations", text, replacement),
            finding =>
                finding.Element.Contains("connectionreference", StringComparison.Ordinal)
                && finding.Sentence.Contains(words, StringComparison.Ordinal)
        );

    [Theory]
    [InlineData("<Type>1</Type>", "", "Workflow", "The element Type is missing")]
    [InlineData("<Scope>4", "<Scope>1", "Workflow/Scope", "The value is '1'. Write 4")]
    [InlineData("<PrimaryEntity>none", "<PrimaryEntity>pint_document", "Workflow/PrimaryEntity", "Write none")]
    [InlineData("<Subprocess>0</Subprocess>", "<SubProcess>0</SubProcess>", "Workflow/SubProcess", "Name it Subprocess")]
    [InlineData("<IntroducedVersion>0.1.0.0", "<IntroducedVersion>new", "Workflow/IntroducedVersion", "Write a version")]
    [InlineData("<RunAs>1</RunAs>", "<RunAs>1</RunAs><RunAs>1</RunAs>", "Workflow", "The element RunAs appears 2 times")]
    [InlineData("<OnDemand>0", "<OnDemand>1", "Workflow/OnDemand", "The value is '1'. Write 0")]
    [InlineData("<ModernFlowType>0", "<ModernFlowType>5", "Workflow/ModernFlowType", "Write 0 or 1")]
    [InlineData("Description=", "Summary=", "Workflow", "The attribute 'Summary' is not supported here")]
    public void The_record_of_a_flow(string text, string replacement, string place, string words) =>
        Assert.Contains(
            bench.AfterReplacingXml(Flow, text, replacement),
            finding =>
                finding.Element.StartsWith(
                    $"Workflow[PI - Subcontractor invoices - Prepare Invoice]{place["Workflow".Length..]}",
                    StringComparison.Ordinal
                ) && finding.Sentence.Contains(words, StringComparison.Ordinal)
        );

    [Fact]
    public void An_api_name_with_the_suffix_of_an_environment_is_the_same_connector()
    {
        const string Api = "shared_pint-5fpowerintegration";
        Assert.DoesNotContain(
            bench.AfterReplacingXml("Customizations", Api + "<", Api + "-5f0123456789abcdef<"),
            finding => finding.File == "Other/Customizations.xml"
        );
    }

    [Theory]
    [InlineData("<JsonFileName>/Workflows/PI", "<JsonFileName>/Workflows/XI", "JsonFileName", "it must name the file beside this one")]
    [InlineData("<JsonFileName>/Workflows/PI", "<JsonFileName>Workflows/PI", "JsonFileName", "it must name the file beside this one")]
    [InlineData("<Category>5", "<Category>0", "Category", "only cloud flows are supported here")]
    [InlineData("<Category>5", "<Category>", "Category", "Write 5")]
    [InlineData("WorkflowId=\"{88", "WorkflowId=\"{98", "WorkflowId", "the file names end with it in capitals")]
    [InlineData(
        "WorkflowId=\"{88dd8ceb-e083-5f18-9020-fae959d79941}",
        "WorkflowId=\"88dd8ceb-e083-5f18-9020-fae959d79941",
        "WorkflowId",
        "a GUID in braces"
    )]
    [InlineData("<StatusCode>2", "<StatusCode>1", "StatusCode", "StateCode 1 does not go with StatusCode 1")]
    [InlineData("<StateCode>1", "<StateCode>3", "StatusCode", "StateCode 3 does not go with StatusCode 2")]
    [InlineData("description=\"PI - Sub", "description=\"PI: Sub", "LocalizedNames", "differs from the name")]
    public void Registration(string text, string replacement, string place, string words) =>
        Expect.Finding(
            bench.AfterReplacingXml(Flow, text, replacement),
            Flow,
            $"Workflow[PI - Subcontractor invoices - Prepare Invoice]/{place}",
            words
        );

    [Theory]
    [InlineData(
        "<StateCode>1</StateCode>",
        "<StateCode>0</StateCode>",
        "PI - Subcontractor invoices - Prepare Invoice",
        "import turns it on",
        "<StatusCode>2",
        "<StatusCode>1"
    )]
    [InlineData(
        "Name=\"PI - Sub",
        "Name=\"Sub",
        "Subcontractor invoices - Prepare Invoice",
        "Flows are named PI - ",
        "description=\"PI - Sub",
        "description=\"Sub"
    )]
    public void Registration_of_this_product(string text, string replacement, string place, string words, string second, string secondReplacement) =>
        Expect.Finding(bench.AfterReplacingXml(Flow, (text, replacement), (second, secondReplacement)), Flow, place, words);

    [Theory]
    [InlineData(
        "\"type\": \"none\"",
        "\"type\": \"fixed\", \"count\": 2, \"interval\": \"PT10S\"",
        "Submit_document/inputs/retryPolicy",
        "is never repeated by a flow"
    )]
    [InlineData(
        ",\n                    \"retryPolicy\": {\n                      \"type\": \"none\"\n                    }",
        "",
        "Submit_document/inputs/retryPolicy",
        "is never repeated by a flow"
    )]
    [InlineData(
        "\"type\": \"none\"",
        "\"type\": \"exponential\", \"count\": 2, \"interval\": \"PT10S\"",
        "Submit_document/inputs/retryPolicy",
        "is never repeated by a flow"
    )]
    [InlineData(
        "\"subscriptionRequest/runas\": 3",
        "\"subscriptionRequest/scope\": 4",
        "When_an_invoice_event_is_new/inputs/parameters/subscriptionRequest/runas",
        "as whom it runs",
        "\"subscriptionRequest/scope\": 4,",
        ""
    )]
    [InlineData("\"description\": \"Read once", "\"trackedProperties\": \"Read once", "Try", "The action has no description")]
    [InlineData("\"description\": \"Row added", "\"kind\": \"Row added", "When_an_invoice_event_is_new", "The trigger has no description")]
    [InlineData(
        "\"operationId\": \"UpdateOnlyRecord\"",
        "\"operationId\": \"UpdateRecord\"",
        "Mark_event_failed/inputs/host/operationId",
        "UpdateRecord is not used in these flows"
    )]
    [InlineData(
        "\"entityName\": \"pint_inboundevents\"",
        "\"entityName\": \"@concat('pint_', 'x')\"",
        "Mark_event_failed/inputs/parameters/entityName",
        "Write it down"
    )]
    [InlineData(
        "\"pint_eventstate eq 723100000 and pint_recordtype eq 723100002\"",
        "\"@concat('pint_eventstate', ' eq 1')\"",
        "When_an_invoice_event_is_new/inputs/parameters/subscriptionRequest/filterexpression",
        "The filter is computed as a whole"
    )]
    [InlineData(
        "\"connectionReferences\": {",
        "\"connectionReferences\": { \"shared_x\": {},",
        "connectionReferences/shared_x",
        "No trigger or action uses this connection"
    )]
    public void Rules_of_this_product(
        string text,
        string replacement,
        string place,
        string words,
        string? second = null,
        string? secondReplacement = null
    ) =>
        Expect.Finding(
            second is null
                ? bench.AfterReplacing(Flow, text, replacement)
                : bench.AfterReplacing(Flow, (second, secondReplacement!), (text, replacement)),
            Flow,
            place,
            words
        );

    [Theory]
    [InlineData(
        "\"runtimeConfiguration\": {\n            \"concurrency\": {\n              \"runs\": 10\n            }\n          },",
        "",
        "When_an_invoice_event_is_new",
        "how many runs go on at once"
    )]
    [InlineData("\"TimedOut\"", "\"Skipped\"", "Catch", "write Failed and TimedOut")]
    [InlineData("\"Failed\",", "", "Catch", "write Failed and TimedOut")]
    [InlineData(
        "\"subscriptionRequest/filterexpression\"",
        "\"x\"",
        "When_an_invoice_event_is_new/inputs/parameters/subscriptionRequest/filterexpression",
        "which rows and columns"
    )]
    [InlineData(
        "\"subscriptionRequest/filteringattributes\"",
        "\"x\"",
        "When_an_invoice_event_is_new/inputs/parameters/subscriptionRequest/filteringattributes",
        "which rows and columns"
    )]
    public void More_rules_of_this_product(string text, string replacement, string place, string words) =>
        Expect.Finding(bench.AfterReplacing(Flow, text, replacement), Flow, place, words);

    [Fact]
    public void A_scope_without_actions() =>
        Expect.Finding(bench.WithActions("""{ "Step": { "type": "Scope", "actions": {} } }"""), Flow, "Step", "holds no action");

    [Theory]
    [InlineData("Query", """{ "type": "Query", "inputs": { "from": [1], "where": "@true" } }""")]
    [InlineData("Compose", """{ "type": "Compose", "inputs": 1 }""")]
    [InlineData("Switch", """{ "type": "Switch", "expression": "@utcNow()", "cases": {} }""")]
    public void A_flow_is_wiring(string kind, string action) =>
        Expect.Finding(
            bench.WithActions($$"""{ "Step": {{action}} }"""),
            Flow,
            "Step",
            $"Actions of type '{kind}' are not used in these flows; a flow is wiring only"
        );

    [Theory]
    [InlineData(
        """{ "type": "Workflow", "inputs": { "host": { "workflowReferenceName": "a74be8ea-8fbb-5a7e-9ad6-c9bbde1d1e75" } } }""",
        "Step/inputs/host/workflowReferenceName",
        "no flow of this solution with that id can be called"
    )]
    [InlineData(
        """{ "type": "Workflow", "inputs": { "host": { "workflowReferenceName": "Poll" } } }""",
        "Step/inputs/host/workflowReferenceName",
        "no flow of this solution with that id can be called"
    )]
    [InlineData("""{ "type": "Response", "kind": "PowerApp", "inputs": { "statusCode": 200 } }""", "Step", "answers a caller")]
    public void Calls_between_flows(string action, string place, string words) =>
        Expect.Finding(bench.WithActions($$"""{ "Step": {{action}} }"""), Flow, place, words);

    [Theory]
    [InlineData(
        """{ "type": "String", "defaultValue": "x", "metadata": { "schemaName": "pint_Address" } }""",
        "The environment variable 'pint_Address' is in none of the solutions"
    )]
    [InlineData("""{ "type": "Text", "metadata": { "schemaName": "pint_Address" } }""", "Write one of String")]
    [InlineData("""{ "type": "String", "defaultValue": "x" }""", "is missing")]
    public void Environment_variables(string parameter, string words)
    {
        const string Name = "Address (pint_Address)";
        string place =
            $"parameters/{Name}"
            + (
                words.StartsWith("Write", StringComparison.Ordinal) ? "/type"
                : words.StartsWith("is", StringComparison.Ordinal) ? "/metadata"
                : ""
            );
        Expect.Finding(bench.With(root => root["properties"]!["definition"]!["parameters"]![Name] = JsonNode.Parse(parameter)), Flow, place, words);
    }
}
