using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace PowerIntegration.Local.Tests.Dataverse;

/// <summary>What an import brought, as rows of the platform's tables, and what a system administrator changes about it.</summary>
public sealed class ComponentTableTests
{
    private const string Step = "sdkmessageprocessingstep";
    private const string Role = "Contoso Desk Agent";

    [Fact]
    public async Task A_step_is_a_row_with_message_table_class_and_assembly()
    {
        await using var desk = Desk.Start(solution =>
            solution.Step(
                "Update",
                "cts_customer",
                20,
                _ => { },
                rank: 3,
                filter: "cts_name,cts_note",
                images: DeskSolution.Image("Pre", 0, "cts_name")
            )
        );
        var query = new QueryExpression(Step)
        {
            ColumnSet = new ColumnSet("name", "stage", "mode", "rank", "filteringattributes", "statecode", "statuscode"),
        };
        query.AddLink("sdkmessage", "sdkmessageid", "sdkmessageid").Columns = new ColumnSet("name");
        query.LinkEntities[0].EntityAlias = "message";
        query.AddLink("sdkmessagefilter", "sdkmessagefilterid", "sdkmessagefilterid").Columns = new ColumnSet("primaryobjecttypecode");
        query.LinkEntities[1].EntityAlias = "filter";
        var type = query.AddLink("plugintype", "plugintypeid", "plugintypeid");
        type.AddLink("pluginassembly", "pluginassemblyid", "pluginassemblyid").Columns = new ColumnSet("name", "version", "content");
        type.LinkEntities[0].EntityAlias = "assembly";

        var row = Assert.Single(desk.Service.RetrieveMultiple(query).Entities);

        Assert.Equal(
            ("Update", "cts_customer", 20, 0, 3, "cts_name,cts_note", 0, 1),
            (
                Joined(row, "message.name"),
                Joined(row, "filter.primaryobjecttypecode"),
                Value(row, "stage"),
                Value(row, "mode"),
                row["rank"],
                row["filteringattributes"],
                Value(row, "statecode"),
                Value(row, "statuscode")
            )
        );
        Assert.Equal(
            await System.IO.File.ReadAllBytesAsync(typeof(Desk).Assembly.Location, TestContext.Current.CancellationToken),
            Convert.FromBase64String((string)Joined(row, "assembly.content"))
        );
        var image = Assert.Single(All(desk, "sdkmessageprocessingstepimage"));
        Assert.Equal((row.Id, "cts_name"), (image.GetAttributeValue<EntityReference>("sdkmessageprocessingstepid").Id, image["attributes"]));
    }

    [Fact]
    public async Task A_disabled_step_does_not_run_until_it_is_enabled()
    {
        var runs = 0;
        await using var desk = Desk.Start(solution => solution.Step("Create", "cts_customer", 20, _ => runs++));
        var id = Assert.Single(All(desk, Step)).Id;
        desk.Customer("one");

        desk.Dataverse.Administration.SetStep(id, enabled: false);
        desk.Customer("two");
        Assert.Equal((1, 1, 2), (runs, Value(All(desk, Step)[0], "statecode"), Value(All(desk, Step)[0], "statuscode")));

        desk.Dataverse.Administration.SetStepsOf("cts_customer", enabled: true);
        desk.Customer("three");
        Assert.Equal((2, 0), (runs, Value(All(desk, Step)[0], "statecode")));
    }

    [Fact]
    public async Task The_privileges_of_a_role_are_rows_with_a_depth_and_can_be_granted_and_revoked()
    {
        await using var desk = Desk.Start();
        Assert.Equal(8, Depth(desk, "prvCreatects_Case"));

        desk.Dataverse.Administration.Grant(Role, "prvCreatects_Case", 2);
        desk.Dataverse.Administration.Grant(Role, "prvDeleteAccount", 1);
        Assert.Equal((2, 1), (Depth(desk, "prvCreatects_Case"), Depth(desk, "prvDeleteAccount")));

        desk.Dataverse.Administration.Revoke(Role, "prvDeleteAccount");
        Assert.Null(Depth(desk, "prvDeleteAccount"));
    }

    [Fact]
    public async Task A_step_can_be_added_and_changed_and_an_assembly_replaced_as_rows()
    {
        await using var desk = Desk.Start(solution => solution.Step("Create", "cts_customer", 20, _ => { }));
        var added = desk.Dataverse.Administration.AddStep("Other", "Update", "cts_case");
        desk.Dataverse.Administration.ChangeStep(added, "stage", 10);
        desk.Dataverse.Administration.ReplaceAssembly(typeof(Desk).Assembly.GetName().Name!, [1, 2]);

        var row = All(desk, Step).Single(step => step.Id == added);
        Assert.Equal(("Other", 10), (row["name"], Value(row, "stage")));
        Assert.Equal("AQI=", Assert.Single(All(desk, "pluginassembly"))["content"]);
    }

    [Fact]
    public async Task They_are_made_anew_at_each_start_and_nothing_of_them_is_stored()
    {
        var desk = Desk.Start(solution => solution.Step("Create", "cts_customer", 20, _ => { }));
        desk.Dataverse.Administration.SetStep(All(desk, Step)[0].Id, enabled: false);

        await using var again = await desk.RestartAsync();

        Assert.Equal(0, Value(Assert.Single(All(again, Step)), "statecode"));
        Assert.Contains(Step, Desk.Fault(() => again.Service.Update(new Entity(Step, All(again, Step)[0].Id))).Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<Entity> All(Desk desk, string table) =>
        desk.Service.RetrieveMultiple(new QueryExpression(table) { ColumnSet = new ColumnSet(true) }).Entities;

    private static object? Depth(Desk desk, string privilege)
    {
        var query = new QueryExpression("roleprivileges") { ColumnSet = new ColumnSet("privilegedepthmask") };
        query.AddLink("privilege", "privilegeid", "privilegeid").LinkCriteria.AddCondition("name", ConditionOperator.Equal, privilege);
        query.AddLink("role", "roleid", "roleid").LinkCriteria.AddCondition("name", ConditionOperator.Equal, Role);
        return desk.Service.RetrieveMultiple(query).Entities.SingleOrDefault()?["privilegedepthmask"];
    }

    private static object Joined(Entity row, string column) => row.GetAttributeValue<AliasedValue>(column).Value;

    private static int Value(Entity row, string column) => row.GetAttributeValue<OptionSetValue>(column).Value;
}
