using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using Xunit;

namespace PowerIntegration.Domain.Tests.Processes.SubcontractorInvoices.Source;

public sealed class StatusChangeTests
{
    private static readonly DateTime Noon = new(2025, 11, 4, 12, 0, 0, DateTimeKind.Utc);

    private static readonly StatusChange Approved = new(2, "approved", "dana", Noon);

    [Fact]
    public void The_newest_change_decides_if_it_set_the_status_of_now()
    {
        var submitted = new StatusChange(1, "under_review", "omar", Noon.AddHours(-1));
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
}
