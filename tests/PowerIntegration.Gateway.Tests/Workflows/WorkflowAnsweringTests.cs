using System.Net.Http;
using System.Text.Json.Nodes;
using PowerIntegration.Gateway.Tests.Fixtures;
using PowerIntegration.Tables;
using Xunit;

namespace PowerIntegration.Gateway.Tests.Workflows;

/// <summary>A recorded decision is passed on to the step of a Procore workflow once, by the options that the step has.</summary>
public sealed class WorkflowAnsweringTests
{
    [Theory]
    [InlineData(true, "1", "Yes")]
    [InlineData(false, "2", "No")]
    public async Task The_step_is_answered_with_the_option_that_says_the_decision(bool isApproved, string option, string name)
    {
        var workflow = await StartAsync();
        await using var host = workflow.Host;
        workflow.Claim["IsApproved"] = isApproved;

        var answer = (await workflow.SendAsync()).Ok();

        var sent = Assert.Single(workflow.Sent);
        Assert.Equal(
            (ScriptedWorkflow.Step, option, ScriptedWorkflow.Comment, "{}"),
            (
                sent["current_step_occurrence_id"]!.ToString(),
                sent["selected_response_option_id"]!.ToString(),
                sent["comment"]!.ToString(),
                sent["attachments"]!.ToJsonString()
            )
        );
        AssertRecorded(workflow, "Given", $"'{name}'", ScriptedWorkflow.Step);
        Assert.Equal("Given", answer.Body.GetProperty("answer").GetString());
    }

    [Fact]
    public async Task What_nobody_decided_is_refused_and_what_does_not_exist_is_unknown()
    {
        var workflow = await StartAsync();
        await using var host = workflow.Host;
        workflow.Claim["IsDecided"] = false;
        Assert.Equal((409, "approval-undecided"), Problem(await workflow.SendAsync()));
        workflow.Claim["IsKnown"] = false;
        Assert.Equal((404, "approval-unknown"), Problem(await workflow.SendAsync()));
        Assert.Equal(400, (await host.PostAsync("/procore/workflows/answer", new { approvalId = "all" })).Status);
        Assert.Empty(host.Procore.Calls);
        Assert.Empty(workflow.Recorded);

        static (int, string?) Problem(Answer answer) => (answer.Status, answer.Body.GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("Given")]
    [InlineData("NotNeeded")]
    public async Task What_is_done_is_not_looked_at_again(string known)
    {
        var workflow = await StartAsync();
        await using var host = workflow.Host;
        workflow.Claim["IsDue"] = false;
        workflow.Claim["Answer"] = known;

        Assert.Equal(known, (await workflow.SendAsync()).Ok().Body.GetProperty("answer").GetString());
        Assert.Empty(host.Procore.Calls);
    }

    [Fact]
    public async Task A_step_that_our_account_answered_since_the_decision_is_not_answered_again()
    {
        var workflow = await StartAsync();
        await using var host = workflow.Host;
        workflow.Responded("approve", "2025-11-05T08:31:00Z", comment: "shortened by Procore");

        await workflow.SendAsync();

        Assert.Empty(workflow.Sent);
        AssertRecorded(workflow, "Given", "'approve'", ScriptedWorkflow.Step);
    }

    [Fact]
    public async Task The_same_comment_is_the_same_decision_whatever_time_Procore_says()
    {
        var workflow = await StartAsync();
        await using var host = workflow.Host;
        workflow.Responded("approve", "2025-11-05T08:00:00Z", comment: ScriptedWorkflow.Comment + " ");

        await workflow.SendAsync();

        Assert.Empty(workflow.Sent);
        AssertRecorded(workflow, "Given", "'approve'", ScriptedWorkflow.Step);
    }

    [Theory]
    [InlineData("2025-11-05T08:28:59Z", ScriptedWorkflow.Own)]
    [InlineData("2025-11-05T09:00:00Z", "31")]
    public async Task An_answer_about_something_else_or_of_someone_else_does_not_count(string at, string user)
    {
        var workflow = await StartAsync();
        await using var host = workflow.Host;
        workflow.Responded("approve", at, "another decision", user);

        await workflow.SendAsync();

        Assert.Single(workflow.Sent);
    }

    [Fact]
    public async Task A_record_without_a_workflow_needs_no_answer()
    {
        var workflow = await StartAsync();
        await using var host = workflow.Host;
        workflow.Runs.Clear();

        await workflow.SendAsync();

        AssertRecorded(workflow, "NotNeeded", "no workflow", null);
    }

    [Fact]
    public async Task A_workflow_that_ended_needs_no_answer_and_the_latest_of_several_is_asked_what_happened()
    {
        var workflow = await StartAsync();
        await using var host = workflow.Host;
        workflow.Runs[0]!["ended_at"] = "2025-11-05T08:10:00Z";
        workflow.Runs.Insert(
            0,
            new JsonObject
            {
                ["id"] = "76",
                ["started_at"] = "2025-11-04T08:00:00Z",
                ["ended_at"] = "2025-11-04T08:10:00Z",
            }
        );
        await workflow.SendAsync();
        AssertRecorded(workflow, "NotNeeded", "ended before", null);

        workflow.Responded("approve", "2025-11-05T08:30:05Z");
        await workflow.SendAsync();
        Assert.Equal("Given", workflow.Recorded[^1]["Answer"]);
        Assert.Empty(workflow.Sent);
    }

    [Fact]
    public async Task A_workflow_at_a_step_of_others_waits_where_ours_comes_and_needs_no_answer_where_none_does()
    {
        var workflow = await StartAsync();
        await using var host = workflow.Host;
        workflow.Shown["current_step_occurrence"]!["response_occurrences"]![0]!["assignee"]!["id"] = "31";
        await workflow.SendAsync();
        AssertRecorded(workflow, "Waiting", "'Decision', which others answer first", null);

        workflow.Shown["all_assignees"]![0]!["id"] = "32";
        await workflow.SendAsync();
        Assert.Equal("NotNeeded", workflow.Recorded[^1]["Answer"]);

        workflow.Shown["current_step_occurrence"] = null;
        await workflow.SendAsync();
        Assert.Equal("Waiting", workflow.Recorded[^1]["Answer"]);
        Assert.Empty(workflow.Sent);
    }

    [Fact]
    public async Task A_step_that_was_answered_before_the_decision_is_for_a_person()
    {
        var workflow = await StartAsync();
        await using var host = workflow.Host;
        var occurrence = workflow.Shown["current_step_occurrence"]!["response_occurrences"]![0]!;
        occurrence["submitted_at"] = "2025-11-05T08:10:00Z";
        occurrence["selected_response_option"] = new JsonObject { ["id"] = "2", ["name"] = "No" };

        await workflow.SendAsync();

        Assert.Empty(workflow.Sent);
        AssertRecorded(workflow, "NotGiven", "already answered with 'No'", ScriptedWorkflow.Step);
    }

    [Fact]
    public async Task A_step_without_a_fitting_option_is_for_a_person_and_no_option_is_guessed()
    {
        var workflow = await StartAsync();
        await using var host = workflow.Host;
        workflow.Shown["current_step_occurrence"]!["available_response_options"]![0]!["response_type"] = "submit";

        await workflow.SendAsync();

        Assert.Empty(workflow.Sent);
        AssertRecorded(workflow, "NotGiven", "none of these says approved", ScriptedWorkflow.Step);
    }

    [Fact]
    public async Task Options_are_declared_by_name_in_the_settings()
    {
        var workflow = await ScriptedWorkflow.StartAsync(("Procore:ApprovedResponses", "no thanks, NO"));
        await using var host = workflow.Host;
        await HashAsync(workflow);

        await workflow.SendAsync();

        Assert.Equal("2", Assert.Single(workflow.Sent)["selected_response_option_id"]!.ToString());
    }

    [Fact]
    public async Task A_record_that_was_changed_since_it_was_asked_is_not_approved_in_Procore()
    {
        var workflow = await StartAsync();
        await using var host = workflow.Host;
        workflow.Record.Header["summary"]!["current_payment_due"] = "99999.00";

        await workflow.SendAsync();

        Assert.Empty(workflow.Sent);
        AssertRecorded(workflow, "Waiting", "was changed in Procore", null);
    }

    [Fact]
    public async Task A_lost_answer_is_looked_up_and_counts_where_Procore_has_it()
    {
        var workflow = await StartAsync();
        await using var host = workflow.Host;
        workflow.Answer = _ =>
        {
            workflow.Responded("approve", "2025-11-05T09:00:00Z");
            throw new HttpRequestException("The connection was reset.");
        };

        await workflow.SendAsync();

        Assert.Single(workflow.Sent);
        AssertRecorded(workflow, "Given", "'approve'", ScriptedWorkflow.Step);
    }

    [Fact]
    public async Task A_lost_answer_that_Procore_does_not_have_is_tried_again_later_and_not_at_once()
    {
        var workflow = await StartAsync();
        await using var host = workflow.Host;
        workflow.Answer = _ => ScriptedWire.Json("{}", 502);

        await workflow.SendAsync();

        Assert.Single(workflow.Sent);
        AssertRecorded(workflow, "Waiting", "looked up again", ScriptedWorkflow.Step);
    }

    [Fact]
    public async Task A_refusal_is_for_a_person_unless_another_call_was_faster()
    {
        var workflow = await StartAsync();
        await using var host = workflow.Host;
        workflow.Answer = _ => ScriptedWire.Json("""{"errors":"Not an assignee"}""", 422);
        await workflow.SendAsync();
        AssertRecorded(workflow, "NotGiven", "Not an assignee", ScriptedWorkflow.Step);

        workflow.Answer = _ =>
        {
            workflow.Responded("approve", "2025-11-05T09:00:00Z");
            return ScriptedWire.Json("""{"errors":"Not the current step"}""", 422);
        };
        await workflow.SendAsync();
        Assert.Equal("Given", workflow.Recorded[^1]["Answer"]);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(429)]
    public async Task Who_is_turned_away_waits(int status)
    {
        var workflow = await StartAsync();
        await using var host = workflow.Host;
        workflow.Answer = _ => ScriptedWire.Json("{}", status, ("Retry-After", "600"));

        await workflow.SendAsync();

        Assert.Equal("Waiting", Assert.Single(workflow.Recorded)["Answer"]);
    }

    [Fact]
    public async Task What_Procore_does_not_show_is_for_a_person_and_what_it_cannot_say_now_is_tried_again_by_the_caller()
    {
        var workflow = await StartAsync();
        await using var host = workflow.Host;
        host.Procore.On("GET", "/rest/v2.0/", _ => ScriptedWire.Json("""{"errors":"No"}""", 403));
        await workflow.SendAsync();
        AssertRecorded(workflow, "NotGiven", "does not allow the integration account", null);

        host.Procore.On("GET", "/rest/v2.0/", _ => ScriptedWire.Json("{}", 500));
        Assert.Equal(503, (await workflow.SendAsync()).Status);
        Assert.Single(workflow.Recorded);
    }

    [Fact]
    public async Task Who_the_account_is_is_asked_once_and_without_that_nothing_is_answered()
    {
        var workflow = await StartAsync();
        await using var host = workflow.Host;
        await workflow.SendAsync();
        await workflow.SendAsync();
        Assert.Equal(1, host.Procore.Count("GET", "/rest/v1.0/me"));

        var other = await ScriptedWorkflow.StartAsync();
        await using var second = other.Host;
        await HashAsync(other);
        second.Procore.On("GET", "/rest/v1.0/me", _ => ScriptedWire.Json("{}", 403));
        await other.SendAsync();
        AssertRecorded(other, "NotGiven", "which user the integration account is", null);
        Assert.Empty(other.Sent);
    }

    [Fact]
    public async Task A_type_of_document_without_workflows_needs_no_answer()
    {
        var workflow = await StartAsync();
        await using var host = workflow.Host;
        workflow.Claim["DocumentType"] = DocumentTypeChoice.RetainageRelease;

        await workflow.SendAsync();

        AssertRecorded(workflow, "NotNeeded", "no workflow", null);
        Assert.Empty(host.Procore.Calls);
    }

    private static async Task<ScriptedWorkflow> StartAsync()
    {
        var workflow = await ScriptedWorkflow.StartAsync();
        await HashAsync(workflow);
        return workflow;
    }

    // What Dataverse has is what Procore shows, until a test bends it.
    private static async Task HashAsync(ScriptedWorkflow workflow)
    {
        workflow.Claim["SourceHash"] = await workflow.HashAsync();
        workflow.Host.Procore.Calls.Clear();
    }

    private static void AssertRecorded(ScriptedWorkflow workflow, string answer, string note, string? step)
    {
        var inputs = Assert.Single(workflow.Recorded);
        Assert.Equal((answer, workflow.Approval), (inputs["Answer"], inputs["ApprovalId"]));
        Assert.Contains(note, (string)inputs["Note"], StringComparison.Ordinal);
        Assert.Equal(step, inputs.TryGetValue("Step", out var named) ? named : null);
    }
}
