using System.Text.Json.Nodes;
using PowerIntegration.Packer.Findings;
using Xunit;

namespace PowerIntegration.Packer.Tests.Flows;

/// <summary>Calls of Dataverse and of the custom connector: operations, parameters, columns, values.</summary>
public sealed class FlowCallTests(FlowBench bench) : IClassFixture<FlowBench>
{
    private const string Flow = "PI-Subcontractor";
    private const string TriggerParameters = "When_an_invoice_event_is_new/inputs/parameters/subscriptionRequest/";

    [Theory]
    [InlineData(
        "\"connectionName\": \"shared_pint-5fpowerintegration\"",
        "\"connectionName\": \"shared_other\"",
        "Read_subcontractor_invoice/inputs/host/connectionName",
        "is not among the flow's connectionReferences"
    )]
    [InlineData(
        "\"operationId\": \"SubmitDocument\"",
        "\"operationId\": \"PostInvoice\"",
        "Submit_document/inputs/host/operationId",
        "has no operation 'PostInvoice'"
    )]
    [InlineData(
        "\"operationId\": \"SubmitDocument\"",
        "\"operationId\": \"submitDocument\"",
        "Submit_document/inputs/host/operationId",
        "has no operation 'submitDocument'"
    )]
    [InlineData(
        "\"operationId\": \"UpdateOnlyRecord\"",
        "\"operationId\": \"UpdateRows\"",
        "Mark_event_failed/inputs/host/operationId",
        "'UpdateRows' is not supported here"
    )]
    [InlineData(
        "\"operationId\": \"SubscribeWebhookTrigger\"",
        "\"operationId\": \"ListRecords\"",
        "When_an_invoice_event_is_new/inputs/host/operationId",
        "does not go with a trigger"
    )]
    [InlineData(
        "apis/shared_pint-5fpowerintegration\"\n                },\n                \"parameters\": {\n                  \"body/eventId\"",
        "apis/shared_commondataserviceforapps\"\n                },\n                \"parameters\": {\n                  \"body/eventId\"",
        "Read_subcontractor_invoice/inputs/host/apiId",
        "the connection goes to shared_pint-5fpowerintegration"
    )]
    [InlineData(
        "\"body/eventId\"",
        "\"body/event\"",
        "Read_subcontractor_invoice/inputs/parameters/body/eventId",
        "The required parameter body/eventId is not given"
    )]
    [InlineData(
        "\"body/eventId\"",
        "\"body/event\"",
        "Read_subcontractor_invoice/inputs/parameters/body/event",
        "The parameter body/event does not exist in ReadRecord"
    )]
    [InlineData(
        "\"@triggerOutputs()?['body/pint_inboundeventid']\"",
        "5",
        "Read_subcontractor_invoice/inputs/parameters/body/eventId",
        "The value is 5, and a text is expected"
    )]
    [InlineData(
        "\"@triggerOutputs()?['body/pint_inboundeventid']\"",
        "\"@triggerOutputs()?['body/pint_attempts']\"",
        "Read_subcontractor_invoice/inputs/parameters/body/eventId",
        "gives a whole number, and a text is expected"
    )]
    [InlineData(
        "\"@triggerOutputs()?['body/pint_inboundeventid']\"",
        "\"@triggerOutputs()?['body']\"",
        "Read_subcontractor_invoice/inputs/parameters/body/eventId",
        "gives a row of pint_inboundevent, and a text is expected"
    )]
    [InlineData(
        "\"pint_PrepareDocument\"",
        "\"pint_PrepareInvoice\"",
        "Prepare_subcontractor_invoice/inputs/parameters/actionName",
        "The custom API 'pint_PrepareInvoice' does not exist"
    )]
    [InlineData(
        "\"item/DocumentId\"",
        "\"item/Document\"",
        "Prepare_subcontractor_invoice/inputs/parameters/item/DocumentId",
        "The required parameter item/DocumentId is not given"
    )]
    [InlineData(
        "\"item/DocumentId\"",
        "\"item/Document\"",
        "Prepare_subcontractor_invoice/inputs/parameters/item/Document",
        "The parameter item/Document does not exist there"
    )]
    [InlineData(
        "\"item/DocumentId\": \"@outputs('Read_subcontractor_invoice')?['body/documentId']\"",
        "\"item/DocumentId\": \"SC-001\"",
        "Prepare_subcontractor_invoice/inputs/parameters/item/DocumentId",
        "and a GUID is expected"
    )]
    public void The_calls_of_the_shipped_flow(string text, string replacement, string place, string words) =>
        Expect.Finding(bench.AfterReplacing(Flow, text, replacement), Flow, place, words);

    [Theory]
    [InlineData("message\": 4", "message\": 8", "message", "from 1 to 7")]
    [InlineData("message\": 4", "message\": \"4\"", "message", "from 1 to 7")]
    [InlineData("message\": 4", "messages\": 4", "message", "The required parameter subscriptionRequest/message is not given")]
    [InlineData("scope\": 4", "scope\": 5", "scope", "from 1 to 4")]
    [InlineData("runas\": 3", "runas\": 4", "runas", "from 1 to 3")]
    [InlineData("runas\": 3", "runas\": 0", "runas", "from 1 to 3")]
    [InlineData("runas\": 3", "runas\": \"3\"", "runas", "from 1 to 3")]
    [InlineData("subscriptionRequest/runas\": 3", "subscriptionRequest/runAs\": 3", "runAs", "is unknown in SubscribeWebhookTrigger")]
    [InlineData("entityname\": \"pint_inboundevent\"", "entityname\": \"pint_inboundevents\"", "entityname", "triggers take logical names")]
    [InlineData(
        "filteringattributes\": \"pint_eventstate\"",
        "filteringattributes\": \"pint_state\"",
        "filteringattributes",
        "column 'pint_state' does not exist"
    )]
    [InlineData(
        "filteringattributes\": \"pint_eventstate\"",
        "filteringattributes\": \"pint_eventstate,pint_Key\"",
        "filteringattributes",
        "column 'pint_Key' does not exist"
    )]
    [InlineData("filteringattributes\": \"pint_eventstate\"", "filteringattributes\": \"\"", "filteringattributes", "a text that is not empty")]
    [InlineData("message\": 4", "message\": 1", "filteringattributes", "work on modified rows only")]
    public void The_trigger_on_a_row(string text, string replacement, string parameter, string words) =>
        Expect.Finding(bench.AfterReplacing(Flow, text, replacement), Flow, TriggerParameters + parameter, words);

    [Theory]
    [InlineData("pint_eventstat eq 723100000", "The column 'pint_eventstat' does not exist in pint_inboundevent")]
    [InlineData("pint_projectid eq null", "The column 'pint_projectid' does not exist")]
    [InlineData("pint_eventstate eq 723100003", "one of 723100000, 723100001, 723100002")]
    [InlineData("pint_eventstate eq 723100000 or not (pint_recordtype ne 1)", "compares with 1")]
    [InlineData("pint_eventstate eq 'New'", "one of 723100000")]
    [InlineData("pint_eventstate equals 723100000", "'equals' is not a comparison")]
    [InlineData("pint_eventstate eq", "a value is expected where the end is")]
    [InlineData("pint_eventstate eq 723100000 and", "a column is expected where the end is")]
    [InlineData("pint_eventstate eq 723100000 && pint_attempts eq 1", "'&' at character")]
    [InlineData("(pint_eventstate eq 723100000", "')' is expected where the end is")]
    [InlineData("pint_key eq 'a", "does not belong there")]
    [InlineData("pint_key eq 5", "and the column holds a text")]
    [InlineData("pint_key eq 2026-01-31", "and the column holds a text")]
    [InlineData("pint_attempts gt 'one'", "and the column holds a whole number")]
    [InlineData("pint_attempts gt 1.5", "and the column holds a whole number")]
    [InlineData("pint_changedon ge 'yesterday'", "and the column holds a point in time")]
    [InlineData("_pint_projectid_value eq 'P-1'", "and the column holds a GUID")]
    [InlineData("contains(pint_attempts, '1')", "contains compares texts")]
    [InlineData("contains(pint_key, 1)", "contains compares texts, and 1 is none")]
    [InlineData("pint_ProjectID/pint_name eq 'x'", "no navigation property 'pint_ProjectID'")]
    [InlineData("pint_ProjectId/pint_title eq 'x'", "The column 'pint_title' does not exist in pint_project")]
    [InlineData("statecode eq 2", "one of 0, 1")]
    [InlineData("@{utcNow()} eq 1", "a column is expected where '?' is")]
    [InlineData("pint_attempts eq @{utcNow()}", "compares with a text, and the column holds a whole number")]
    public void Filters(string filter, string words)
    {
        Expect.Finding(Trigger("filterexpression", filter), Flow, TriggerParameters + "filterexpression", words);
        Expect.Finding(Rows("$filter", filter, "pint_inboundevents"), Flow, "Step/inputs/parameters/$filter", words);
    }

    [Theory]
    [InlineData("pint_eventstate eq 723100000 and (pint_attempts lt 3 or pint_message eq null)")]
    [InlineData("not contains(pint_key,'it''s') and startswith(pint_name, '@{triggerBody()?['pint_key']}')")]
    [InlineData("_pint_projectid_value eq 7e7c1a55-0000-4000-8000-000000000001")]
    [InlineData("_pint_projectid_value eq @{triggerBody()?['_pint_projectid_value']}")]
    [InlineData("pint_changedon ge 2026-01-31T06:00:00Z and createdon lt 2026-02-01")]
    [InlineData("pint_ProjectId/pint_name eq 'x' and pint_attempts eq pint_attempts")]
    [InlineData("pint_attempts eq @{triggerBody()?['pint_attempts']} and statecode eq 0")]
    public void Filters_that_are_right(string filter) => Assert.DoesNotContain(Rows("$filter", filter, "pint_inboundevents"), IsOfParameters);

    [Theory]
    [InlineData("$select", "pint_key,pint_total", "The column 'pint_total' does not exist in pint_document")]
    [InlineData("$select", "pint_projectid", "a lookup is named as _name_value")]
    [InlineData("$select", "", "Write a text or remove the parameter")]
    [InlineData("$orderby", "pint_total desc", "The column 'pint_total' does not exist")]
    [InlineData("$orderby", "pint_key down", "Write a column and asc or desc")]
    [InlineData("$orderby", "pint_key asc desc", "Write a column and asc or desc")]
    [InlineData("$expand", "pint_Projectid", "no navigation property 'pint_Projectid'")]
    [InlineData("$expand", "pint_ProjectId($select=pint_title)", "The column 'pint_title' does not exist in pint_project")]
    [InlineData("$expand", "pint_ProjectId($selects=pint_name)", "The option '$selects' of the expansion pint_ProjectId is unknown")]
    [InlineData("$top", 0, "from 1 to 5000")]
    [InlineData("$top", "ten", "from 1 to 5000")]
    [InlineData("$top", 5001, "from 1 to 5000")]
    [InlineData("$skip", 5, "The parameter $skip is unknown in ListRecords")]
    [InlineData("fetchXml", "<fetch/>", "The parameter fetchXml is unknown in ListRecords")]
    [InlineData("entityName", "pint_document", "The set \"pint_document\" does not exist")]
    public void Queries(string parameter, object value, string words) =>
        Expect.Finding(Rows(parameter, value, "pint_documents"), Flow, $"Step/inputs/parameters/{parameter}", words);

    [Theory]
    [InlineData("CreateRecord", "item/pint_error", "\"x\"", "The parameter item/pint_error does not exist there")]
    [InlineData("CreateRecord", "item/pint_projectid", "\"x\"", "Write it as item/<navigation property>@odata.bind")]
    [InlineData("CreateRecord", "item/_pint_projectid_value", "\"x\"", "cannot be written by CreateRecord")]
    [InlineData("CreateRecord", "item/pint_ProjectId@odata.bind", "\"pint_documents(1)\"", "Write pint_projects(<id>)")]
    [InlineData("CreateRecord", "item/pint_ProjectId@odata.bind", "\"@{triggerBody()?['pint_key']}\"", "Write pint_projects(<id>)")]
    [InlineData("CreateRecord", "item/pint_projectid@odata.bind", "\"pint_projects(1)\"", "no lookup with the navigation property 'pint_projectid'")]
    [InlineData("CreateRecord", "item/modifiedon", "\"2026-01-31\"", "cannot be written by CreateRecord")]
    [InlineData("UpdateOnlyRecord", "item/pint_inboundeventid", "\"2026-01-31\"", "cannot be written by UpdateOnlyRecord")]
    [InlineData("UpdateOnlyRecord", "item/pint_eventstate", "723100003", "one of 723100000, 723100001, 723100002")]
    [InlineData("UpdateOnlyRecord", "item/pint_eventstate", "\"Failed\"", "one of 723100000, 723100001, 723100002")]
    [InlineData("UpdateOnlyRecord", "item/pint_eventstate", "\"@triggerBody()?['pint_message']\"", "gives a text, and one of 723100000")]
    [InlineData("UpdateOnlyRecord", "item/pint_attempts", "1.5", "and a whole number is expected")]
    [InlineData("UpdateOnlyRecord", "item/pint_attempts", "true", "and a whole number is expected")]
    [InlineData("UpdateOnlyRecord", "item/pint_changedon", "\"31.1.2026\"", "and a point in time")]
    [InlineData("UpdateOnlyRecord", "recordId", "\"EVENT-1\"", "and the id of a row is expected")]
    [InlineData("UpdateOnlyRecord", "recordId", "null", "and the id of a row is expected")]
    [InlineData("UpdateOnlyRecord", "item", "{}", "The parameter item is unknown in UpdateOnlyRecord")]
    public void Columns(string operation, string parameter, string value, string words) =>
        Expect.Finding(
            Call(operation, new JsonObject { ["entityName"] = "pint_inboundevents", [parameter] = JsonNode.Parse(value) }),
            Flow,
            $"Step/inputs/parameters/{parameter}",
            words
        );

    [Theory]
    [InlineData("item/pint_ProjectId@odata.bind", "\"pint_projects(@{triggerBody()?['_pint_projectid_value']})\"")]
    [InlineData("item/pint_ProjectId@odata.bind", "\"/pint_projects(pint_key='A|1')\"")]
    [InlineData("item/pint_ProjectId@odata.bind", "null")]
    [InlineData("item/pint_message", "\"@concat('a', 'b')\"")]
    [InlineData("item/pint_changedon", "\"@utcNow()\"")]
    [InlineData("item/pint_attempts", "null")]
    public void Columns_that_are_right(string parameter, string value) =>
        Assert.DoesNotContain(
            Call("CreateRecord", new JsonObject { ["entityName"] = "pint_inboundevents", [parameter] = JsonNode.Parse(value) }),
            IsOfParameters
        );

    [Theory]
    [InlineData("body/amount", "true", "and a number is expected")]
    [InlineData("body/kind", "\"third\"", "one of first, second")]
    [InlineData("body/kind", "5", "one of first, second")]
    [InlineData("body/address/city", "5", "and a text is expected")]
    [InlineData("body/lines", "\"none\"", "and a list is expected")]
    [InlineData("body/lines", "\"@utcNow()\"", "gives a text, and a list is expected")]
    [InlineData("body/address/town", "\"x\"", "does not exist in SubmitDocument")]
    [InlineData("page", "\"two\"", "and a whole number is expected")]
    public void Parameters_of_the_connector_by_type(string parameter, string value, string words) =>
        Expect.Finding(
            bench.WithOperation(
                """
                [
                  { "name": "page", "in": "query", "type": "integer" },
                  { "name": "body", "in": "body", "required": true, "schema": { "type": "object", "required": ["documentId"], "properties": {
                    "documentId": { "type": "string" },
                    "amount": { "type": "number" },
                    "kind": { "type": "string", "enum": ["first", "second"] },
                    "lines": { "type": "array", "items": { "type": "string" } },
                    "address": { "type": "object", "properties": { "city": { "type": "string" } } } } } }
                ]
                """,
                root => Submit(root)["parameters"]!.AsObject()[parameter] = JsonNode.Parse(value)
            ),
            Flow,
            $"Submit_document/inputs/parameters/{parameter}",
            words
        );

    [Theory]
    [InlineData("x-ms-trigger", "\"single\"", "is a trigger. Choose another operation")]
    [InlineData("x-ms-trigger", "\"batch\"", "is a trigger. Choose another operation")]
    public void An_action_that_calls_a_trigger(string member, string value, string words) =>
        Expect.Finding(
            bench.WithConnector(paths => paths["/oracle/documents/submit"]!["post"]![member] = JsonNode.Parse(value)),
            Flow,
            "Submit_document/inputs/host/operationId",
            words
        );

    [Fact]
    public void A_webhook_that_is_called_as_another_kind() =>
        Expect.Finding(
            bench.WithConnector(paths =>
                paths["/oracle/documents/submit"]!["x-ms-notification-content"] = JsonNode.Parse("""{ "schema": { "type": "object" } }""")
            ),
            Flow,
            "Submit_document/inputs/host/operationId",
            "is called as OpenApiConnectionWebhook"
        );

    [Theory]
    [InlineData("CreateRecord")]
    [InlineData("UpdateRecord")]
    [InlineData("UpdateOnlyRecord")]
    public void A_call_that_writes_nothing(string operation) =>
        Expect.Finding(Call(operation, new JsonObject { ["entityName"] = "pint_inboundevents" }), Flow, "Step/inputs/parameters", "writes no column");

    private static JsonObject Submit(JsonNode root) =>
        root["properties"]!["definition"]!["actions"]!["Try"]!["actions"]!["If_prepared"]!["actions"]!["Submit_document"]!["inputs"]!.AsObject();

    private static Predicate<Finding> IsOfParameters =>
        finding =>
            finding.Element.Contains("/parameters/", StringComparison.Ordinal) && !finding.Element.EndsWith("/recordId", StringComparison.Ordinal);

    private IReadOnlyList<Finding> Trigger(string parameter, string value) =>
        bench.With(root =>
            root["properties"]!["definition"]!["triggers"]!["When_an_invoice_event_is_new"]!["inputs"]!["parameters"]![
                $"subscriptionRequest/{parameter}"
            ] = value
        );

    private IReadOnlyList<Finding> Rows(string parameter, object value, string set)
    {
        JsonObject parameters = new() { ["entityName"] = set };
        parameters[parameter] = value is int number ? JsonValue.Create(number) : JsonValue.Create((string)value);
        return Call("ListRecords", parameters);
    }

    private IReadOnlyList<Finding> Call(string operation, JsonObject parameters) =>
        bench.WithActions(
            new JsonObject
            {
                ["Step"] = new JsonObject
                {
                    ["type"] = "OpenApiConnection",
                    ["inputs"] = new JsonObject
                    {
                        ["host"] = new JsonObject
                        {
                            ["connectionName"] = "shared_commondataserviceforapps",
                            ["operationId"] = operation,
                            ["apiId"] = "/providers/Microsoft.PowerApps/apis/shared_commondataserviceforapps",
                        },
                        ["parameters"] = parameters,
                        ["authentication"] = "@parameters('$authentication')",
                    },
                },
            }.ToJsonString()
        );
}
