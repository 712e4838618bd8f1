using Microsoft.Xrm.Sdk;
using PowerIntegration.Local.Approvals;
using PowerIntegration.Local.Dataverse.Changes;
using PowerIntegration.Local.Tests.Dataverse;
using Xunit;

namespace PowerIntegration.Local.Tests.Approvals;

/// <summary>What people asked can do, and the rows that it leaves.</summary>
public sealed class AnsweringTests
{
    [Fact]
    public async Task The_first_answer_completes_a_basic_approval()
    {
        await using var desk = ApprovalDesk.Start();
        var id = await desk.AskAsync("agent@contoso.example;reader@contoso.example");
        desk.Desk.Clock.Advance(TimeSpan.FromHours(2));
        var result = desk.Service.Answer(ApprovalDesk.AgentId, id, "Approve", "Agreed with the site.");
        Assert.Null(result.Refusal);

        var response = Assert.Single(desk.Rows("msdyn_flow_approvalresponse", id));
        Assert.Equal(result.Id, response.Id);
        Assert.Equal("Approve", response["msdyn_flow_approvalresponse_response"]);
        Assert.Equal("Agreed with the site.", response["msdyn_flow_approvalresponse_comments"]);
        Assert.Equal((1, 192350002), (ApprovalDesk.Number(response, "statecode"), ApprovalDesk.Number(response, "statuscode")));
        Assert.Equal(ApprovalDesk.AgentId, ApprovalDesk.Owner(response));
        Assert.Equal(ApprovalsService.UserId, response.GetAttributeValue<EntityReference>("createdby").Id);
        Assert.Equal(ApprovalsService.UserId, response.GetAttributeValue<EntityReference>("modifiedby").Id);
        Assert.Equal($"{id}_192350001", response["msdyn_flow_approvalresponse_approvalstagekey"]);
        Assert.Equal(192350001, ApprovalDesk.Number(response, "msdyn_flow_approvalresponse_stage"));
        Assert.Equal(id.ToString(), response["msdyn_flow_approvalresponseidx_approvalid"]);
        Assert.Equal(ApprovalDesk.AgentId.ToString(), response["msdyn_flow_approvalresponseidx_owninguserid"]);
        Assert.Equal("192350001", response["msdyn_flow_approvalresponseidx_stage"]);

        var approval = desk.Approval(id);
        Assert.Equal("Approve", approval["msdyn_flow_approval_result"]);
        Assert.Equal(192351000, ApprovalDesk.Number(approval, "msdyn_flow_approval_stage"));
        Assert.Equal((1, 192350004), (ApprovalDesk.Number(approval, "statecode"), ApprovalDesk.Number(approval, "statuscode")));
        Assert.Equal(desk.Desk.Clock.GetUtcNow().UtcDateTime, approval["msdyn_flow_approval_completedon"]);
        Assert.Equal("agent 1/2; reader 1/2", desk.Requests(id));
    }

    [Fact]
    public async Task Where_everyone_must_approve_the_last_answer_completes_it()
    {
        await using var desk = ApprovalDesk.Start();
        var id = await desk.AskAsync("agent@contoso.example;reader@contoso.example", "BasicAwaitAll");
        desk.Service.Answer(ApprovalDesk.AgentId, id, "Approve", null);
        Assert.Equal("agent 1/2; reader 0/1", desk.Requests(id));
        Assert.False(desk.Approval(id).Contains("msdyn_flow_approval_result"));
        desk.Service.Answer(ApprovalDesk.ReaderId, id, "Approve", null);
        Assert.Equal("Approve", desk.Approval(id)["msdyn_flow_approval_result"]);
        Assert.Equal(2, desk.Rows("msdyn_flow_approvalresponse", id).Count);
    }

    [Fact]
    public async Task Where_everyone_must_approve_the_first_rejection_completes_it()
    {
        await using var desk = ApprovalDesk.Start();
        var id = await desk.AskAsync("agent@contoso.example;reader@contoso.example", "BasicAwaitAll");
        desk.Service.Answer(ApprovalDesk.ReaderId, id, "Reject", null);
        Assert.Equal("Reject", desk.Approval(id)["msdyn_flow_approval_result"]);
        Assert.Equal("agent 1/2; reader 1/2", desk.Requests(id));
    }

    [Fact]
    public async Task Only_a_person_who_is_asked_and_has_not_answered_can_answer()
    {
        await using var desk = ApprovalDesk.Start();
        var id = await desk.AskAsync("agent@contoso.example;reader@contoso.example", "BasicAwaitAll");
        AssertRefused(desk.Service.Answer(Desk.Admin.SystemUserId, id, "Approve", null), "does not wait for your answer");
        AssertRefused(desk.Service.Answer(ApprovalsService.UserId, id, "Approve", null), "is not a person's");
        AssertRefused(desk.Service.Answer(ApprovalDesk.AgentId, Guid.Empty, "Approve", null), "does not exist");
        AssertRefused(desk.Service.Answer(ApprovalDesk.AgentId, id, "approve", null), "'approve' is not an answer");
        AssertRefused(desk.Service.Answer(ApprovalDesk.AgentId, id, "Approve", new string('x', 4001)), "4,001 characters");
        Assert.Empty(desk.Rows("msdyn_flow_approvalresponse", id));

        Assert.Null(desk.Service.Answer(ApprovalDesk.AgentId, id, "Approve", new string('x', 4000)).Refusal);
        AssertRefused(desk.Service.Answer(ApprovalDesk.AgentId, id, "Reject", null), "does not wait for your answer");
        desk.Service.Answer(ApprovalDesk.ReaderId, id, "Approve", null);
        AssertRefused(desk.Service.Answer(ApprovalDesk.AgentId, id, "Reject", null), "already decided: Approve");
        Assert.Equal(2, desk.Rows("msdyn_flow_approvalresponse", id).Count);
    }

    [Fact]
    public async Task A_person_switched_off_cannot_answer()
    {
        await using var desk = ApprovalDesk.Start();
        var id = await desk.AskAsync(ApprovalDesk.Agent);
        desk.Desk.Service.Update(new Entity("systemuser", ApprovalDesk.AgentId) { ["isdisabled"] = true });
        AssertRefused(desk.Service.Answer(ApprovalDesk.AgentId, id, "Approve", null), "is disabled");
    }

    [Fact]
    public async Task A_person_sees_what_waits_for_him_the_oldest_first_and_over_a_restart()
    {
        var first = ApprovalDesk.Start();
        var answered = await first.AskAsync(ApprovalDesk.Agent);
        var older = await first.AskAsync("agent@contoso.example;reader@contoso.example");
        var asked = first.Desk.Clock.GetUtcNow();
        first.Desk.Clock.Advance(TimeSpan.FromMinutes(1));
        var newer = await first.AskAsync(ApprovalDesk.Agent, more: ",\"ApprovalCreationInput/details\":\"D\"");
        first.Service.Answer(ApprovalDesk.AgentId, answered, "Reject", null);

        await using var desk = await first.RestartAsync();
        var open = desk.Service.OpenFor(ApprovalDesk.AgentId);
        Assert.Equal([older, newer], open.Select(approval => approval.ApprovalId));
        Assert.Equal(("Pay 7 of SC-1001", "", "admin person", asked, true), Shown(open[0]));
        Assert.Equal("D", open[1].Details);
        Assert.Equal(older, Assert.Single(desk.Service.OpenFor(ApprovalDesk.ReaderId)).ApprovalId);
        Assert.Null(desk.Service.Answer(ApprovalDesk.AgentId, older, "Approve", null).Refusal);
    }

    [Fact]
    public async Task A_request_goes_to_another_person_where_the_approval_allows_it()
    {
        await using var desk = ApprovalDesk.Start();
        var id = await desk.AskAsync(ApprovalDesk.Agent);
        var first = desk.Rows("msdyn_flow_approvalrequest", id)[0].Id;
        AssertRefused(desk.Service.Reassign(ApprovalDesk.ReaderId, id, ApprovalDesk.Agent), "does not wait for your answer");
        AssertRefused(desk.Service.Reassign(ApprovalDesk.AgentId, id, "nobody@x"), "'nobody@x'");
        AssertRefused(desk.Service.Reassign(ApprovalDesk.AgentId, id, ApprovalDesk.Agent), "already waits for the answer of agent person");
        var result = desk.Service.Reassign(ApprovalDesk.AgentId, id, " reader@contoso.example ");
        Assert.Equal("agent 1/192350000; reader 0/1", desk.Requests(id));
        var request = desk.Desk.Service.Retrieve(
            "msdyn_flow_approvalrequest",
            result.Id!.Value,
            new Microsoft.Xrm.Sdk.Query.ColumnSet("msdyn_flow_approvalrequest_reassignedfrom")
        );
        Assert.Equal(first, request.GetAttributeValue<EntityReference>("msdyn_flow_approvalrequest_reassignedfrom").Id);
        AssertRefused(desk.Service.Answer(ApprovalDesk.AgentId, id, "Approve", null), "does not wait for your answer");
        Assert.Null(desk.Service.Answer(ApprovalDesk.ReaderId, id, "Approve", null).Refusal);
    }

    [Fact]
    public async Task Without_reassignment_a_request_stays_where_it_is()
    {
        await using var desk = ApprovalDesk.Start();
        var id = await desk.AskAsync(ApprovalDesk.Agent, more: ",\"ApprovalCreationInput/enableReassignment\":false");
        Assert.False(Assert.Single(desk.Service.OpenFor(ApprovalDesk.AgentId)).MayReassign);
        AssertRefused(desk.Service.Reassign(ApprovalDesk.AgentId, id, ApprovalDesk.Reader), "cannot be reassigned");
        Assert.Equal("agent 0/1", desk.Requests(id));
    }

    [Fact]
    public async Task A_refusal_by_a_plug_in_leaves_nothing_of_an_answer()
    {
        await using var desk = ApprovalDesk.Start(solution =>
            solution.Step("Update", "msdyn_flow_approval", 20, _ => throw new InvalidPluginExecutionException("Not now."))
        );
        var id = await desk.AskAsync(ApprovalDesk.Agent);
        Assert.Equal("Not now.", Desk.Fault(() => desk.Service.Answer(ApprovalDesk.AgentId, id, "Approve", null)).Message);
        Assert.Empty(desk.Rows("msdyn_flow_approvalresponse", id));
        Assert.Equal("agent 0/1", desk.Requests(id));
    }

    [Fact]
    public async Task A_subscriber_hears_the_response_when_all_of_it_is_committed()
    {
        await using var desk = ApprovalDesk.Start();
        var id = await desk.AskAsync(ApprovalDesk.Agent);
        var heard = new List<string>();
        using var subscription = desk.Desk.Dataverse.Changes.Subscribe(
            new RowChangeSubscription { Message = 4, EntityLogicalName = "msdyn_flow_approvalresponse" },
            change =>
            {
                Assert.Equal(id.ToString(), (string)change.Body["_msdyn_flow_approvalresponse_approval_value"]!);
                heard.Add(
                    $"{change.Message} {change.Body["statuscode"]} {desk.Approval(id).GetAttributeValue<string>("msdyn_flow_approval_result")}"
                );
            }
        );
        desk.Service.Answer(ApprovalDesk.AgentId, id, "Reject", null);
        Assert.Null(desk.Desk.Dataverse.LastDeliveryFailure);
        Assert.Equal(["Create 192350001 Reject", "Update 192350002 Reject"], heard);
    }

    [Fact]
    public async Task Of_two_people_who_answer_at_once_one_decides()
    {
        using var gate = new Gate();
        await using var desk = ApprovalDesk.Start(solution => solution.Step("Create", "msdyn_flow_approvalresponse", 40, _ => gate.HoldFirst()));
        var id = await desk.AskAsync("agent@contoso.example;reader@contoso.example");
        var first = Task.Run(() => desk.Service.Answer(ApprovalDesk.AgentId, id, "Approve", null), TestContext.Current.CancellationToken);
        gate.WaitUntilHeld();
        var second = Task.Run(() => desk.Service.Answer(ApprovalDesk.ReaderId, id, "Reject", null), TestContext.Current.CancellationToken);
        Assert.True(SpinWait.SpinUntil(() => desk.Desk.Dataverse.WaitingTransactions == 1 || second.IsCompleted, TimeSpan.FromSeconds(20)));
        gate.Release();
        Assert.Null((await first).Refusal);
        AssertRefused(await second, "already decided: Approve");
        Assert.Single(desk.Rows("msdyn_flow_approvalresponse", id));
    }

    private static (string Title, string Details, string AskedBy, DateTimeOffset AskedOn, bool MayReassign) Shown(OpenApproval approval) =>
        (approval.Title, approval.Details, approval.AskedBy, approval.AskedOn, approval.MayReassign);

    private static void AssertRefused(ApprovalResult result, string sentence)
    {
        Assert.Null(result.Id);
        Assert.Contains(sentence, result.Refusal!.Sentence, StringComparison.Ordinal);
    }
}
