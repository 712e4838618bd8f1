using Microsoft.Xrm.Sdk;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;
using Xunit;

namespace PowerIntegration.Plugins.Tests.Approvals;

/// <summary>Two invoices of 56,200 within a limit of 100,000 each: who splits a request in two asks for both.</summary>
public sealed class SplitRequestTests
{
    private readonly TeamsSite teams = new();

    [Fact]
    public void Both_count_together_for_the_second()
    {
        var first = teams.Prepare(TeamsSite.First);
        Decide(teams.Latest);
        var second = AddSecond();

        Assert.Equal(("Samuel Ortiz", 112_400m), Asked(second));
        Assert.Equal(("Hana Lindqvist", 56_200m), Asked(first));
    }

    [Fact]
    public void A_first_one_that_still_waits_is_asked_of_the_higher_limit_by_the_next_sweep()
    {
        var first = teams.Prepare(TeamsSite.First);
        AddSecond();
        teams.Sweep();

        Assert.Equal(("Samuel Ortiz", 112_400m), Asked(first));
    }

    [Fact]
    public void An_answer_to_the_first_that_comes_after_the_second_was_asked_does_not_count()
    {
        teams.Prepare(TeamsSite.First);
        var approval = teams.Ask(teams.Latest);
        AddSecond();
        Assert.Equal("AskedOther", teams.Record(approval, teams.AddAnswer(approval, teams.Hana)));
    }

    [Fact]
    public void Of_a_record_in_several_revisions_the_largest_counts_once()
    {
        teams.Prepare(TeamsSite.First);
        Decide(teams.Latest);
        teams.Prepare(TeamsSite.Submitted(1, 50000m), 2);

        Assert.Equal(("Samuel Ortiz", 112_400m), Asked(AddSecond()));
    }

    [Theory]
    [InlineData(-31)]
    [InlineData(-29)]
    public void Requests_count_together_for_thirty_days(int days)
    {
        teams.Prepare(TeamsSite.First);
        var request = teams.Latest;
        Decide(request);
        teams.Set(ApprovalTable.LogicalName, request, "createdon", teams.Site.Now.AddDays(days));

        Assert.Equal(days == -29 ? "Samuel Ortiz" : "Hana Lindqvist", Asked(AddSecond()).Who);
    }

    // Applications of consecutive months are no split, even when they are read on the same day.
    [Fact]
    public void Neighboring_months_do_not_count_together()
    {
        teams.Prepare(TeamsSite.First);
        Decide(teams.Latest);
        Assert.Equal(("Hana Lindqvist", 56_200m), Asked(AddSecond(periodEnd: new DateTime(2025, 10, 31))));
    }

    // January and February end 28 days apart.
    [Theory]
    [InlineData(28, 56_200)]
    [InlineData(27, 112_400)]
    [InlineData(-28, 56_200)]
    public void The_shortest_month_is_a_month(int daysLater, int asked)
    {
        teams.Prepare(TeamsSite.First);
        Decide(teams.Latest);
        Assert.Equal(asked, Asked(AddSecond(periodEnd: new DateTime(2025, 9, 30).AddDays(daysLater))).Amount);
    }

    [Fact]
    public void Half_a_month_each_counts_together()
    {
        teams.Prepare(TeamsSite.First);
        Decide(teams.Latest);
        Assert.Equal(112_400m, Asked(AddSecond(periodEnd: new DateTime(2025, 9, 15))).Amount);
    }

    [Fact]
    public void Another_submitter_or_another_contract_does_not_count()
    {
        teams.Prepare(TeamsSite.First);
        Assert.Equal(56_200m, Asked(AddSecond(submitter: "Jules Abbott")).Amount);
        var other = teams.Site.AddContract("SC-003", MatchingChoice.Matched);
        Assert.Equal(56_200m, Asked(AddSecond(commitment: other)).Amount);
    }

    [Fact]
    public void What_was_rejected_or_ended_does_not_count()
    {
        teams.Prepare(TeamsSite.First);
        var approval = teams.Ask(teams.Latest);
        teams.Record(approval, teams.AddAnswer(approval, teams.Hana, "Reject"));
        Assert.Equal(56_200m, Asked(AddSecond()).Amount);
    }

    private (string? Who, decimal? Amount) Asked(Guid document)
    {
        var last = new RowView(teams.Requests.Last(request => new RowView(request).Reference(ApprovalTable.DocumentId) == document));
        return (last.Text(ApprovalTable.AssigneeName), last.Amount(ApprovalTable.Amount));
    }

    private void Decide(Guid request)
    {
        var approval = teams.Ask(request);
        Assert.Equal("Approved", teams.Record(approval, teams.AddAnswer(approval, teams.Hana)));
    }

    // Another invoice of the same amount, which waits as one that was prepared.
    private Guid AddSecond(string submitter = "Erin Doyle", DateTime? periodEnd = null, Guid? commitment = null)
    {
        var first = teams.Site.Dataverse.All(DocumentTable.LogicalName)[0];
        var id = teams.CopyWaiting(first.Id, $"69{teams.Site.Dataverse.All(DocumentTable.LogicalName).Count:00}");
        teams.Set(DocumentTable.LogicalName, id, DocumentTable.SubmitterName, submitter);
        teams.Set(DocumentTable.LogicalName, id, DocumentTable.PeriodEnd, periodEnd ?? new DateTime(2025, 9, 30));
        teams.Set(DocumentTable.LogicalName, id, DocumentTable.DocumentState, new OptionSetValue(DocumentStateChoice.AwaitingApproval));
        teams.Set(
            DocumentTable.LogicalName,
            id,
            DocumentTable.CommitmentId,
            new EntityReference(CommitmentTable.LogicalName, commitment ?? teams.Site.Commitment)
        );
        teams.Sweep();
        return id;
    }
}
