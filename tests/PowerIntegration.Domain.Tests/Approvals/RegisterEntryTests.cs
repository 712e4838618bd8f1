using PowerIntegration.Domain.Approvals;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Ownership;
using Xunit;
using static PowerIntegration.Domain.Tests.Approvals.AnAuthority;

namespace PowerIntegration.Domain.Tests.Approvals;

public sealed class RegisterEntryTests
{
    private static readonly Guid Someone = Hana.User.Id;

    [Theory]
    [InlineData(ApprovalPlace.Procore, "approved", true)]
    [InlineData(ApprovalPlace.Procore, "Approved_As_Noted", true)]
    [InlineData(ApprovalPlace.Procore, "under_review", false)]
    [InlineData(ApprovalPlace.Procore, "draft", false)]
    [InlineData(ApprovalPlace.ProcoreThenOracle, "under_review", false)]
    [InlineData(ApprovalPlace.ProcoreThenOracle, "approved", true)]
    [InlineData(ApprovalPlace.Teams, "under_review", true)]
    [InlineData(ApprovalPlace.Oracle, "under_review", true)]
    [InlineData(ApprovalPlace.Oracle, "approved", true)]
    [InlineData(ApprovalPlace.Oracle, "draft", false)]
    [InlineData(ApprovalPlace.Teams, "revise_and_resubmit", false)]
    [InlineData(ApprovalPlace.Oracle, "submitted", false)]
    [InlineData(ApprovalPlace.Oracle, " ", true)]
    [InlineData(ApprovalPlace.Oracle, null, true)]
    public void A_rule_names_a_status_that_its_place_can_wait_for(ApprovalPlace place, string? status, bool holds) =>
        Assert.Equal(holds, OwnershipEntry.Check(DocumentKind.SubcontractorInvoice, place, status) is null);

    [Fact]
    public void An_undecided_status_proposes_Oracle() =>
        Assert.EndsWith(
            "Enter approved, or choose Oracle as the place of approval.",
            OwnershipEntry.Check(DocumentKind.SubcontractorInvoice, ApprovalPlace.Procore, "under_review")!.Sentence,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData(ApprovalPlace.Procore, false)]
    [InlineData(ApprovalPlace.ProcoreThenOracle, false)]
    [InlineData(ApprovalPlace.Oracle, true)]
    [InlineData(ApprovalPlace.Teams, true)]
    public void What_Procore_does_not_have_is_not_approved_there(ApprovalPlace place, bool holds) =>
        Assert.Equal(holds, OwnershipEntry.Check(DocumentKind.RetainageRelease, place, "decided") is null);

    [Fact]
    public void An_authority_that_can_never_work_is_refused_where_it_is_entered()
    {
        var day = Day;
        Assert.Null(AuthorityEntry.Check(Someone, null, null, null, 0.01m, "USD"));
        Assert.Null(AuthorityEntry.Check(Someone, Samuel.User.Id, day, day, 1m, "USD"));
        Assert.Null(AuthorityEntry.Check(null, null, null, null, null, null));
        Assert.NotNull(AuthorityEntry.Check(Someone, null, null, null, 0m, "USD"));
        Assert.NotNull(AuthorityEntry.Check(Someone, null, null, null, -1m, "USD"));
        Assert.NotNull(AuthorityEntry.Check(Someone, null, null, null, 1m, "US$"));
        Assert.NotNull(AuthorityEntry.Check(Someone, Someone, day, null, 1m, "USD"));
        Assert.NotNull(AuthorityEntry.Check(Someone, Samuel.User.Id, null, day, 1m, "USD"));
        Assert.NotNull(AuthorityEntry.Check(Someone, null, day, null, 1m, "USD"));
        Assert.NotNull(AuthorityEntry.Check(Someone, null, null, day, 1m, "USD"));
        Assert.NotNull(AuthorityEntry.Check(Someone, Samuel.User.Id, day, day.AddDays(-1), 1m, "USD"));
    }

    [Fact]
    public void Who_approved_in_Procore_needs_an_authority_for_the_amount_on_that_day_where_the_project_is()
    {
        var authority = Of(Hana, 100_000m) with { ValidTo = new CalendarDate(2026, 7, 14) };
        var lastMoment = new DateTime(2026, 7, 15, 4, 59, 59, DateTimeKind.Utc);

        Assert.Null(Check(Hana, lastMoment, 100_000m));
        Assert.Contains("who may approve up to 100,000.00 USD", Check(Hana, lastMoment, 100_000.01m), StringComparison.Ordinal);
        Assert.Contains("Noor Haddad, who has no approval authority on 2026-07-14", Check(Noor, lastMoment, 1m), StringComparison.Ordinal);

        // An authority that ended does not give everyone a free hand.
        Assert.NotNull(Check(Hana, lastMoment.AddSeconds(1), 1m));
        Assert.Null(
            ProcoreAuthority.Check(
                new SourceApproval("Invoice 3", "approved", new("1", "Noor"), lastMoment, new(null, null), new(null, null)),
                1m,
                "USD",
                [],
                null
            )
        );

        string? Check(Approver approver, DateTime on, decimal amount) =>
            ProcoreAuthority
                .Check(
                    new SourceApproval("Invoice 3", "approved", new SourcePerson("1", approver.User.Name), on, new(null, null), new(null, null)),
                    amount,
                    "USD",
                    [authority],
                    "Central Standard Time"
                )
                ?.Sentence;
    }

    [Fact]
    public void A_delegate_approves_in_Procore_on_the_days_of_the_delegation_and_the_approver_does_not()
    {
        var authority = Of(Hana, 100_000m) with { Delegate = Samuel, DelegateFrom = Day, DelegateTo = Day };

        Assert.Null(On(Samuel, Day));
        Assert.NotNull(On(Hana, Day));
        Assert.NotNull(On(Samuel, Day.AddDays(1)));

        Domain.Refusals.Refusal? On(Approver approver, CalendarDate day) =>
            ProcoreAuthority.Check(
                new SourceApproval(
                    "Invoice 3",
                    "approved",
                    new SourcePerson("1", approver.User.Name),
                    day.ToDateTime(),
                    new(null, null),
                    new(null, null)
                ),
                1m,
                "USD",
                [authority],
                null
            );
    }

    [Theory]
    [InlineData(ApprovalPlace.Procore, "Required", true)]
    [InlineData(ApprovalPlace.Teams, "Workflow approved", true)]
    [InlineData(ApprovalPlace.Teams, "Not required", false)]
    [InlineData(ApprovalPlace.Procore, "", false)]
    [InlineData(ApprovalPlace.Oracle, "Required", false)]
    [InlineData(ApprovalPlace.ProcoreThenOracle, "Required", false)]
    [InlineData(null, "Required", false)]
    public void Oracle_asking_again_is_a_finding_about_its_set_up(ApprovalPlace? place, string status, bool isFinding) =>
        Assert.Equal(isFinding, OracleApproval.AskedTwice(place, ["Not required", status], "Lakeshore US BU") is not null);
}
