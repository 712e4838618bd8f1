using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Users;
using PowerIntegration.Domain.Versions;
using Xunit;

namespace PowerIntegration.Domain.Tests.Versions;

public sealed class VersionActivationTests
{
    private static readonly Person Dana = new(new Guid("00000000-0000-0000-0000-0000000000d1"), "Dana Kowalski");

    private static readonly Person Luis = new(new Guid("00000000-0000-0000-0000-0000000000a1"), "Luis Ortega");

    private static readonly VersionEntry Draft = Entry(2, VersionState.Draft, "2025-10-01", null) with { Contributors = [Dana] };

    private static readonly VersionEntry Active = Entry(1, VersionState.Active, "2025-01-01", null);

    [Fact]
    public void A_draft_of_its_own_scope_has_no_problem() => Assert.Empty(VersionActivation.Problems(Draft, [], null));

    [Fact]
    public void A_person_is_known_by_the_id()
    {
        Assert.Null(VersionActivation.SecondPerson(Draft, Luis));
        Assert.Null(VersionActivation.SecondPerson(Draft, Luis with { Name = Dana.Name }));
        Assert.Equal("second-person-required", VersionActivation.SecondPerson(Draft, Dana with { Name = "D. Meyer" })!.WireCode);
        Assert.Equal("second-person-required", VersionActivation.SecondPerson(Draft with { Contributors = [Luis, Dana] }, Dana)!.WireCode);
        Assert.Equal("version-state", VersionActivation.SecondPerson(Draft with { Contributors = [] }, Luis)!.WireCode);
    }

    [Theory]
    [InlineData("2025-10-01", null, "2025-01-01", null, true)]
    [InlineData("2025-10-01", null, "2025-01-01", "2025-10-01", true)]
    [InlineData("2025-10-01", null, "2025-01-01", "2025-09-30", false)]
    [InlineData("2025-01-01", "2025-01-31", "2025-01-31", null, true)]
    [InlineData("2025-01-01", "2025-01-31", "2025-02-01", null, false)]
    [InlineData(null, "2025-01-31", null, null, true)]
    public void Versions_of_one_scope_have_no_common_day(string? from, string? to, string? otherFrom, string? otherTo, bool isRefused)
    {
        var draft = Draft with { From = Day(from), To = Day(to) };
        var other = Active with { From = Day(otherFrom), To = Day(otherTo) };
        foreach (var state in new[] { VersionState.Active, VersionState.Draft })
        {
            var problems = VersionActivation.Problems(draft, [other with { State = state }], null).ToList();
            Assert.Equal(isRefused, problems.Any(problem => problem.WireCode == "version-overlap"));
            Assert.All(problems, problem => Assert.Contains("Terms 1", problem.Sentence, StringComparison.Ordinal));
        }

        Assert.Empty(VersionActivation.Problems(draft, [other with { State = VersionState.Superseded }], null));
        Assert.Empty(VersionActivation.Problems(draft, [other with { Scope = "another" }], null));
        Assert.Empty(VersionActivation.Problems(draft with { HasOwnOverlap = true }, [other], null));
        Assert.Empty(VersionActivation.Problems(draft with { ReplacesId = other.Id }, [other], null));
    }

    [Fact]
    public void A_row_that_applies_at_all_times_is_alone_in_its_scope()
    {
        var draft = Draft with { IsDated = false, From = null };
        Assert.Equal("version-overlap", Assert.Single(VersionActivation.Problems(draft, [Active with { IsDated = false }], null)).WireCode);
    }

    [Theory]
    [InlineData("2025-10-01", "2025-09-30", false)]
    [InlineData("2025-10-01", "2025-10-01", true)]
    [InlineData("2025-10-01", "2025-10-31", true)]
    [InlineData(null, "2025-09-30", true)]
    [InlineData("2020-01-01", null, false)]
    public void A_version_begins_after_the_last_posted_period(string? from, string? posted, bool isRefused)
    {
        var problems = VersionActivation.Problems(Draft with { From = Day(from) }, [], Day(posted)).ToList();
        Assert.Equal(isRefused, problems.Count == 1 && problems[0].WireCode == "version-back-dated");
        Assert.Equal(isRefused ? 1 : 0, problems.Count);
    }

    [Theory]
    [InlineData("2025-10-01", "2025-01-01", null, "2025-09-30")]
    [InlineData("2025-10-01", null, null, "2025-09-30")]
    [InlineData("2025-10-01", "2025-01-01", "2025-06-30", "2025-06-30")]
    [InlineData("2025-01-01", "2025-01-01", null, null)]
    [InlineData("2024-01-01", "2025-01-01", null, null)]
    [InlineData(null, "2025-01-01", null, null)]
    public void What_is_replaced_keeps_the_days_before(string? from, string? otherFrom, string? otherTo, string? remains) =>
        Assert.Equal(
            Day(remains),
            VersionActivation.RemainsTo(Draft with { From = Day(from) }, Active with { From = Day(otherFrom), To = Day(otherTo) })
        );

    [Fact]
    public void What_is_replaced_is_active_and_of_the_same_record()
    {
        var draft = Draft with { ReplacesId = Active.Id };
        Assert.Equal("version-state", Assert.Single(VersionActivation.Problems(draft, [], null)).WireCode);
        Assert.Contains(
            "not active",
            Assert.Single(VersionActivation.Problems(draft, [Active with { State = VersionState.Superseded }], null)).Sentence,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "another record",
            Assert.Single(VersionActivation.Problems(draft, [Active with { Scope = "another" }], null)).Sentence,
            StringComparison.Ordinal
        );
        Assert.Empty(VersionActivation.ReplacedTwice([draft, Draft]));
        Assert.Equal("version-overlap", Assert.Single(VersionActivation.ReplacedTwice([draft, draft with { Id = Guid.Empty }])).WireCode);
    }

    [Fact]
    public void A_hash_says_the_same_for_the_same_content_only()
    {
        KeyValuePair<string, string?>[] columns = [new("b", "2"), new("a", "1"), new("c", null), new("d", "")];
        var hash = VersionHash.Of("t", columns);
        Assert.Equal(hash, VersionHash.Of("t", columns.Take(2).Reverse()));
        Assert.NotEqual(hash, VersionHash.Of("u", columns));
        Assert.NotEqual(hash, VersionHash.Of("t", [new("a", "1\nb=2")]));
        Assert.NotEqual(hash, VersionHash.Of("t", [new("a", "2"), new("b", "1")]));
        Assert.Equal(VersionHash.OfBatch(["x", "y"]), VersionHash.OfBatch(["y", "x"]));
        Assert.NotEqual(VersionHash.OfBatch(["x"]), VersionHash.OfBatch(["x", "x"]));
        Assert.Null(VersionActivation.ChangedMeanwhile("Terms", hash, hash));
        Assert.Equal("version-changed", VersionActivation.ChangedMeanwhile("Terms", hash, "")!.WireCode);
    }

    [Fact]
    public void An_end_is_confirmed_by_another_person_for_the_day_that_was_requested()
    {
        var asked = Active with { EndRequestedBy = Dana, EndRequestedTo = Day("2025-12-31") };
        Assert.Null(VersionEnding.Confirms(asked, Luis, Day("2025-12-31")));
        Assert.Equal("second-person-required", VersionEnding.Confirms(asked, Dana, Day("2025-12-31"))!.WireCode);
        Assert.Equal("version-changed", VersionEnding.Confirms(asked, Luis, null)!.WireCode);
        Assert.Equal("input-unusable", VersionEnding.Confirms(Active, Luis, null)!.WireCode);
    }

    [Theory]
    [InlineData("2025-09-30", "2025-09-30", null)]
    [InlineData("2025-09-29", "2025-09-30", "version-back-dated")]
    [InlineData(null, "2025-09-30", "version-back-dated")]
    [InlineData(null, "2024-12-31", null)]
    [InlineData(null, null, null)]
    [InlineData("2024-12-31", null, "input-unusable")]
    public void A_version_keeps_its_posted_periods(string? to, string? posted, string? code) =>
        Assert.Equal(code, VersionEnding.Check(Active, Day(to), Day(posted))?.WireCode);

    [Fact]
    public void Only_what_is_active_ends_and_only_within_its_days()
    {
        Assert.Equal("version-state", VersionEnding.Check(Draft, null, null)!.WireCode);
        Assert.Equal("input-unusable", VersionEnding.Check(Active with { To = Day("2025-06-30") }, Day("2025-07-01"), null)!.WireCode);
        Assert.Equal("input-unusable", VersionEnding.Check(Active with { IsDated = false }, Day("2025-07-01"), null)!.WireCode);
    }

    private static VersionEntry Entry(int number, VersionState state, string? from, string? to) =>
        new()
        {
            Id = new Guid(number, 0, 0, new byte[8]),
            Name = $"Terms {number}",
            State = state,
            StoredHash = "h",
            Hash = "h",
            Scope = "SC-002",
            IsDated = true,
            From = Day(from),
            To = Day(to),
        };

    private static CalendarDate? Day(string? text) => text is null ? null : CalendarDate.Parse(text);
}
