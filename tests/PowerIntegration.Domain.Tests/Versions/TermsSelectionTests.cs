using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Tests.Refusals;
using PowerIntegration.Domain.Versions;
using Xunit;

namespace PowerIntegration.Domain.Tests.Versions;

public sealed class TermsSelectionTests
{
    private static readonly TermsVersion First = Version(1, new(2025, 1, 1), new(2025, 10, 31));

    private static readonly TermsVersion Second = Version(2, new(2025, 11, 1), null);

    [Theory]
    [InlineData("2025-01-01", 1)]
    [InlineData("2025-10-31", 1)]
    [InlineData("2025-11-01", 2)]
    [InlineData("2030-01-31", 2)]
    public void The_version_that_holds_on_the_end_of_the_period_is_taken(string end, int number)
    {
        var selected = TermsSelection.Of("SC-1", [Second, First], CalendarDate.Parse(end));
        Assert.Equal(number, selected.Version!.Number);
        Assert.Null(selected.Refusal);
    }

    [Fact]
    public void Where_none_holds_the_sentence_says_what_to_enter_and_what_there_is()
    {
        var selected = TermsSelection.Of("SC-1", [Second, First], new CalendarDate(2024, 12, 31));
        Assert.Null(selected.Version);
        Assert.Equal("terms-missing", selected.Refusal!.WireCode);
        SentenceFacts.In(
            selected.Refusal.Sentence,
            "Commitment SC-1",
            "2024-12-31",
            "T1 from 2025-01-01 to 2025-10-31, T2 from 2025-11-01",
            "Ask the controller",
            "prepare the document again"
        );
        var none = TermsSelection.Of("SC-1", [], new CalendarDate(2025, 1, 31)).Refusal!.Sentence;
        SentenceFacts.In(none, "Commitment SC-1", "2025-01-31");
        Assert.DoesNotContain("active versions", none, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_that_hold_are_refused_by_name()
    {
        var selected = TermsSelection.Of("SC-1", [Second, First with { ValidTo = new CalendarDate(2025, 11, 30) }], new CalendarDate(2025, 11, 30));
        Assert.Null(selected.Version);
        Assert.Equal("terms-contradictory", selected.Refusal!.WireCode);
        SentenceFacts.In(selected.Refusal.Sentence, "Commitment SC-1", "2 active versions", "2025-11-30", "T1 and T2", "all but one");
    }

    [Fact]
    public void A_version_that_cannot_be_used_is_refused_with_its_problems()
    {
        var selected = TermsSelection.Of("SC-1", [First with { Problems = ["The rate on work is empty."] }], new CalendarDate(2025, 5, 31));
        Assert.Null(selected.Version);
        Assert.Equal("input-unusable", selected.Refusal!.WireCode);
        SentenceFacts.In(selected.Refusal.Sentence, "Terms T1", "The rate on work is empty.", "controller", "corrected version");
    }

    [Fact]
    public void A_document_without_a_period_end_stops_for_that_and_not_for_its_terms() =>
        Assert.Equal(2, TermsSelection.Of("SC-1", [First, Second], null).Version!.Number);

    [Theory]
    [InlineData(VersionState.Draft, null, true, false, null)]
    [InlineData(VersionState.Draft, VersionState.Draft, true, false, null)]
    [InlineData(VersionState.Draft, VersionState.Active, true, false, "cannot be changed from draft to active")]
    [InlineData(VersionState.Draft, VersionState.Superseded, false, false, "cannot be changed from draft to superseded")]
    [InlineData(VersionState.Draft, null, false, true, "Activated by of Terms T1 cannot be entered")]
    [InlineData(VersionState.Active, VersionState.Superseded, false, false, "cannot be changed from active to superseded")]
    [InlineData(VersionState.Active, VersionState.Active, false, false, null)]
    [InlineData(VersionState.Active, null, true, false, "is active, so Work rate cannot be edited. Enter a draft that replaces it")]
    [InlineData(VersionState.Active, VersionState.Draft, false, false, "cannot be changed from active to draft")]
    [InlineData(
        VersionState.Superseded,
        null,
        true,
        false,
        "is superseded, so Work rate cannot be edited. Enter a draft that replaces the active version"
    )]
    [InlineData(VersionState.Superseded, VersionState.Active, false, false, "cannot be changed from superseded to active")]
    public void A_version_changes_as_its_state_allows(VersionState before, VersionState? after, bool isContent, bool isBookkeeping, string? sentence)
    {
        var refusal = VersionProtection.Changes("Terms T1", before, after, isContent ? ["Work rate"] : [], isBookkeeping ? ["Activated by"] : []);
        if (sentence is null)
        {
            Assert.Null(refusal);
        }
        else
        {
            SentenceFacts.In(refusal!.Sentence, "Terms T1", sentence);
            Assert.Equal("version-state", refusal.WireCode);
        }
    }

    [Theory]
    [InlineData(null, false, null)]
    [InlineData(VersionState.Draft, false, null)]
    [InlineData(VersionState.Active, false, "cannot be created as active")]
    [InlineData(VersionState.Superseded, false, "cannot be created as superseded")]
    [InlineData(null, true, "Activated by of Terms T1 cannot be entered")]
    public void A_version_is_created_as_a_draft(VersionState? state, bool isBookkeeping, string? sentence)
    {
        var refusal = VersionProtection.Creates("Terms T1", state, isBookkeeping ? ["Activated by"] : []);
        Assert.Equal(sentence is null, refusal is null);
        Assert.Contains(sentence ?? "", refusal?.Sentence ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void Only_a_draft_is_deleted()
    {
        Assert.Null(VersionProtection.Deletes("Terms T1", VersionState.Draft));
        SentenceFacts.In(VersionProtection.Deletes("Terms T1", VersionState.Active)!.Sentence, "Terms T1 is active", "Only a draft");
        SentenceFacts.In(VersionProtection.Deletes("Terms T1", VersionState.Superseded)!.Sentence, "Terms T1 is superseded", "Only a draft");
    }

    private static TermsVersion Version(int number, CalendarDate from, CalendarDate? to) =>
        new()
        {
            Key = "T" + number.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Number = number,
            ValidFrom = from,
            ValidTo = to,
            IsMatched = true,
            Terms = new ContractTerms { ContractNumber = "SC-1" },
        };
}
