using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Local.Dataverse.Metadata;
using Xunit;

namespace PowerIntegration.Local.Tests.Dataverse;

public sealed class SecurityTests
{
    [Theory]
    [InlineData("POST", "cts_customers", """{"cts_name":"new"}""", "prvCreatects_Customer")]
    [InlineData("DELETE", "cts_cases(0b000000-0000-4000-8000-000000000009)", null, "prvDeletects_Case")]
    [InlineData("PATCH", "cts_customers(cts_externalref='X-1')", """{"cts_name":"new"}""", "prvWritects_Customer")]
    public async Task What_no_role_grants_is_refused_and_the_privilege_is_named(string method, string path, string? body, string privilege)
    {
        await using var desk = Desk.Start();
        desk.Customer("Prairie", "X-1");
        desk.Service.Create(new Entity("cts_case", new Guid("0b000000-0000-4000-8000-000000000009")) { ["cts_name"] = "case" });
        var answer = await desk.SendAsync(method, path, body, Desk.Agent);
        Assert.Equal((403, "0x80040220"), (answer.Status, answer.Code));
        Assert.Contains(privilege, answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_privileges_of_a_user_are_told_as_roles_and_teams_grant_them()
    {
        await using var desk = Desk.Start();
        async Task<IReadOnlyList<string>> Of(Guid user) =>
            [
                .. (await desk.GetAsync($"systemusers({user})/Microsoft.Dynamics.CRM.RetrieveUserPrivileges()"))
                    .Json!["RolePrivileges"]!.AsArray()
                    .Select(one => (string)one!["PrivilegeName"]!),
            ];
        Assert.Equal(["prvReadcts_Case", "prvReadcts_Customer"], await Of(Desk.Reader.SystemUserId));
        Assert.Contains("prvDeletects_Task", await Of(Desk.Admin.SystemUserId));
        Assert.DoesNotContain("prvDeletects_Task", await Of(Desk.Agent.SystemUserId));
        Assert.Equal(404, (await desk.GetAsync($"systemusers({Guid.Empty})/Microsoft.Dynamics.CRM.RetrieveUserPrivileges()")).Status);
    }

    [Fact]
    public async Task Reading_needs_the_right_to_every_table_that_the_query_names()
    {
        await using var desk = Desk.Start();
        Assert.Equal(200, (await desk.SendAsync("GET", "cts_cases", null, Desk.Reader)).Status);
        Assert.Equal(403, (await desk.SendAsync("GET", "cts_tasks", null, Desk.Reader)).Status);
        desk.Service.Create(new Entity("cts_case") { ["cts_name"] = "case" });
        Assert.Equal(403, (await desk.SendAsync("GET", "cts_cases?$expand=cts_case_task", null, Desk.Reader)).Status);
        var link = Uri.EscapeDataString(
            "<fetch><entity name='cts_case'><link-entity name='cts_task' from='cts_caseid' to='cts_caseid'/></entity></fetch>"
        );
        Assert.Equal(403, (await desk.SendAsync("GET", "cts_cases?fetchXml=" + link, null, Desk.Reader)).Status);
    }

    [Fact]
    public async Task A_plug_ins_service_has_the_rights_of_the_user_it_is_made_for_and_the_platforms_has_all()
    {
        await using var desk = Desk.Start(solution =>
            solution.Step(
                "Create",
                "cts_case",
                40,
                plug =>
                {
                    var system = plug.Factory.CreateOrganizationService(null);
                    var id = system.Create(new Entity("cts_customer") { ["cts_name"] = "by the platform" });
                    plug.Factory.CreateOrganizationService(Guid.Empty).Create(new Entity("cts_task") { ["cts_name"] = "by the user" });
                    if (plug.Target.Contains("cts_number"))
                    {
                        plug.Service.Delete("cts_customer", id);
                    }
                }
            )
        );
        var agent = desk.Dataverse.CreateService(Desk.Agent.SystemUserId);
        agent.Create(new Entity("cts_case") { ["cts_name"] = "case" });
        Assert.Equal((1, 1), (desk.Count("cts_customer"), desk.Count("cts_task")));
        var (code, message) = Desk.Fault(() => agent.Create(new Entity("cts_case") { ["cts_number"] = "1" }));
        Assert.Equal(0x80040220u, code);
        Assert.Contains("prvDeletects_Customer", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Assigning_a_row_to_another_owner_needs_its_own_right()
    {
        await using var desk = Desk.Start();
        var agent = desk.Dataverse.CreateService(Desk.Agent.SystemUserId);
        var id = agent.Create(new Entity("cts_case") { ["cts_name"] = "case" });
        var assign = new Entity("cts_case", id) { ["ownerid"] = new EntityReference("systemuser", Desk.Admin.SystemUserId) };
        Assert.Contains("prvAssigncts_Case", Desk.Fault(() => agent.Update(assign)).Message, StringComparison.Ordinal);
        desk.Service.Update(assign);
        Assert.Equal(
            Desk.Admin.SystemUserId,
            desk.Service.Retrieve("cts_case", id, new ColumnSet("owninguser")).GetAttributeValue<EntityReference>("owninguser").Id
        );
    }

    [Fact]
    public async Task Security_is_checked_after_stage_10()
    {
        var reached = false;
        await using var desk = Desk.Start(solution => solution.Step("Create", "cts_customer", 10, plug => reached = true));
        Desk.Fault(() => desk.Dataverse.CreateService(Desk.Reader.SystemUserId).Create(new Entity("cts_customer")));
        Assert.True(reached);
    }

    [Fact]
    public void A_user_with_a_role_nobody_defines_stops_the_start()
    {
        var refused = Assert.Throws<SolutionRefusedException>(() =>
            Desk.Start(solution => System.IO.File.Delete(System.IO.Path.Combine(solution.Folder, "Roles", "Contoso Desk Reader.xml")))
        );
        Assert.Contains("Contoso Desk Reader", refused.Message, StringComparison.Ordinal);
    }
}
