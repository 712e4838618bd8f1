using PowerIntegration.Domain.Approvals;
using Xunit;

namespace PowerIntegration.Domain.Tests.Approvals;

public sealed class WorkflowDecisionTests
{
    private static readonly WorkflowOptions Declared = new(["approve", "Approved"], ["reject"]);

    private static readonly WorkflowDecision Decision = new()
    {
        Title = "SC-002 application 1, 50,580.00 USD",
        State = ApprovalState.Approved,
        Who = "Hana Lindqvist",
        On = new DateTime(2025, 11, 4, 14, 5, 9, DateTimeKind.Utc),
    };

    [Theory]
    [InlineData(true, "approve:Send on|reject:Send back", "Send on")]
    [InlineData(false, "approve:Send on|reject:Send back", "Send back")]
    [InlineData(true, "Approve:A|other:B", "A")]
    [InlineData(true, "approve:Approved|approve:Approved as noted", "Approved")]
    [InlineData(true, "approve:Yes|approve:As noted", null)]
    [InlineData(true, "submit:Send on|reject:Send back", null)]
    [InlineData(false, "approve:Send on|submit:Send back", null)]
    [InlineData(true, "", null)]
    public void One_declared_answer_is_chosen_by_its_name_or_else_by_its_type_and_none_is_guessed(bool isApproved, string options, string? chosen)
    {
        var choice = Declared.Choose(isApproved, Options(options), out var problem);

        Assert.Equal(chosen, choice?.Name);
        Assert.Equal(chosen is null, problem is not null);
    }

    [Fact]
    public void Why_no_answer_is_chosen_names_the_answers_of_the_step()
    {
        Declared.Choose(true, Options("submit:Send on|reject:Send back"), out var none);
        Assert.Equal("The step takes 'Send on', 'Send back', and none of these says approved.", none);
        Declared.Choose(true, Options("approve:Yes|approve:As noted|reject:No"), out var several);
        Assert.Equal("The step takes 'Yes', 'As noted', 'No', and 'Yes', 'As noted' all say approved.", several);
        Declared.Choose(false, [], out var empty);
        Assert.Equal("The step takes no answer, and none of these says rejected.", empty);
    }

    [Fact]
    public void A_name_that_is_missing_or_blank_says_nothing() =>
        Assert.Null(new WorkflowOptions([""], []).Choose(true, [new WorkflowOption("1", null, null), new WorkflowOption("2", " ", "")], out _));

    [Fact]
    public void The_comment_says_who_really_decided_what_when_and_with_which_words()
    {
        Assert.Equal(
            "SC-002 application 1, 50,580.00 USD: approved in Microsoft Teams by Hana Lindqvist on 2025-11-04 at 14:05:09 UTC.",
            Decision.Comment
        );
        Assert.EndsWith(
            "rejected in Microsoft Teams by Hana Lindqvist on 2025-11-04 at 14:05:09 UTC: \"Line 4 is not installed\".",
            (Decision with { State = ApprovalState.Rejected, Comments = "Line 4 is not installed." }).Comment,
            StringComparison.Ordinal
        );
        Assert.Equal(2000, (Decision with { Comments = new string('x', 4000) }).Comment.Length);
    }

    [Theory]
    [InlineData(ApprovalState.ToAsk, false)]
    [InlineData(ApprovalState.Asked, false)]
    [InlineData(ApprovalState.Approved, true)]
    [InlineData(ApprovalState.Rejected, true)]
    [InlineData(ApprovalState.Void, false)]
    public void Only_an_answer_that_counts_is_a_decision(ApprovalState state, bool isDecided) =>
        Assert.Equal(isDecided, WorkflowDecision.IsDecided(state));

    [Fact]
    public void Who_waits_for_fourteen_days_does_not_wait_any_more()
    {
        var last = Decision.On.AddDays(14);
        Assert.Equal(WorkflowAnswer.Waiting, Decision.Settled(WorkflowAnswer.Waiting, last.AddTicks(-1)));
        Assert.Equal(WorkflowAnswer.NotGiven, Decision.Settled(WorkflowAnswer.Waiting, last));
        Assert.Equal(WorkflowAnswer.Given, Decision.Settled(WorkflowAnswer.Given, last));
        Assert.Equal(WorkflowAnswer.NotNeeded, Decision.Settled(WorkflowAnswer.NotNeeded, last));
    }

    private static WorkflowOption[] Options(string text) =>
        [
            .. text.Split('|', StringSplitOptions.RemoveEmptyEntries)
                .Select((one, index) => new WorkflowOption($"{index}", one.Split(':')[0], one.Split(':')[1])),
        ];
}
