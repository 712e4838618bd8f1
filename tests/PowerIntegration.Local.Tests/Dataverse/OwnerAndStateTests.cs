using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace PowerIntegration.Local.Tests.Dataverse;

/// <summary>The messages that change owner and state: older than an Update of those columns, and still answered.</summary>
public sealed class OwnerAndStateTests
{
    public static TheoryData<string> Messages => ["Assign", "SetState", "SetStateDynamicEntity"];

    [Fact]
    public async Task Assign_gives_the_row_another_owner()
    {
        await using var desk = Desk.Start();
        var id = NewCase(desk);
        desk.Service.Execute(Request("Assign", id));
        var row = desk.Service.Retrieve("cts_case", id, new ColumnSet("ownerid", "owninguser"));
        Assert.Equal(Desk.Reader.SystemUserId, row.GetAttributeValue<EntityReference>("ownerid").Id);
        Assert.Equal(Desk.Reader.SystemUserId, row.GetAttributeValue<EntityReference>("owninguser").Id);
    }

    [Theory]
    [InlineData("SetState", -1)]
    [InlineData("SetStateDynamicEntity", 2)]
    public async Task SetState_deactivates_the_row_with_the_reason_given_or_the_default_one(string message, int status)
    {
        await using var desk = Desk.Start();
        var id = NewCase(desk);
        desk.Service.Execute(Request(message, id, status));
        var row = desk.Service.Retrieve("cts_case", id, new ColumnSet("statecode", "statuscode"));
        Assert.Equal((1, 2), (row.GetAttributeValue<OptionSetValue>("statecode").Value, row.GetAttributeValue<OptionSetValue>("statuscode").Value));
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public async Task A_step_on_the_message_sees_the_row_before_and_can_refuse(string message)
    {
        var seen = "";
        await using var desk = Desk.Start(solution =>
            solution.Step(
                message,
                "cts_case",
                20,
                plug =>
                {
                    seen = $"{plug.Context.MessageName} {plug.Context.PreEntityImages["Before"].GetAttributeValue<string>("cts_name")}";
                    throw new InvalidPluginExecutionException("It stays as it is.");
                },
                images: DeskSolution.Image("Before", 0, "cts_name")
            )
        );
        var id = NewCase(desk);
        Assert.Equal("It stays as it is.", Desk.Fault(() => desk.Service.Execute(Request(message, id))).Message);
        Assert.Equal(message + " case", seen);
        var row = desk.Service.Retrieve("cts_case", id, new ColumnSet("ownerid", "statecode"));
        Assert.Equal(
            (Desk.Admin.SystemUserId, 0),
            (row.GetAttributeValue<EntityReference>("ownerid").Id, row.GetAttributeValue<OptionSetValue>("statecode").Value)
        );
    }

    [Theory]
    [InlineData("Assign", "prvAssigncts_Case")]
    [InlineData("SetState", "prvWritects_Case")]
    public async Task The_message_needs_its_right(string message, string privilege)
    {
        await using var desk = Desk.Start();
        var id = NewCase(desk);
        var reader = desk.Dataverse.CreateService(Desk.Reader.SystemUserId);
        Assert.Contains(privilege, Desk.Fault(() => reader.Execute(Request(message, id))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_without_an_owner_cannot_be_assigned_and_a_missing_input_is_named()
    {
        await using var desk = Desk.Start();
        var customer = new EntityReference("cts_customer", desk.Customer("Prairie"));
        var assign = new OrganizationRequest("Assign") { ["Target"] = customer };
        Assert.Contains("'Assignee' is missing", Desk.Fault(() => desk.Service.Execute(assign)).Message, StringComparison.Ordinal);
        assign["Assignee"] = new EntityReference("systemuser", Desk.Reader.SystemUserId);
        Assert.Contains("have no owner", Desk.Fault(() => desk.Service.Execute(assign)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_Web_API_has_none_of_them()
    {
        await using var desk = Desk.Start();
        Assert.Equal(404, (await desk.SendAsync("POST", "Assign", "{}")).Status);
        Assert.Equal(404, (await desk.SendAsync("POST", "SetState", "{}")).Status);
    }

    private static Guid NewCase(Desk desk) => desk.Service.Create(new Entity("cts_case") { ["cts_name"] = "case" });

    private static OrganizationRequest Request(string message, Guid id, int status = -1) =>
        message == "Assign"
            ? new OrganizationRequest(message)
            {
                ["Target"] = new EntityReference("cts_case", id),
                ["Assignee"] = new EntityReference("systemuser", Desk.Reader.SystemUserId),
            }
            : new OrganizationRequest(message)
            {
                ["EntityMoniker"] = new EntityReference("cts_case", id),
                ["State"] = new OptionSetValue(1),
                ["Status"] = new OptionSetValue(status),
            };
}
