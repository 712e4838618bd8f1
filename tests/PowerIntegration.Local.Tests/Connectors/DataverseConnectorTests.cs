using System.Net;
using System.Net.Http;
using System.Text.Json.Nodes;
using PowerIntegration.Local.Connectors;
using PowerIntegration.Local.Expressions;
using Xunit;

namespace PowerIntegration.Local.Tests.Connectors;

public sealed class DataverseConnectorTests : IDisposable
{
    private const string Id = "0f8fad5b-d9cb-469f-a165-70867728950e";
    private readonly RecordingHandler handler = new();
    private readonly HttpClient http;
    private readonly OneSubscriber changes = new();

    public DataverseConnectorTests() => http = new HttpClient(handler);

    public void Dispose() => http.Dispose();

    [Theory]
    [InlineData(
        "ListRecords",
        """{"entityName":"pint_documents","$filter":"pint_state eq 1 and contains(pint_name,'a&b')","$top":5}""",
        "GET http://127.0.0.1:5080/api/data/v9.2/pint_documents?$filter=pint_state%20eq%201%20and%20contains%28pint_name%2C%27a%26b%27%29&$top=5",
        null
    )]
    [InlineData(
        "GetItem",
        $$"""{"entityName":"pint_documents","recordId":"{{Id}}","$select":"pint_name"}""",
        $"GET http://127.0.0.1:5080/api/data/v9.2/pint_documents({Id})?$select=pint_name",
        null
    )]
    [InlineData(
        "CreateRecord",
        """{"entityName":"pint_documents","item/pint_name":"A","item/pint_CommitmentId@odata.bind":"pint_commitments(1)","item/pint_amount":12.50}""",
        """POST http://127.0.0.1:5080/api/data/v9.2/pint_documents"""
            + """ {"pint_name":"A","pint_CommitmentId@odata.bind":"pint_commitments(1)","pint_amount":12.50}""",
        null
    )]
    [InlineData(
        "UpdateRecord",
        $$"""{"entityName":"pint_documents","recordId":"{{Id}}","item/pint_name":null}""",
        $$"""PATCH http://127.0.0.1:5080/api/data/v9.2/pint_documents({{Id}}) {"pint_name":null}""",
        null
    )]
    [InlineData(
        "UpdateOnlyRecord",
        $$"""{"entityName":"pint_documents","recordId":"{{Id}}","item/pint_state":723100002}""",
        $$"""PATCH http://127.0.0.1:5080/api/data/v9.2/pint_documents({{Id}}) {"pint_state":723100002}""",
        "*"
    )]
    [InlineData(
        "UpdateOnlyRecord",
        """{"entityName":"pint_documents","recordId":"pint_key='A|1'","item/pint_state":1}""",
        """PATCH http://127.0.0.1:5080/api/data/v9.2/pint_documents(pint_key%3D%27A%7C1%27) {"pint_state":1}""",
        "*"
    )]
    [InlineData(
        "DeleteRecord",
        $$"""{"entityName":"pint_documents","recordId":"{{Id}}"}""",
        $"DELETE http://127.0.0.1:5080/api/data/v9.2/pint_documents({Id})",
        null
    )]
    [InlineData(
        "PerformUnboundAction",
        $$"""{"actionName":"pint_PrepareDocument","item/DocumentId":"{{Id}}"}""",
        $$"""POST http://127.0.0.1:5080/api/data/v9.2/pint_PrepareDocument {"DocumentId":"{{Id}}"}""",
        null
    )]
    public async Task Operations_become_web_api_requests(string operation, string parameters, string expected, string? ifMatch)
    {
        handler.Answer(HttpStatusCode.OK, "{}");

        await Connector().InvokeAsync(Call(operation, parameters), default);

        Assert.Equal(expected, Assert.Single(handler.Requests));
        Assert.Equal(ifMatch, handler.Last!.Headers.TryGetValues("If-Match", out var values) ? values.Single() : null);
        Assert.Equal("Bearer secret-token", handler.Last.Headers.Authorization!.ToString());
    }

    [Theory]
    [InlineData("PerformBoundAction", "{}", "'PerformBoundAction' is not implemented by this runtime")]
    [InlineData("CreateRecord", """{"item/pint_name":"A"}""", "needs 'entityName'")]
    [InlineData("ListRecords", """{"entityName":"pint_documents","partitionId":"x"}""", "has no parameter 'partitionId'")]
    [InlineData("GetItem", """{"entityName":"pint_documents","recordId":"7"}""", "the row id '7'")]
    [InlineData("GetItem", """{"entityName":"pint_documents/x","recordId":"7"}""", "the row id '7'")]
    [InlineData("PerformUnboundAction", """{"actionName":"a/b"}""", "got 'a/b' for 'actionName'")]
    [InlineData(
        "SubscribeWebhookTrigger",
        """{"subscriptionRequest/message":4,"subscriptionRequest/entityname":"a","subscriptionRequest/scope":4}""",
        "is a trigger"
    )]
    public async Task What_is_unknown_is_refused_and_nothing_is_sent(string operation, string parameters, string sentence)
    {
        var refusal = await Assert.ThrowsAsync<ConnectorRefusalException>(() => Connector().InvokeAsync(Call(operation, parameters), default));

        Assert.Contains(sentence, refusal.Message, StringComparison.Ordinal);
        Assert.Empty(handler.Requests);
    }

    [Fact]
    public async Task One_page_is_read_unless_the_flow_asks_for_more()
    {
        handler.Answer(HttpStatusCode.OK, """{"value":[{"n":1}],"@odata.nextLink":"http://127.0.0.1:5080/next?page=2"}""");

        var page = await Connector().InvokeAsync(Call("ListRecords", """{"entityName":"pint_documents"}"""), default);

        Assert.Single((JsonArray)page.Body!["value"]!);
        Assert.NotNull(page.Body["@odata.nextLink"]);
    }

    [Fact]
    public async Task Pages_are_collected_until_the_wanted_number_or_the_end()
    {
        handler
            .Answer(HttpStatusCode.OK, """{"value":[{"n":1}],"@odata.nextLink":"http://127.0.0.1:5080/next?page=2"}""")
            .Answer(HttpStatusCode.OK, """{"value":[{"n":2}]}""");

        var all = await Connector().InvokeAsync(Call("ListRecords", """{"entityName":"pint_documents"}""") with { MinimumItemCount = 100 }, default);

        Assert.Equal("""{"value":[{"n":1},{"n":2}]}""", CompactJson.Write(all.Body));
        Assert.Equal("GET http://127.0.0.1:5080/next?page=2", handler.Requests[1]);
    }

    [Fact]
    public async Task An_error_is_an_answer()
    {
        handler.Answer(HttpStatusCode.NotFound, """{"error":{"code":"0x80040217","message":"pint_document With Id = x Does Not Exist"}}""");

        var response = await Connector().InvokeAsync(Call("GetItem", $$"""{"entityName":"pint_documents","recordId":"{{Id}}"}"""), default);

        Assert.False(response.IsSuccess);
        Assert.Equal("0x80040217", response.Body!["error"]!["code"]!.GetValue<string>());
    }

    [Fact]
    public void The_trigger_subscribes_with_message_table_scope_and_filters()
    {
        JsonObject? delivered = null;
        var parameters = (JsonObject)
            JsonText.Parse(
                """
                {"subscriptionRequest/message":4,"subscriptionRequest/entityname":"pint_inboundevent","subscriptionRequest/scope":4,
                 "subscriptionRequest/filteringattributes":"pint_eventstate","subscriptionRequest/filterexpression":"pint_eventstate eq 723100000",
                 "subscriptionRequest/runas":3}
                """
            )!;

        using var subscription = Connector().Subscribe("SubscribeWebhookTrigger", parameters, row => delivered = row);
        changes.Deliver!(new JsonObject { ["SdkMessage"] = "Create" });

        Assert.Equal("4 pint_inboundevent 4 pint_eventstate pint_eventstate eq 723100000", changes.Subscribed);
        Assert.Equal("Create", delivered!["SdkMessage"]!.GetValue<string>());
    }

    private DataverseConnector Connector() =>
        new(
            new DataverseConnectorBinding
            {
                WebApi = new Uri("http://127.0.0.1:5080/api/data/v9.2"),
                Http = http,
                Token = _ => Task.FromResult("secret-token"),
                Changes = changes,
            }
        );

    private static ConnectorCall Call(string operation, string parameters) => new(operation, (JsonObject)JsonText.Parse(parameters)!, "run-1");

    private sealed class OneSubscriber : IRowChangeSource, IDisposable
    {
        public string? Subscribed { get; private set; }

        public Action<JsonObject>? Deliver { get; private set; }

        public IDisposable Subscribe(
            int message,
            string entityLogicalName,
            int scope,
            string? filteringAttributes,
            string? filterExpression,
            Action<JsonObject> deliver
        )
        {
            Subscribed = $"{message} {entityLogicalName} {scope} {filteringAttributes} {filterExpression}";
            Deliver = deliver;
            return this;
        }

        public void Dispose() => Deliver = null;
    }
}
