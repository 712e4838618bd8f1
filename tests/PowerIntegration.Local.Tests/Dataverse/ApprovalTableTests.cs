using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace PowerIntegration.Local.Tests.Dataverse;

/// <summary>The tables of the approvals service as any solution sees them.</summary>
public sealed class ApprovalTableTests
{
    private const string Fetch = """
        <fetch><entity name='msdyn_flow_approvalresponse'><attribute name='msdyn_flow_approvalresponse_response'/>
        <link-entity name='msdyn_flow_approval' from='msdyn_flow_approvalid' to='msdyn_flow_approvalresponse_approval' alias='a'>
        <attribute name='msdyn_flow_approval_title'/></link-entity></entity></fetch>
        """;

    [Fact]
    public async Task Each_way_of_reading_knows_them()
    {
        await using var desk = Desk.Start();
        var (approval, response) = Answered(desk);

        var byFetch = Assert.Single(desk.Service.RetrieveMultiple(new FetchExpression(Fetch)).Entities);
        Assert.Equal("Pay it", byFetch.GetAttributeValue<AliasedValue>("a.msdyn_flow_approval_title").Value);
        var byWeb = await desk.GetAsync(
            $"msdyn_flow_approvalresponses({response})?$select=msdyn_flow_approvalresponse_response"
                + "&$expand=msdyn_flow_approvalresponse_approval($select=msdyn_flow_approval_title)"
        );
        Assert.Equal("Pay it", (string)byWeb.Json!["msdyn_flow_approvalresponse_approval"]!["msdyn_flow_approval_title"]!);
        var ofApproval = await desk.GetAsync(
            $"msdyn_flow_approvals({approval})?$expand=msdyn_flow_approvalrelationship_approvalresponses"
                + "($select=msdyn_flow_approvalresponse_response)"
        );
        Assert.Single(ofApproval.Json!["msdyn_flow_approvalrelationship_approvalresponses"]!.AsArray());
        var keys = await desk.GetAsync("EntityDefinitions(LogicalName='msdyn_flow_approvalrequest')");
        Assert.Equal(
            ("msdyn_flow_approvalrequests", "msdyn_flow_approvalrequest_name", "UserOwned"),
            ((string)keys.Json!["EntitySetName"]!, (string)keys.Json["PrimaryNameAttribute"]!, (string)keys.Json["OwnershipType"]!)
        );
    }

    [Fact]
    public async Task A_plug_in_of_a_solution_reads_them()
    {
        var read = "";
        await using var desk = Desk.Start(solution =>
            solution.Step(
                "Create",
                "cts_case",
                40,
                plug =>
                    read = plug
                        .Service.RetrieveMultiple(
                            new QueryExpression("msdyn_flow_approvalresponse") { ColumnSet = new ColumnSet("msdyn_flow_approvalresponse_response") }
                        )
                        .Entities[0]
                        .GetAttributeValue<string>("msdyn_flow_approvalresponse_response")
            )
        );
        Answered(desk);
        desk.Service.Create(new Entity("cts_case") { ["cts_name"] = "case" });
        Assert.Equal("Approve", read);
    }

    [Fact]
    public async Task A_role_grants_what_it_names_and_nothing_else()
    {
        await using var desk = Desk.Start(solution => Grant(solution, "prvReadmsdyn_flow_approvalresponse"));
        var (_, response) = Answered(desk);
        Assert.Equal(200, (await desk.SendAsync("GET", $"msdyn_flow_approvalresponses({response})", null, Desk.Reader)).Status);
        var approvals = await desk.SendAsync("GET", "msdyn_flow_approvals", null, Desk.Reader);
        Assert.Equal(403, approvals.Status);
        Assert.Contains("prvReadmsdyn_flow_approval ", approvals.Message, StringComparison.Ordinal);
        var forged = await desk.SendAsync("POST", "msdyn_flow_approvalresponses", "{}", Desk.Reader);
        Assert.Equal(403, forged.Status);
        Assert.Contains("prvCreatemsdyn_flow_approvalresponse", forged.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_another_user_writes_names_that_user()
    {
        await using var desk = Desk.Start();
        var (_, response) = Answered(desk);
        var row = desk.Service.Retrieve("msdyn_flow_approvalresponse", response, new ColumnSet("createdby", "ownerid"));
        Assert.Equal(Desk.Admin.SystemUserId, row.GetAttributeValue<EntityReference>("createdby").Id);
        Assert.Equal(Desk.Agent.SystemUserId, row.GetAttributeValue<EntityReference>("ownerid").Id);
    }

    [Fact]
    public async Task A_row_brought_over_keeps_its_date_and_shows_when_it_came()
    {
        await using var desk = Desk.Start(solution => Grant(solution, "prvCreatemsdyn_flow_approval"));
        var longAgo = new DateTime(2024, 1, 1, 8, 0, 0, DateTimeKind.Utc);
        var row = new Entity("msdyn_flow_approval") { ["msdyn_flow_approval_title"] = "Old", ["overriddencreatedon"] = longAgo };
        var read = desk.Service.Retrieve("msdyn_flow_approval", desk.Service.Create(row), new ColumnSet("createdon", "overriddencreatedon"));
        Assert.Equal((longAgo, desk.Clock.GetUtcNow().UtcDateTime), ((DateTime)read["createdon"], (DateTime)read["overriddencreatedon"]));
        var reader = desk.Dataverse.CreateService(Desk.Reader.SystemUserId);
        Assert.Contains("prvOverrideCreatedOnCreatedBy", Desk.Fault(() => reader.Create(row)).Message, StringComparison.Ordinal);
        desk.Service.Update(new Entity("msdyn_flow_approval", read.Id) { ["overriddencreatedon"] = longAgo });
        Assert.Equal(
            desk.Clock.GetUtcNow().UtcDateTime,
            desk.Service.Retrieve("msdyn_flow_approval", read.Id, new ColumnSet("overriddencreatedon"))["overriddencreatedon"]
        );
    }

    [Theory]
    [InlineData("msdyn_flow_approval", 192350004, 192350001)]
    [InlineData("msdyn_flow_approvalrequest", 192350000, 1)]
    [InlineData("msdyn_flow_approvalresponse", 192350002, 192350001)]
    public async Task A_reason_belongs_to_its_state(string table, int whenInactive, int ofActive)
    {
        await using var desk = Desk.Start();
        var id = desk.Service.Create(new Entity(table) { ["statuscode"] = new OptionSetValue(ofActive) });
        Assert.Equal(0x80048408, Desk.Fault(() => desk.Service.Create(new Entity(table) { ["statuscode"] = new OptionSetValue(whenInactive) })).Code);
        desk.Service.Update(new Entity(table, id) { ["statecode"] = new OptionSetValue(1) });
        Assert.Equal(
            whenInactive,
            desk.Service.Retrieve(table, id, new ColumnSet("statuscode")).GetAttributeValue<OptionSetValue>("statuscode").Value
        );
    }

    [Fact]
    public async Task Deleting_an_approval_takes_its_requests_and_responses_along()
    {
        await using var desk = Desk.Start();
        var (approval, _) = Answered(desk);
        desk.Service.Create(
            new Entity("msdyn_flow_approvalrequest")
            {
                ["msdyn_flow_approvalrequest_approval"] = new EntityReference("msdyn_flow_approval", approval),
            }
        );
        desk.Service.Delete("msdyn_flow_approval", approval);
        Assert.Equal((0, 0), (desk.Count("msdyn_flow_approvalrequest"), desk.Count("msdyn_flow_approvalresponse")));
    }

    // What an administrator could write by hand.
    private static (Guid Approval, Guid Response) Answered(Desk desk)
    {
        var approval = desk.Service.Create(new Entity("msdyn_flow_approval") { ["msdyn_flow_approval_title"] = "Pay it" });
        var response = desk.Service.Create(
            new Entity("msdyn_flow_approvalresponse")
            {
                ["msdyn_flow_approvalresponse_approval"] = new EntityReference("msdyn_flow_approval", approval),
                ["msdyn_flow_approvalresponse_response"] = "Approve",
                ["ownerid"] = new EntityReference("systemuser", Desk.Agent.SystemUserId),
            }
        );
        return (approval, response);
    }

    private static void Grant(DeskSolution solution, string privilege)
    {
        var file = Path.Combine(solution.Folder, "Roles", "Contoso Desk Reader.xml");
        File.WriteAllText(
            file,
            File.ReadAllText(file)
                .Replace("<RolePrivileges>", $"<RolePrivileges><RolePrivilege name=\"{privilege}\" level=\"Global\" />", StringComparison.Ordinal)
        );
    }
}
