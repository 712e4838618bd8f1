using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Domain.Tests.Builders;
using PowerIntegration.Plugins.Tests.Sites;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;
using Xunit;

namespace PowerIntegration.Plugins.Tests.Versions;

/// <summary>An active version ends without another one only by two people, and never inside a posted period.</summary>
public sealed class SupersedeTests
{
    private const string Terms = CommitmentTermsTable.LogicalName;

    private static readonly SourceInvoice First = Sample.Application(1, 0m, [Sample.Line(1, 85000m, 0m, 4200m, 52000m, 420m, 5200m, 0m)]);

    private readonly Site site = new();
    private readonly Drafts drafts;

    public SupersedeTests() => drafts = new Drafts(site);

    [Fact]
    public void One_person_requests_the_end_and_another_confirms_it()
    {
        Assert.Equal("Requested", drafts.Supersede(site.Dana, Terms, Row, "2025-12-31", "The contract was closed.").ToString());
        Assert.Null(new RowView(site.Dataverse.Row(Terms, Row)).Date(CommitmentTermsTable.ValidTo));
        Assert.Equal("Refused second-person-required", drafts.Supersede(site.Dana, Terms, Row, "2025-12-31").ToString());

        // A day that was not requested is not confirmed.
        Assert.Equal("Refused version-changed", drafts.Supersede(site.Luis, Terms, Row, "2025-11-30").ToString());
        Assert.Equal("Refused version-changed", drafts.Supersede(site.Luis, Terms, Row, null).ToString());

        Assert.Equal("Ended", drafts.Supersede(site.Luis, Terms, Row, "2025-12-31").ToString());
        var row = new RowView(site.Dataverse.Row(Terms, Row));
        Assert.Equal(
            (new CalendarDate(2025, 12, 31), RuleStateChoice.Active, "Luis Ortega", "Dana Kowalski", "The contract was closed."),
            (
                row.Date(CommitmentTermsTable.ValidTo),
                row.Choice(CommitmentTermsTable.RuleState),
                row.Text(CommitmentTermsTable.EndedBy),
                row.Text(CommitmentTermsTable.EndRequestedBy),
                row.Text(CommitmentTermsTable.EndReason)
            )
        );
    }

    [Fact]
    public void Without_a_last_day_all_of_it_is_superseded()
    {
        drafts.Supersede(site.Dana, CommitmentTable.LogicalName, site.Commitment, null, "Entered twice.");
        Assert.Equal("Ended", drafts.Supersede(site.Luis, CommitmentTable.LogicalName, site.Commitment, null).ToString());
        Assert.Equal(RuleStateChoice.Superseded, drafts.State(CommitmentTable.LogicalName, site.Commitment));
        Assert.Equal("configuration-not-active", site.Prepare(site.AddDocument(First))["ReasonCode"]);
    }

    [Fact]
    public void An_end_that_was_not_requested_is_not_confirmed() =>
        Assert.Equal("Refused input-unusable", drafts.Supersede(site.Luis, Terms, Row, "2025-12-31").ToString());

    [Theory]
    [InlineData("2025-09-29", "Refused version-back-dated")]
    [InlineData(null, "Refused version-back-dated")]
    [InlineData("2025-09-30", "Requested")]
    [InlineData("2024-12-31", "Refused input-unusable")]
    [InlineData("31.12.2025", "Refused input-unusable")]
    public void Nothing_ends_inside_a_posted_period(string? to, string expected)
    {
        site.Post(site.AddDocument(First));
        Assert.Equal(expected, drafts.Supersede(site.Dana, Terms, Row, to, "Wrong terms.").ToString());
    }

    [Fact]
    public void What_was_posted_after_the_request_stops_the_confirmation()
    {
        Assert.Equal("Requested", drafts.Supersede(site.Dana, Terms, Row, "2025-08-31", "Wrong terms.").ToString());
        site.Post(site.AddDocument(First));
        Assert.Equal("Refused version-back-dated", drafts.Supersede(site.Luis, Terms, Row, "2025-08-31").ToString());
    }

    [Fact]
    public void A_row_that_applies_at_all_times_has_no_last_day() =>
        Assert.Equal(
            "Refused input-unusable",
            drafts.Supersede(site.Dana, CommitmentTable.LogicalName, site.Commitment, "2025-12-31", "x").ToString()
        );

    private Guid Row => site.Dataverse.All(Terms)[0].Id;
}
