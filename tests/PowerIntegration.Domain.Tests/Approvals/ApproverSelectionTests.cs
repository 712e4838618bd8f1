using PowerIntegration.Domain.Approvals;
using PowerIntegration.Domain.Dates;
using Xunit;
using static PowerIntegration.Domain.Tests.Approvals.AnAuthority;

namespace PowerIntegration.Domain.Tests.Approvals;

public sealed class ApproverSelectionTests
{
    [Fact]
    public void The_smallest_limit_that_suffices_is_asked()
    {
        ApprovalAuthority[] authorities = [Of(Noor, 1_000_000m), Of(Hana, 99_999.99m), Of(Samuel, 100_000m)];

        Assert.Equal(Samuel, Chosen(authorities, Subject()));
        Assert.Equal(Noor, Chosen(authorities, Subject(100_000.01m)));
        Assert.Equal(Hana, Chosen(authorities, Subject(99_999.99m)));
    }

    [Fact]
    public void The_projects_own_authority_comes_before_one_for_every_project() =>
        Assert.Equal(Noor, Chosen([Of(Hana, 100_000m), Of(Noor, 5_000_000m, isForProject: true)], Subject()));

    [Fact]
    public void A_delegate_is_asked_from_the_first_to_the_last_day_of_the_delegation_and_no_longer()
    {
        var authority = Of(Hana, 100_000m) with
        {
            Delegate = Samuel,
            DelegateFrom = new CalendarDate(2026, 7, 1),
            DelegateTo = new CalendarDate(2026, 7, 14),
        };

        Assert.Equal(Hana, On(new CalendarDate(2026, 6, 30)));
        Assert.Equal(Samuel, On(new CalendarDate(2026, 7, 1)));
        Assert.Equal(Samuel, On(new CalendarDate(2026, 7, 14)));
        Assert.Equal(Hana, On(new CalendarDate(2026, 7, 15)));
        Assert.Equal("Hana Lindqvist", ApproverSelection.Of(Subject(), [authority], new CalendarDate(2026, 7, 14), out _)!.DelegateOf);

        Approver? On(CalendarDate day) => ApproverSelection.Of(Subject(), [authority], day, out _)?.Acting;
    }

    [Fact]
    public void A_delegation_without_a_first_day_does_not_begin() =>
        Assert.Equal(Hana, Chosen([Of(Hana, 100_000m) with { Delegate = Samuel, DelegateTo = new CalendarDate(2026, 12, 31) }], Subject()));

    [Fact]
    public void An_authority_applies_from_its_first_to_its_last_day()
    {
        var authority = Of(Hana, 100_000m) with { ValidFrom = Day, ValidTo = Day };

        Assert.NotNull(ApproverSelection.Of(Subject(), [authority], Day, out _));
        Assert.Null(ApproverSelection.Of(Subject(), [authority], Day.AddDays(-1), out _));
        Assert.Null(ApproverSelection.Of(Subject(), [authority], Day.AddDays(1), out _));
    }

    [Fact]
    public void Who_asked_is_not_asked_by_name_or_by_address_and_the_next_is()
    {
        ApprovalAuthority[] authorities = [Of(Hana, 100_000m), Of(Samuel, 200_000m)];

        Assert.Equal(Samuel, Chosen(authorities, Subject() with { Requesters = [new SourcePerson("9", "hana LINDQVIST ")] }));
        Assert.Equal(Samuel, Chosen(authorities, Subject() with { Requesters = [new SourcePerson(null, "Hana@LakeshoreBuilders.example")] }));
        Assert.Equal(Hana, Chosen(authorities, Subject() with { Requesters = [new SourcePerson("9", null), new SourcePerson(null, "")] }));
    }

    [Fact]
    public void Who_changed_what_the_document_uses_is_not_asked() =>
        Assert.Equal(Samuel, Chosen([Of(Hana, 100_000m), Of(Samuel, 200_000m)], Subject() with { Contributors = [Hana.User] }));

    [Fact]
    public void Who_left_or_cannot_be_reached_is_not_asked()
    {
        Assert.Equal(Samuel, Chosen([Of(Hana with { IsEnabled = false }, 100_000m), Of(Samuel, 200_000m)], Subject()));
        Assert.Equal(Samuel, Chosen([Of(Hana with { Address = " " }, 100_000m), Of(Samuel, 200_000m)], Subject()));
    }

    [Fact]
    public void If_no_one_may_it_says_why_each_may_not()
    {
        ApproverSelection? chosen = ApproverSelection.Of(
            Subject(250_000m),
            [Of(Hana, 100_000m), Of(Samuel with { IsEnabled = false }, 900_000m), Of(Noor, 900_000m) with { Currency = "EUR" }],
            Day,
            out var refusal
        );

        Assert.Null(chosen);
        Assert.Equal(ApprovalReasons.ApproverMissing, refusal!.Code);
        Assert.Equal(
            "SC-002 application 3 over 250,000.00 USD has no one who may approve it: Hana Lindqvist may approve up to 100,000.00 USD; "
                + "Noor Haddad may approve up to 900,000.00 EUR; Samuel Ortiz is switched off. "
                + "Ask the controller to enter an approval authority for another person and have it activated.",
            refusal.Sentence
        );
    }

    [Fact]
    public void Without_an_authority_it_says_so()
    {
        ApproverSelection.Of(Subject(), [], Day, out var refusal);

        Assert.Contains("no approval authority is active on 2026-07-10", refusal!.Sentence, StringComparison.Ordinal);
    }

    private static Approver? Chosen(ApprovalAuthority[] authorities, ApprovalSubject subject) =>
        ApproverSelection.Of(subject, authorities, Day, out _)?.Acting;
}
