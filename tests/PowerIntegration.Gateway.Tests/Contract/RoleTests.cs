using System.Text.Json.Nodes;
using PowerIntegration.Gateway.Callers;
using PowerIntegration.Gateway.Tests.Fixtures;
using Xunit;

namespace PowerIntegration.Gateway.Tests.Contract;

/// <summary>The connector's readme says which application roles a user needs; the gateway's endpoints decide.</summary>
public sealed class RoleTests(StartedGateway gateway) : IClassFixture<StartedGateway>
{
    private const string ReadmeSeparator = " or ";

    [Fact]
    public async Task The_readme_names_every_operation_with_the_roles_that_open_it()
    {
        var summaries = Operations().ToDictionary(operation => (string)operation["operationId"]!, operation => (string)operation["summary"]!);
        var roles = await RolesAsync();
        var readme =
            from row in ConnectorFolder.ReadmeTable("operation")
            from summary in row[0].Split(',', StringSplitOptions.TrimEntries)
            select $"{summary}: {row[2]}";

        Assert.Equal(
            roles.Select(operation => $"{summaries[operation.Key]}: {string.Join(ReadmeSeparator, operation.Value)}").Order(StringComparer.Ordinal),
            readme.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task The_user_of_the_shipped_flows_needs_the_roles_that_the_readme_and_the_sandbox_give_it()
    {
        var roles = await RolesAsync();
        var called = ConnectorFolder.Flows().SelectMany(Descendants).Select(node => (string?)node["operationId"]).OfType<string>();

        // Of several roles that open an operation the first is the lesser one.
        var needed = called.Where(roles.ContainsKey).Select(operation => roles[operation][0]).Distinct().Order(StringComparer.Ordinal).ToList();

        Assert.NotEmpty(needed);
        Assert.Equal(needed, Sorted(ConnectorFolder.ReadmeTable("connection").Single(row => row[0] == "of the shipped flows")[1].Split(", ")));
        Assert.Equal(needed, Sorted(SandboxRoles("flows")));
    }

    [Fact]
    public async Task Every_role_opens_an_operation_and_every_operation_needs_a_role()
    {
        var roles = await RolesAsync();

        Assert.All(roles, operation => Assert.NotEmpty(operation.Value));
        Assert.Equal(
            Sorted([GatewayRoles.Read, GatewayRoles.Submit, GatewayRoles.Administer]),
            Sorted(roles.SelectMany(operation => operation.Value).Distinct())
        );
    }

    private static IEnumerable<JsonNode> Operations() =>
        ConnectorFolder.Definition()["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()).Select(verb => verb.Value!);

    private async Task<Dictionary<string, IReadOnlyList<string>>> RolesAsync()
    {
        var roles = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var operation in GatewayFacts.Operations(gateway.Host.App))
        {
            roles.Add(GatewayFacts.IdOf(operation), await GatewayFacts.RolesAsync(gateway.Host.App, operation));
        }

        return roles;
    }

    private static IEnumerable<JsonObject> Descendants(JsonNode? node) =>
        node switch
        {
            JsonObject value => value.SelectMany(member => Descendants(member.Value)).Prepend(value),
            JsonArray list => list.SelectMany(Descendants),
            _ => [],
        };

    private static IEnumerable<string> SandboxRoles(string user) =>
        JsonNode
            .Parse(ConnectorFolder.Text("tests/PowerIntegration.Sandbox/data/lakeshore/users.json"))!
            .AsArray()
            .Single(candidate => (string?)candidate!["name"] == user)!["appRoles"]!
            .AsArray()
            .Select(role => (string)role!);

    private static List<string> Sorted(IEnumerable<string> values) => [.. values.Order(StringComparer.Ordinal)];
}
