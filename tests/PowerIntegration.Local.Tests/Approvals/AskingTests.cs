using Microsoft.Xrm.Sdk;
using PowerIntegration.Local.Approvals;
using PowerIntegration.Local.Connectors;
using PowerIntegration.Local.Tests.Dataverse;
using Xunit;

namespace PowerIntegration.Local.Tests.Approvals;

/// <summary>What the approvals connector takes, writes and refuses when it asks.</summary>
public sealed class AskingTests
{
    private const string Wanted =
        "\"approvalType\":\"Basic\",\"ApprovalCreationInput/title\":\"T\",\"ApprovalCreationInput/assignedTo\":\"agent@contoso.example\"";

    [Fact]
    public async Task An_approval_is_written_by_the_platforms_user_and_owned_by_the_connections()
    {
        await using var desk = ApprovalDesk.Start();
        var id = await desk.AskAsync(
            ApprovalDesk.Agent,
            more: """
            ,"ApprovalCreationInput/details":"**45,000.00 USD**","ApprovalCreationInput/itemLink":"http://desk.test/d/1",
            "ApprovalCreationInput/itemLinkDescription":"The document"
            """
        );
        var row = desk.Approval(id);
        Assert.Equal("Pay 7 of SC-1001", row["msdyn_flow_approval_title"]);
        Assert.Equal("Pay 7 of SC-1001", row["msdyn_flow_approval_name"]);
        Assert.Equal("**45,000.00 USD**", row["msdyn_flow_approval_details"]);
        Assert.Equal("http://desk.test/d/1", row["msdyn_flow_approval_itemlink"]);
        Assert.Equal("The document", row["msdyn_flow_approval_itemlinkdescription"]);
        Assert.Equal(192350001, ApprovalDesk.Number(row, "msdyn_flow_approval_stage"));
        Assert.Equal((0, 192350001), (ApprovalDesk.Number(row, "statecode"), ApprovalDesk.Number(row, "statuscode")));
        Assert.True(row.GetAttributeValue<bool>("msdyn_flow_approval_allowreassign"));
        Assert.False(row.Contains("msdyn_flow_approval_result") || row.Contains("overriddencreatedon"));
        Assert.Equal(Desk.Admin.SystemUserId, ApprovalDesk.Owner(row));
        var creator = row.GetAttributeValue<EntityReference>("createdby");
        Assert.Equal((ApprovalsService.UserId, "Power Automate Approvals"), (creator.Id, creator.Name));
    }

    [Fact]
    public async Task Each_person_asked_owns_a_request()
    {
        await using var desk = ApprovalDesk.Start();
        var id = await desk.AskAsync("agent@contoso.example; Reader@contoso.example;agent@contoso.example;");
        Assert.Equal("agent 0/1; reader 0/1", desk.Requests(id));
        var request = desk.Rows("msdyn_flow_approvalrequest", id)[0];
        Assert.Equal("Approve,Reject", request["msdyn_flow_approvalrequest_responseoptions"]);
        Assert.Equal(ApprovalsService.UserId, request.GetAttributeValue<EntityReference>("createdby").Id);
        Assert.True(request.GetAttributeValue<bool>("msdyn_flow_approvalrequest_allowreassignment"));
    }

    [Fact]
    public async Task The_answer_names_the_approval_and_where_to_respond()
    {
        await using var desk = ApprovalDesk.Start();
        var answer = await desk.CallAsync("{" + Wanted + "}");
        Assert.Equal($"http://desk.test/approvals/received/{answer.Body!["name"]}", (string)answer.Body["respondLink"]!);
    }

    [Fact]
    public async Task The_application_user_of_the_platform_can_be_read_with_its_application_id()
    {
        await using var desk = ApprovalDesk.Start();
        var row = (await desk.Desk.GetAsync($"systemusers({ApprovalsService.UserId})")).Json!;
        Assert.Equal(ApprovalsService.ApplicationId.ToString(), (string)row["applicationid"]!);
        Assert.Equal("Power Automate Approvals", (string)row["fullname"]!);
    }

    [Theory]
    [InlineData("nobody@contoso.example", "InvalidApprovalCreateRequestAssignedToNoValidUsers", "nobody@contoso.example")]
    [InlineData("system@local", "InvalidApprovalCreateRequestAssignedToNoValidUsers", "system@local")]
    [InlineData("flowdev@microsoft.com", "InvalidApprovalCreateRequestAssignedToNoValidUsers", "flowdev@microsoft.com")]
    [InlineData(" ; ", "InvalidApprovalCreateRequestAssignedToMissing", "missing or empty")]
    public async Task Whom_no_enabled_person_is_cannot_be_asked(string address, string code, string named)
    {
        await using var desk = ApprovalDesk.Start();
        await AssertRefused(desk, "{" + Wanted.Replace(ApprovalDesk.Agent, address, StringComparison.Ordinal) + "}", code, named);
    }

    [Fact]
    public async Task A_disabled_person_cannot_be_asked_and_a_disabled_connection_cannot_ask()
    {
        await using var desk = ApprovalDesk.Start();
        desk.Desk.Service.Update(new Entity("systemuser", ApprovalDesk.AgentId) { ["isdisabled"] = true });
        await AssertRefused(desk, "{" + Wanted + "}", "InvalidApprovalCreateRequestAssignedToNoValidUsers", ApprovalDesk.Agent);
        // The documented error is for a list in which no one is known.
        Assert.Equal("reader 0/1", desk.Requests(await desk.AskAsync("agent@contoso.example;reader@contoso.example")));
        desk.Desk.Service.Update(new Entity("systemuser", Desk.Admin.SystemUserId) { ["isdisabled"] = true });
        await AssertRefused(
            desk,
            "{" + Wanted.Replace("agent", "reader", StringComparison.Ordinal) + "}",
            "ApprovalConnectionOwnerNotEnabledInGraph",
            "not enabled"
        );
    }

    [Fact]
    public async Task An_address_of_two_people_cannot_be_asked()
    {
        await using var desk = ApprovalDesk.Start();
        desk.Desk.Service.Update(new Entity("systemuser", ApprovalDesk.ReaderId) { ["internalemailaddress"] = ApprovalDesk.Agent });
        await AssertRefused(desk, "{" + Wanted + "}", "GraphUserDetailByEmailMultipleFound", ApprovalDesk.ReaderId.ToString());
    }

    [Theory]
    [InlineData("""{"approvalType":"Basic","ApprovalCreationInput/title":" ","ApprovalCreationInput/assignedTo":"x"}""", "TitleMissing", "'title'")]
    [InlineData("{" + Wanted + ""","ApprovalCreationInput/requestor":"nobody@x"}""", "InvalidApprovalRequestor", "requestor")]
    public async Task A_title_and_a_known_requestor_are_needed(string parameters, string code, string named)
    {
        await using var desk = ApprovalDesk.Start();
        await AssertRefused(desk, parameters, code, named);
    }

    [Fact]
    public async Task Details_that_the_column_cannot_hold_are_refused_and_nothing_is_written()
    {
        await using var desk = ApprovalDesk.Start();
        var most = new string('x', 32_768);
        await desk.AskAsync(ApprovalDesk.Agent, more: $",\"ApprovalCreationInput/details\":\"{most}\"");
        await AssertRefused(desk, "{" + Wanted + $",\"ApprovalCreationInput/details\":\"{most}x\"}}", "", "'32768'", already: 1);
    }

    [Theory]
    [InlineData("WaitForAnApproval", "{}", "'WaitForAnApproval' is not implemented by this runtime")]
    [InlineData("StartAndWaitForAnApproval", "{}", "'StartAndWaitForAnApproval' is not implemented by this runtime")]
    [InlineData("AskEveryone", "{}", "'AskEveryone' does not exist")]
    [InlineData("CreateAnApproval", """{"approvalType":"Basic"}""", "needs 'ApprovalCreationInput/title'")]
    [InlineData(
        "CreateAnApproval",
        "{" + Wanted + ""","ApprovalCreationInput/priority":"High"}""",
        "has no parameter 'ApprovalCreationInput/priority'"
    )]
    [InlineData(
        "CreateAnApproval",
        "{" + Wanted + ""","ApprovalCreationInput/responseOptions":["Yes"]}""",
        "has no parameter 'ApprovalCreationInput/responseOptions'"
    )]
    [InlineData(
        "CreateAnApproval",
        """{"approvalType":"CustomResponse","ApprovalCreationInput/title":"T","ApprovalCreationInput/assignedTo":"a"}""",
        "got \"CustomResponse\" for 'approvalType', which this runtime does not implement"
    )]
    [InlineData(
        "CreateAnApproval",
        "{" + Wanted + ""","ApprovalCreationInput/enableReassignment":"no"}""",
        "'ApprovalCreationInput/enableReassignment'"
    )]
    [InlineData(
        "CreateAnApproval",
        "{" + Wanted + ""","ApprovalCreationInput/enableNotifications":1}""",
        "'ApprovalCreationInput/enableNotifications'"
    )]
    [InlineData("CreateAnApproval", "{" + Wanted + ""","ApprovalCreationInput/details":7}""", "'ApprovalCreationInput/details' as text and got 7")]
    public async Task What_is_not_implemented_is_refused_by_name(string operation, string parameters, string sentence)
    {
        await using var desk = ApprovalDesk.Start();
        var refusal = await Assert.ThrowsAsync<ConnectorRefusalException>(() => desk.CallAsync(parameters, operation));
        Assert.Contains(sentence, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(0, desk.Desk.Count("msdyn_flow_approval"));
    }

    private static async Task AssertRefused(ApprovalDesk desk, string parameters, string code, string named, int? already = null)
    {
        var before = already ?? desk.Desk.Count("msdyn_flow_approval");
        var answer = await desk.CallAsync(parameters);
        Assert.Equal(400, answer.StatusCode);
        Assert.Contains(code, (string)answer.Body!["error"]!["code"]!, StringComparison.Ordinal);
        Assert.Contains(named, (string)answer.Body["error"]!["message"]!, StringComparison.Ordinal);
        Assert.Equal(before, desk.Desk.Count("msdyn_flow_approval"));
    }
}
