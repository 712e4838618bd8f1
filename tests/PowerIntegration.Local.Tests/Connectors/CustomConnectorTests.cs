using System.Net;
using System.Net.Http;
using System.Text.Json.Nodes;
using PowerIntegration.Local.Clock;
using PowerIntegration.Local.Connectors;
using PowerIntegration.Local.Expressions;
using PowerIntegration.Local.Tests.Flows;
using PowerIntegration.Local.Tests.Flows.Definition;
using Xunit;

namespace PowerIntegration.Local.Tests.Connectors;

public sealed class CustomConnectorTests : IDisposable
{
    private const string Definition = """
        {"swagger":"2.0","host":"gateway.example","basePath":"/api/v1","schemes":["https"],
         "parameters":{"Version":{"name":"version","in":"query","type":"string","required":true,"default":"1","x-ms-visibility":"internal"}},
         "paths":{
          "/projects/{projectId}/files/{path}":{"parameters":[{"$ref":"#/parameters/Version"}],"get":{"operationId":"GetFile","parameters":[
             {"name":"projectId","in":"path","type":"string","required":true,"x-ms-url-encoding":"single"},
             {"name":"path","in":"path","type":"string","required":true,"x-ms-url-encoding":"double"},
             {"name":"page","in":"query","type":"integer"},{"name":"tags","in":"query","type":"array","items":{"type":"string"}},
             {"name":"X-Trace","in":"header","type":"string","enum":["on","off"]}],"responses":{}}},
          "/things":{"post":{"operationId":"MakeThing","parameters":[{"name":"body","in":"body","required":true,
          "schema":{"$ref":"#/definitions/Thing"}}],"responses":{}}}},
         "definitions":{"Thing":{"type":"object","required":["id","kind"],"properties":{"id":{"type":"string"},"count":{"type":"integer"},
         "amount":{"type":"number"},
             "kind":{"type":"string","default":"plain","x-ms-visibility":"internal"},"inner":{"type":"object",
             "properties":{"deep":{"type":"boolean"}}},"list":{"type":"array","items":{"type":"string"}}}}}}
        """;

    private readonly TemporarySolution solution = new();
    private readonly RecordingHandler handler = new();
    private readonly DrivenClock clock = new(new DateTimeOffset(2025, 11, 30, 9, 0, 0, TimeSpan.Zero));
    private readonly HttpClient http;

    public CustomConnectorTests() => http = new HttpClient(handler);

    public void Dispose()
    {
        http.Dispose();
        solution.Dispose();
    }

    [Fact]
    public async Task Path_query_and_header_are_encoded_as_the_definition_says()
    {
        handler.Answer(HttpStatusCode.OK, """{"size":1.50}""");

        var response = await Load()
            .InvokeAsync(Call("GetFile", """{"projectId":"24/017","path":"a/b c","page":2,"tags":["x","y"],"X-Trace":"on"}"""), default);

        Assert.Equal(
            "GET http://127.0.0.1:5081/gateway/api/v1/projects/24%2F017/files/a%252Fb%2520c?version=1&page=2&tags=x%2Cy",
            Assert.Single(handler.Requests)
        );
        Assert.Equal("on", handler.Last!.Headers.GetValues("X-Trace").Single());
        Assert.Equal("Bearer secret-token", handler.Last.Headers.Authorization!.ToString());
        Assert.Equal("run-1", handler.Last.Headers.GetValues("x-ms-client-tracking-id").Single());
        Assert.Equal("""{"size":1.50}""", CompactJson.Write(response.Body));
    }

    [Fact]
    public async Task Flat_keys_become_a_body_with_the_hidden_defaults()
    {
        handler.Answer(HttpStatusCode.Created);

        var response = await Load()
            .InvokeAsync(Call("MakeThing", """{"body/id":"7","body/amount":12.50,"body/inner/deep":true,"body/list":["a"]}"""), default);

        Assert.Equal(
            """POST http://127.0.0.1:5081/gateway/api/v1/things {"id":"7","amount":12.50,"inner":{"deep":true},"list":["a"],"kind":"plain"}""",
            Assert.Single(handler.Requests)
        );
        Assert.True(response.IsSuccess);
        Assert.Null(response.Body);
    }

    [Theory]
    [InlineData("Nothing", "{}", "has no operation 'Nothing'. It has: GetFile, MakeThing.")]
    [InlineData("GetFile", """{"path":"x"}""", "the operation 'GetFile' needs 'projectId' and did not get it.")]
    [InlineData("GetFile", """{"projectId":"1","path":"x","Page":2}""", "has no parameter 'Page'")]
    [InlineData("GetFile", """{"projectId":"1","path":"x","page":"2"}""", "takes 'page' as integer and got \"2\"")]
    [InlineData("GetFile", """{"projectId":"1","path":"x","X-Trace":"maybe"}""", "takes 'X-Trace' as one of [\"on\",\"off\"]")]
    [InlineData("MakeThing", "{}", "needs 'body/id' and did not get it")]
    [InlineData("MakeThing", """{"body/id":7}""", "takes 'body/id' as string and got 7")]
    [InlineData("MakeThing", """{"body/id":"7","body/inner/deeper":1}""", "has no parameter 'body/inner/deeper'")]
    [InlineData("MakeThing", """{"body/id":"7","body/list":[1]}""", "takes 'body/list' as string and got 1")]
    [InlineData("MakeThing", """{"body":{"id":"7","extra":1}}""", "has no parameter 'body/extra'")]
    public async Task What_the_definition_does_not_know_is_refused_and_nothing_is_sent(string operation, string parameters, string sentence)
    {
        var refusal = await Assert.ThrowsAsync<ConnectorRefusalException>(() => Load().InvokeAsync(Call(operation, parameters), default));

        Assert.Contains(sentence, refusal.Message, StringComparison.Ordinal);
        Assert.Empty(handler.Requests);
    }

    [Fact]
    public void An_operation_can_be_checked_before_any_call()
    {
        var connector = Load();

        connector.Check("MakeThing", ["body/id", "body/inner/deep"]);
        Assert.Contains(
            "'body/none'",
            Assert.Throws<ConnectorRefusalException>(() => connector.Check("MakeThing", ["body/none"])).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Problem_details_are_json_and_text_is_text()
    {
        handler
            .Answer(HttpStatusCode.Conflict, """{"code":"document-not-prepared"}""", "application/problem+json")
            .Answer(HttpStatusCode.OK, "plain", "text/plain");
        var connector = Load();

        var problem = await connector.InvokeAsync(Call("MakeThing", """{"body/id":"7"}"""), default);
        var text = await connector.InvokeAsync(Call("MakeThing", """{"body/id":"7"}"""), default);

        Assert.Equal(409, problem.StatusCode);
        Assert.Equal("document-not-prepared", problem.Body!["code"]!.GetValue<string>());
        Assert.Equal("plain", text.Body!.GetValue<string>());
    }

    [Fact]
    public async Task An_answer_after_120_seconds_is_a_timeout()
    {
        handler.Answer(HttpStatusCode.OK, "{}", meanwhile: () => clock.Advance(TimeSpan.FromSeconds(121)));

        var response = await Load().InvokeAsync(Call("MakeThing", """{"body/id":"7"}"""), default);

        Assert.Equal(504, response.StatusCode);
    }

    [Fact]
    public async Task Policies_change_the_request_in_their_order()
    {
        handler.Answer(HttpStatusCode.OK);
        var connector = Load(
            """
            [{"templateId":"DynamicHostUrl","parameters":{"x-ms-apimTemplateParameter.urlTemplate":"https://@connectionParameters('host')/root"}},
             {"templateId":"setheader","parameters":{"x-ms-apimTemplateParameter.name":"X-Region",
             "x-ms-apimTemplateParameter.value":"@connectionParameters('region','eu')-@headers('X-Trace')",
             "x-ms-apimTemplateParameter.existsAction":"override","x-ms-apimTemplate-policySection":"Request"}},
             {"templateId":"setqueryparameter","parameters":{"x-ms-apimTemplateParameter.name":"version","x-ms-apimTemplateParameter.value":"2",
             "x-ms-apimTemplateParameter.existsAction":"append"}},
             {"templateId":"routerequesttoendpoint","parameters":{"x-ms-apimTemplateParameter.newPath":"/other",
             "x-ms-apimTemplateParameter.httpMethod":"POST","x-ms-apimTemplate-operationName":["MakeThing"]}}]
            """
        );

        await connector.InvokeAsync(Call("GetFile", """{"projectId":"1","path":"x","X-Trace":"off"}"""), default);

        Assert.Equal("GET https://bound.example/root/api/v1/projects/1/files/x?version=1%2C2", Assert.Single(handler.Requests));
        Assert.Equal("eu-off", handler.Last!.Headers.GetValues("X-Region").Single());
    }

    [Theory]
    [InlineData("""[{"templateId":"stringtoarray","parameters":{}}]""", "'stringtoarray'")]
    [InlineData("""[{"templateId":"setheader","parameters":{"x-ms-apimTemplateParameter.colour":"x"}}]""", "x-ms-apimTemplateParameter.colour")]
    [InlineData("""[{"templateId":"setheader","parameters":{"x-ms-apimTemplate-policySection":"Response"}}]""", "'Response'")]
    public void Policies_that_are_not_implemented_are_refused_by_name(string policies, string sentence) =>
        Assert.Contains(sentence, Assert.Throws<ConnectorRefusalException>(() => Load(policies)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_script_is_refused_by_name()
    {
        var refusal = Assert.Throws<ConnectorRefusalException>(() => Load(extra: "<customcodeblobcontent>/Connector/x.csx</customcodeblobcontent>"));

        Assert.Contains("/Connector/x.csx", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_shipped_connector_loads()
    {
        var connector = Assert.Single(CustomConnector.Load(RepositoryFiles.Solution("connector"), Binding()));

        Assert.Equal("pint_5Fpowerintegration", connector.ApiName);
        Assert.Contains("SubmitDocument", connector.OperationIds);
    }

    private CustomConnector Load(string policies = "[]", string extra = "")
    {
        solution.Write(
            "Connectors/test.xml",
            $"<Connector><name>pint_5Ftest</name><openapidefinition>/Connector/test_openapidefinition.json<"
                + $"/openapidefinition><policytemplateinstances>/Connector/test_policies.json</policytemplateinstances>{extra}</Connector>"
        );
        solution.Write("Connectors/test_openapidefinition.json", Definition);
        solution.Write("Connectors/test_policies.json", policies);
        return Assert.Single(CustomConnector.Load(solution.Path, Binding()));
    }

    private CustomConnectorBinding Binding() =>
        new()
        {
            BaseAddress = new Uri("http://127.0.0.1:5081/gateway/"),
            Http = http,
            Clock = clock,
            Token = _ => Task.FromResult("secret-token"),
            ConnectionParameters = new JsonObject { ["host"] = "bound.example" },
        };

    private static ConnectorCall Call(string operation, string parameters) => new(operation, (JsonObject)JsonText.Parse(parameters)!, "run-1");
}
