using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Settings;
using PowerIntegration.Gateway.Tests.Fixtures;
using Xunit;

namespace PowerIntegration.Gateway.Tests.Contract;

/// <summary>The gateway and the connector's definition are one contract; neither has anything that the other lacks.</summary>
public sealed class DefinitionTests(StartedGateway gateway) : IClassFixture<StartedGateway>
{
    // Addresses that are no operation of the connector.
    private static readonly string[] Infrastructure = ["/health"];

    [Fact]
    public void Every_operation_is_the_same_in_gateway_and_definition() => Assert.Empty(Differences(ConnectorFolder.Definition()));

    [Fact]
    public void Every_address_is_an_operation_or_named_infrastructure()
    {
        var operations = GatewayFacts.Operations(gateway.Host.App).Select(operation => "/" + operation.RelativePath);

        Assert.Equal(
            GatewayFacts.Addresses(gateway.Host.App).Order(StringComparer.Ordinal),
            operations.Concat(Infrastructure).Order(StringComparer.Ordinal)
        );
    }

    public static TheoryData<string> FaultNames() => [.. DefinitionFaults.All.Select(fault => fault.What)];

    [Theory]
    [MemberData(nameof(FaultNames))]
    public void A_single_difference_is_named(string what)
    {
        var (_, change, sentence) = DefinitionFaults.All.Single(fault => fault.What == what);
        var swagger = ConnectorFolder.Definition();
        change(swagger);

        Assert.Contains(Differences(swagger), difference => difference.Contains(sentence, StringComparison.Ordinal));
    }

    public static TheoryData<string> ErrorResponses() => [.. ConnectorFolder.Definition()["responses"]!.AsObject().Select(response => response.Key)];

    [Theory]
    [MemberData(nameof(ErrorResponses))]
    public async Task The_example_of_an_error_is_what_the_gateway_writes(string response)
    {
        var example = ConnectorFolder.Definition()["responses"]![response]!["examples"]!["application/json"]!.AsObject();
        var kind = ProblemCatalog.All.Single(kind => kind.Code == (string?)example["code"]);
        using var body = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = gateway.Host.App.Services, TraceIdentifier = (string)example["traceId"]! };
        context.Response.Body = body;

        await ProblemWriter.WriteAsync(context, kind, (string)example["detail"]!);

        Assert.Equal(example.ToJsonString(), JsonNode.Parse(Encoding.UTF8.GetString(body.ToArray()))!.ToJsonString());
    }

    [Fact]
    public void A_connection_asks_for_a_token_by_the_gateways_application_id_uri()
    {
        var token = ConnectorFolder.Json("connector/definition/apiProperties.json")["properties"]!["connectionParameters"]!["token"]![
            "oAuthSettings"
        ]!;

        Assert.Equal(new GatewayOptions().ApplicationIdUri, (string?)token["properties"]!["AzureActiveDirectoryResourceId"]);
        Assert.Equal(new GatewayOptions().ApplicationIdUri, (string?)token["customParameters"]!["resourceUri"]!["value"]);
    }

    private IReadOnlyList<string> Differences(JsonObject swagger) =>
        ContractFact.Differences(GatewayFacts.Of(gateway.Host.App), DefinitionFacts.Of(swagger));
}
