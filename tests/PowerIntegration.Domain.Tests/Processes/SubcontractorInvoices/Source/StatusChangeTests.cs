using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using Xunit;

namespace PowerIntegration.Domain.Tests.Processes.SubcontractorInvoices.Source;

public sealed class StatusChangeTests
{
    private static readonly DateTime Noon = new(2025, 11, 4, 12, 0, 0, DateTimeKind.Utc);

    private static readonly StatusChange Approved = new(2, "approved", "under_review", "dana", "501", Noon);

    [Fact]
    public void The_newest_change_decides_if_it_set_the_status_of_now()
    {
        var submitted = new StatusChange(1, "under_review", "draft", "omar", "502", Noon.AddHours(-1));
        Assert.Equal("dana", StatusChange.Deciding([submitted, Approved], "approved")!.ChangedBy);
        Assert.Null(StatusChange.Deciding([Approved, submitted with { Id = 3, ChangedOn = Noon.AddHours(1) }], "approved"));
        Assert.Null(StatusChange.Deciding([], "approved"));
    }

    [Fact]
    public void Of_two_changes_in_one_second_the_higher_id_is_the_newer_and_a_change_without_a_time_proves_nothing()
    {
        Assert.Equal("luis", StatusChange.Deciding([Approved, Approved with { Id = 4, ChangedBy = "luis" }], "approved")!.ChangedBy);
        Assert.Null(StatusChange.Deciding([Approved with { ChangedOn = null }], "approved"));
    }

    [Fact]
    public void Who_submitted_last_is_the_submitter_and_who_set_a_decided_invoice_back_is_not()
    {
        var first = new StatusChange(1, "under_review", "draft", "omar", "502", Noon.AddHours(-3));
        var again = new StatusChange(3, "under_review", "revise_and_resubmit", "erin", "503", Noon.AddHours(-2));
        var back = new StatusChange(5, "under_review", "approved", "dana", "501", Noon.AddHours(1));
        Assert.Equal("erin", StatusChange.Submitting([first, again, Approved, back])!.ChangedBy);
        Assert.Null(StatusChange.Submitting([Approved, back]));
    }

    [Fact]
    public void What_our_own_account_decided_is_no_status_that_others_gave()
    {
        var submitted = new StatusChange(1, "under_review", "draft", "omar", "502", Noon.AddHours(-1));
        var own = Approved with { ChangedBy = "integration", ChangedById = "900" };
        Assert.Equal("under_review", StatusChange.ByOthers([submitted, own], "approved", "900"));
        Assert.Equal("approved", StatusChange.ByOthers([submitted, own], "approved", null));
        Assert.Equal("approved", StatusChange.ByOthers([submitted, own], "approved", "901"));
        Assert.Equal("approved", StatusChange.ByOthers([submitted, own with { FromStatus = null }], "approved", "900"));

        // Not the newest change, or not the status of now: a person decided after it.
        var back = new StatusChange(3, "revise_and_resubmit", "approved", "dana", "501", Noon.AddHours(1));
        Assert.Equal("revise_and_resubmit", StatusChange.ByOthers([submitted, own, back], "revise_and_resubmit", "900"));
        Assert.Equal("draft", StatusChange.ByOthers([submitted, own], "draft", "900"));

        // Twice in a row, and between them nobody.
        var twice = new StatusChange(3, "revise_and_resubmit", "approved", "integration", "900", Noon.AddHours(1));
        Assert.Equal("under_review", StatusChange.ByOthers([submitted, own, twice], "revise_and_resubmit", "900"));
    }
}
