using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Local.Clock;
using PowerIntegration.Local.Dataverse;
using PowerIntegration.Local.Dataverse.Metadata;
using PowerIntegration.Local.Identity;
using Xunit;

namespace PowerIntegration.Local.Tests.Dataverse;

/// <summary>Roles, teams and who has them, as rows of the platform's tables.</summary>
public sealed class SecurityTableTests : IDisposable
{
    private const string Role = "Contoso Desk Agent";
    private static readonly Guid RoleId = new("5b1d6b60-0000-4000-8000-00000000000a");
    private static readonly SandboxTeam Desks = new("Desks", [Role]);
    private readonly string folder = Directory.CreateTempSubdirectory("desk-roles").FullName;

    public SecurityTableTests() => _ = new DeskSolution(Path.Combine(folder, "solution"));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_role_has_the_id_and_the_name_of_its_file_and_is_its_own_root()
    {
        using var dataverse = Start();

        var role = dataverse.CreateService(null).Retrieve("role", RoleId, new ColumnSet("name", "parentrootroleid", "businessunitid"));

        Assert.Equal(Role, role["name"]);
        Assert.Equal(RoleId, role.GetAttributeValue<EntityReference>("parentrootroleid").Id);
        Assert.Equal("businessunit", role.GetAttributeValue<EntityReference>("businessunitid").LogicalName);
    }

    [Fact]
    public void The_roles_of_a_user_are_joined_over_the_table_between_them()
    {
        using var dataverse = Start(User(1, [Role, "System Administrator"]), User(2, []));
        var query = new QueryExpression("systemuser") { ColumnSet = new ColumnSet("fullname") };
        var link = query.AddLink("systemuserroles", "systemuserid", "systemuserid").AddLink("role", "roleid", "roleid");
        link.EntityAlias = "role";
        link.Columns = new ColumnSet("name");

        var rows = dataverse.CreateService(null).RetrieveMultiple(query).Entities;

        Assert.Equal(
            ["person 1 has Contoso Desk Agent", "person 1 has System Administrator"],
            rows.Select(row => $"{row["fullname"]} has {row.GetAttributeValue<AliasedValue>("role.name").Value}").Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void A_member_has_the_roles_of_its_team_and_what_they_grant()
    {
        using var dataverse = Start(User(1, [], Desks), User(2, []));
        var query = new QueryExpression("teammembership") { ColumnSet = new ColumnSet("systemuserid") };
        var link = query.AddLink("team", "teamid", "teamid");
        link.EntityAlias = "team";
        link.Columns = new ColumnSet("name");
        link.AddLink("teamroles", "teamid", "teamid")
            .AddLink("role", "roleid", "roleid")
            .LinkCriteria.AddCondition("parentrootroleid", ConditionOperator.In, RoleId, Guid.Empty);

        var row = Assert.Single(dataverse.CreateService(null).RetrieveMultiple(query).Entities);

        Assert.Equal((IdOf(1), "Desks"), ((Guid)row["systemuserid"], row.GetAttributeValue<AliasedValue>("team.name").Value));
        dataverse.CreateService(IdOf(1)).Create(new Entity("cts_case") { ["cts_name"] = "case" });
        Assert.Equal(0x80040220u, Desk.Fault(() => dataverse.CreateService(IdOf(2)).Create(new Entity("cts_case") { ["cts_name"] = "case" })).Code);
    }

    [Fact]
    public void What_the_user_list_no_longer_says_is_gone_after_a_restart()
    {
        Start(User(1, [Role], Desks)).Dispose();

        using var dataverse = Start(User(1, []));

        var service = dataverse.CreateService(null);
        Assert.All(
            new[] { "systemuserroles", "team", "teamroles", "teammembership" },
            table => Assert.Empty(service.RetrieveMultiple(new QueryExpression(table)).Entities)
        );
        Assert.Equal(4, service.RetrieveMultiple(new QueryExpression("role")).Entities.Count);
    }

    [Theory]
    [InlineData("role")]
    [InlineData("systemuserroles")]
    [InlineData("teammembership")]
    public void They_are_not_written_while_it_runs(string table)
    {
        using var dataverse = Start(User(1, ["System Administrator"]));

        Assert.Contains(table, Desk.Fault(() => dataverse.CreateService(IdOf(1)).Create(new Entity(table))).Message, StringComparison.Ordinal);
        Assert.Contains(table, Desk.Fault(() => dataverse.CreateService(null).Update(new Entity(table, RoleId))).Message, StringComparison.Ordinal);
        Assert.Contains(table, Desk.Fault(() => dataverse.CreateService(null).Delete(table, RoleId)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_team_has_the_same_roles_whoever_names_it()
    {
        var refusal = Assert.Throws<SolutionRefusedException>(() => Start(User(1, [], Desks), User(2, [], new SandboxTeam("Desks", []))));

        Assert.Contains("'Desks'", refusal.Message, StringComparison.Ordinal);
    }

    private static Guid IdOf(int number) => new($"0b000000-0000-4000-8000-{number:D12}");

    private static SandboxUser User(int number, string[] roles, params SandboxTeam[] teams) =>
        new(
            "user" + number,
            new Guid($"0a000000-0000-4000-8000-{number:D12}"),
            IdOf(number),
            "person " + number,
            $"person{number}@contoso.example",
            roles,
            [],
            false,
            null,
            teams
        );

    private LocalDataverse Start(params SandboxUser[] users) =>
        LocalDataverse.Start(
            new LocalDataverseOptions
            {
                SolutionFolders = [Path.Combine(folder, "solution")],
                PluginAssemblyFiles = [typeof(Desk).Assembly.Location],
                StorePath = Path.Combine(folder, "dataverse.db"),
                TimeProvider = new DrivenClock(new DateTimeOffset(2025, 11, 3, 14, 0, 0, TimeSpan.Zero)),
                IdSource = new SeededIdSource(7),
                Users = users,
                BaseUrl = Desk.BaseUrl,
            }
        );
}
