using PowerIntegration.Local.Connectors;
using Xunit;

namespace PowerIntegration.Local.Tests.Connectors;

public sealed class AnswerContractTests
{
    private const string Path = "/api/v1/projects/24-017/things";

    private const string Good = """
        {"id":"5f8a4bd4-5d0e-4f4d-9d51-6f7c0f4f0001","count":3,"amount":-12.5,"note":null,"kind":"plain",
         "day":"2025-10-31","tags":["a"],"lines":[{"deep":true}]}
        """;

    private const string Definition = """
        {"swagger":"2.0","host":"gateway.example","basePath":"/api/v1","produces":["application/json"],
         "paths":{
          "/projects/{projectId}/things":{"get":{"operationId":"ListThings","responses":{
             "200":{"description":"x","schema":{"$ref":"#/definitions/Thing"}},
             "404":{"$ref":"#/responses/NotFound"},
             "default":{"description":"x"}}}},
          "/projects/current/things":{"get":{"operationId":"ListOwnThings","responses":{"204":{"description":"x"}}},
                                      "post":{"operationId":"Unknown","responses":{"200":{"description":"x","schema":{"allOf":[]}}}}}},
         "definitions":{
          "Thing":{"type":"object","required":["id","count","amount","note","kind"],"properties":{
             "id":{"type":"string","format":"uuid","x-ms-summary":"Id"},"count":{"type":"integer","format":"int32"},"amount":{"type":"number"},
             "note":{"type":"string","x-nullable":true},"kind":{"type":"string","enum":["plain","other"]},"day":{"type":"string","format":"date"},
             "tags":{"type":"array","items":{"type":"string"}},"lines":{"type":"array","items":{"$ref":"#/definitions/Line"}}}},
          "Line":{"type":"object","required":["deep"],"properties":{"deep":{"type":"boolean"}}}},
         "responses":{"NotFound":{"description":"x","examples":{"application/problem+json":{"title":"t","status":404,"code":"c"}}}}}
        """;

    private readonly AnswerContract contract = AnswerContract.Read(Definition, "test.json");

    [Theory]
    [InlineData("the answer as defined", null, null)]
    [InlineData("optional members left out", ""","tags":["a"],"lines":[{"deep":true}]""", "")]
    public async Task An_answer_as_defined_has_no_faults(string what, string? part, string? instead)
    {
        var verdict = await ThingAsync(part is null ? Good : Good.Replace(part, instead, StringComparison.Ordinal));

        Assert.True(verdict.Faults.Count == 0, $"{what}: {string.Join(" ", verdict.Faults)}");
        Assert.Equal(("ListThings", 200), (verdict.OperationId, verdict.Status));
    }

    [Theory]
    [InlineData("\"count\":3", "\"count\":3,\"more\":1", "#/more is not in the definition")]
    [InlineData("\"deep\":true", "\"deep\":true,\"more\":1", "#/lines[0].more is not in the definition")]
    [InlineData("\"note\":null,", "", "#/note is missing")]
    [InlineData("{\"deep\":true}", "{}", "#/lines[0].deep is missing")]
    [InlineData("\"kind\":\"plain\"", "\"kind\":\"third\"", "#/kind does not have")]
    [InlineData("\"kind\":\"plain\"", "\"kind\":null", "(StringExpected)")]
    [InlineData("\"count\":3", "\"count\":\"3\"", "#/count does not have")]
    [InlineData("\"count\":3", "\"count\":3.5", "#/count does not have")]
    [InlineData("\"count\":3", "\"count\":2147483648", "#/count does not have")]
    [InlineData("-12.5", "\"-12.50\"", "#/amount does not have")]
    [InlineData("5f8a4bd4-", "", "#/id does not have")]
    [InlineData("2025-10-31", "31.10.2025", "#/day does not have")]
    [InlineData("\"note\":null", "\"note\":7", "#/note does not have")]
    [InlineData("[\"a\"]", "[\"a\",1]", "#/tags[1] does not have")]
    [InlineData("{\"id\"", "\"id\"", "not valid JSON")]
    public async Task Whatever_differs_from_the_schema_is_named(string part, string instead, string fault)
    {
        Assert.Contains(part, Good, StringComparison.Ordinal);

        var verdict = await ThingAsync(Good.Replace(part, instead, StringComparison.Ordinal));

        Assert.Contains(verdict.Faults, sentence => sentence.Contains(fault, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_error_body_has_the_members_of_the_example()
    {
        Assert.Empty((await CheckAsync(404, "application/problem+json", Problem(404))).Faults);

        Assert.Contains(
            "#/code is missing",
            await FaultAsync("application/problem+json", """{"title":"t","status":404}"""),
            StringComparison.Ordinal
        );
        Assert.Contains("#/status does not have", await FaultAsync("application/problem+json", Problem(400)), StringComparison.Ordinal);
        Assert.Contains("'application/json'", await FaultAsync("application/json", Problem(404)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_status_that_is_only_covered_by_default_is_refused() =>
        Assert.Contains(
            "does not have this status. It has 200, 404, default.",
            Assert.Single((await CheckAsync(500, "application/problem+json", Problem(500))).Faults),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task A_fixed_address_is_found_before_one_with_a_parameter()
    {
        var verdict = await contract.CheckAsync("GET", "/api/v1/projects/current/things", new ServiceAnswer(204, null, ""));

        Assert.Equal("ListOwnThings", verdict!.OperationId);
        Assert.Empty(verdict.Faults);
        Assert.Contains(
            "sends one",
            Assert.Single((await contract.CheckAsync("GET", "/api/v1/projects/current/things", new ServiceAnswer(204, null, "x")))!.Faults),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("GET", "/api/v1/elsewhere", 200, 1)]
    [InlineData("GET", "/api/v1/elsewhere", 404, 0)]
    [InlineData("DELETE", Path, 200, 1)]
    [InlineData("DELETE", Path, 405, 0)]
    public async Task An_address_without_an_operation_is_only_turned_away(string method, string path, int status, int faults)
    {
        var verdict = await contract.CheckAsync(method, path, new ServiceAnswer(status, null, ""));

        Assert.Null(verdict!.OperationId);
        Assert.Equal(faults, verdict.Faults.Count);
    }

    [Fact]
    public async Task What_is_not_below_the_base_path_is_not_compared() =>
        Assert.Null(await contract.CheckAsync("GET", "/health", new ServiceAnswer(200, "text/plain", "Healthy")));

    [Fact]
    public async Task A_keyword_that_is_not_implemented_is_refused_by_name() =>
        Assert.Contains(
            "'allOf'",
            (
                await Assert.ThrowsAsync<ConnectorRefusalException>(() =>
                    contract.CheckAsync("POST", "/api/v1/projects/current/things", new ServiceAnswer(200, "application/json", "{}"))
                )
            ).Message,
            StringComparison.Ordinal
        );

    private static string Problem(int status) => $$"""{"title":"Unknown thing","status":{{status}},"code":"thing-unknown"}""";

    private Task<AnswerVerdict> ThingAsync(string body) => CheckAsync(200, "application/json", body);

    private async Task<string> FaultAsync(string mediaType, string body) => Assert.Single((await CheckAsync(404, mediaType, body)).Faults);

    private async Task<AnswerVerdict> CheckAsync(int status, string mediaType, string body) =>
        (await contract.CheckAsync("GET", Path, new ServiceAnswer(status, mediaType, body)))!;
}
