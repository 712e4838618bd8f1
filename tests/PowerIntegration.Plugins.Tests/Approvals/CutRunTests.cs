using PowerIntegration.Domain.Documents;
using PowerIntegration.Tables;
using Xunit;

namespace PowerIntegration.Plugins.Tests.Approvals;

/// <summary>A run that is cut after it asked and before it recorded that it did.</summary>
public sealed class CutRunTests
{
    private readonly TeamsSite teams = new();
    private readonly Guid document;
    private readonly Guid request;
    private readonly Guid approval;

    public CutRunTests()
    {
        document = teams.Prepare(TeamsSite.First);
        request = teams.Latest;
        teams.Claim(request);
        approval = teams.AddApproval(request);
    }

    [Fact]
    public void The_next_run_finds_what_was_asked_by_its_title_and_asks_no_one_twice()
    {
        var asked = teams.Site.Now;
        teams.Site.Now = teams.Site.Now.AddMinutes(10);

        Assert.False(teams.Claim(request));
        Assert.Equal(
            (ApprovalStateChoice.Asked, approval.ToString("D"), asked, null, asked.AddDays(2)),
            (
                teams.Request().Choice(ApprovalTable.ApprovalState),
                teams.Request().Text(ApprovalTable.RequestName),
                teams.Request().Instant(ApprovalTable.AskedOn),
                teams.Request().Instant(ApprovalTable.LeaseUntil),
                teams.Request().Instant(ApprovalTable.NextReminderOn)
            )
        );
        Assert.Equal("Approved", teams.Record(approval, teams.AddAnswer(approval, teams.Hana)));
    }

    [Fact]
    public void While_the_lease_runs_no_other_run_asks()
    {
        teams.Site.Now = teams.Site.Now.AddMinutes(9);
        Assert.False(teams.Claim(request));
        Assert.Null(teams.Request().Text(ApprovalTable.RequestName));
    }

    [Fact]
    public void Its_answer_counts_before_anyone_noticed_that_it_was_asked()
    {
        Assert.Equal("Approved", teams.Record(approval, teams.AddAnswer(approval, teams.Hana)));

        Assert.Equal(DocumentState.Prepared, teams.Site.State(document));
        Assert.Equal(
            (ApprovalStateChoice.Approved, approval.ToString("D")),
            (teams.Request().Choice(ApprovalTable.ApprovalState), teams.Request().Text(ApprovalTable.RequestName))
        );
        teams.Site.Now = teams.Site.Now.AddHours(1);
        Assert.False(teams.Claim(request));
    }

    [Fact]
    public void The_run_that_is_late_records_it_all_the_same()
    {
        teams.Site.Now = teams.Site.Now.AddHours(2);
        Assert.Equal(true, teams.RecordRequest(request, approval)["IsRecorded"]);
        Assert.Equal(true, teams.RecordRequest(request, approval)["IsRecorded"]);
    }

    // Someone else's approval of the same title is older than ours.
    [Fact]
    public void What_only_has_the_title_is_passed_over()
    {
        var other = teams.AddApproval(request);
        teams.Change(PlatformRows.Approval, other, "createdon", teams.Site.Now.AddDays(-1));
        teams.Change(PlatformRows.Approval, other, "msdyn_flow_approval_details", "Lunch?");
        teams.Site.Now = teams.Site.Now.AddMinutes(10);

        Assert.False(teams.Claim(request));
        Assert.Equal(approval.ToString("D"), teams.Request().Text(ApprovalTable.RequestName));
    }

    [Fact]
    public void What_was_asked_otherwise_than_composed_is_asked_again_and_its_answer_counts_for_nothing()
    {
        teams.Change(PlatformRows.Approval, approval, "msdyn_flow_approval_details", "1.00 USD only");
        Assert.Equal("None", teams.Record(approval, teams.AddAnswer(approval, teams.Hana)));
        Assert.Equal(DocumentState.AwaitingApproval, teams.Site.State(document));

        Assert.True(teams.Claim(request));
    }

    [Fact]
    public void What_ended_while_it_was_asked_knows_its_approval_so_that_the_answer_is_late()
    {
        teams.SwitchOff(teams.Hana);
        teams.Sweep();
        Assert.Equal(false, teams.RecordRequest(request, approval)["IsRecorded"]);

        Assert.Equal(approval.ToString("D"), teams.Request(request).Text(ApprovalTable.RequestName));
        Assert.Equal("None", teams.Record(approval, teams.AddAnswer(approval, teams.Hana)));
        Assert.Equal(DocumentState.AwaitingApproval, teams.Site.State(document));
        Assert.Equal([ApprovalStateChoice.Void, ApprovalStateChoice.ToAsk], teams.States);
    }

    // A request that ended is recorded with the approval of one that is open: the answer to that one would be late.
    [Fact]
    public void A_request_that_ended_takes_no_other_requests_approval()
    {
        teams.SwitchOff(teams.Hana);
        teams.Sweep();
        var open = teams.Latest;
        var asked = teams.Ask(open);

        Assert.Equal(false, teams.RecordRequest(request, asked)["IsRecorded"]);
        Assert.Null(teams.Request(request).Text(ApprovalTable.RequestName));
        Assert.Equal("Approved", teams.Record(asked, teams.AddAnswer(asked, teams.Samuel)));
    }
}
