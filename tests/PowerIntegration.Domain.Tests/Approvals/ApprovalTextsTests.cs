using System.Text;
using System.Text.Json;
using PowerIntegration.Domain.Approvals;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Ownership;
using Xunit;
using static PowerIntegration.Domain.Tests.Approvals.AnAuthority;

namespace PowerIntegration.Domain.Tests.Approvals;

public sealed class ApprovalTextsTests
{
    private static readonly DateTime Asked = new(2026, 7, 1, 8, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void The_title_names_document_and_amount_and_ends_with_a_word_of_its_own()
    {
        var first = Request("SYNC|A1", "SC-002 application 3");

        Assert.Matches(@"^SC-002 application 3: 90,000\.00 USD \[[0-9a-f]{8}\]$", first.Title);
        Assert.NotEqual(first.Title, Request("SYNC|A2", "SC-002 application 3").Title);
        Assert.Equal(first, Request("SYNC|A1", "SC-002 application 3"));
        var longest = Request("SYNC|A1", new string('x', 400)).Title;
        Assert.Equal(ApprovalRequest.TitleLengthMax, longest.Length);
        Assert.EndsWith(first.Title[^11..], longest, StringComparison.Ordinal);
    }

    [Fact]
    public void The_details_say_who_asked_until_when_and_how_far_the_limit_goes()
    {
        var details = Request("SYNC|A1", "SC-002 application 3").Details;

        Assert.StartsWith("**Summary**", details, StringComparison.Ordinal);
        Assert.Contains("Asked by Alice Meyer.", details, StringComparison.Ordinal);
        Assert.Contains("Your limit is 100,000.00 USD.", details, StringComparison.Ordinal);
        Assert.Contains("Answer by 2026-07-20.", details, StringComparison.Ordinal);
    }

    [Fact]
    public void Reminders_come_on_the_second_fifth_and_tenth_day_and_are_not_made_up()
    {
        Assert.Equal(Asked.AddDays(2), ApprovalReminder.Next(Asked, 0));
        Assert.Equal(Asked.AddDays(5), ApprovalReminder.Next(Asked, 1));
        Assert.Equal(Asked.AddDays(10), ApprovalReminder.Next(Asked, 2));
        Assert.Null(ApprovalReminder.Next(Asked, 3));
        Assert.Equal(0, ApprovalReminder.Passed(Asked, Asked.AddDays(2).AddSeconds(-1)));
        Assert.Equal(1, ApprovalReminder.Passed(Asked, Asked.AddDays(2)));
        Assert.Equal(3, ApprovalReminder.Passed(Asked, Asked.AddDays(30)));
        Assert.Equal([false, false, true, true], Enumerable.Range(0, 4).Select(ApprovalReminder.IsEscalated));
        Assert.Equal([false, false, false, true], Enumerable.Range(0, 4).Select(ApprovalReminder.IsOverdue));
    }

    [Fact]
    public void A_card_informs_and_links_and_fits_whatever_it_says()
    {
        var text = ApprovalCard.Of(
            "An approval is waiting",
            new string('ü', 5_000),
            "Hana \"H\" Lindqvist",
            90_000m,
            "USD",
            Day,
            Day.AddDays(10),
            "https://app.example/main.aspx?id=1&x=\"2\""
        );

        using var card = JsonDocument.Parse(text);
        Assert.True(Encoding.UTF8.GetByteCount(text) <= ApprovalCard.BytesMax);
        Assert.Equal("AdaptiveCard", card.RootElement.GetProperty("type").GetString());
        Assert.Equal("1.4", card.RootElement.GetProperty("version").GetString());
        Assert.Equal("Action.OpenUrl", card.RootElement.GetProperty("actions")[0].GetProperty("type").GetString());
        Assert.DoesNotContain("Submit", text, StringComparison.Ordinal);
        using var without = JsonDocument.Parse(ApprovalCard.Of("h", "t", "a", 1m, "USD", Day, Day, ""));
        Assert.False(without.RootElement.TryGetProperty("actions", out _));
    }

    [Fact]
    public void The_day_is_that_of_the_project()
    {
        var instant = new DateTime(2026, 1, 1, 5, 59, 59, DateTimeKind.Utc);

        Assert.Equal(new CalendarDate(2026, 1, 1), ApprovalDay.Of(instant, null));
        Assert.Equal(new CalendarDate(2025, 12, 31), ApprovalDay.Of(instant, "Central Standard Time"));
        Assert.Equal(new CalendarDate(2026, 1, 1), ApprovalDay.Of(instant.AddSeconds(1), "Central Standard Time"));
        Assert.True(ApprovalDay.IsKnown("Central Standard Time"));
        Assert.False(ApprovalDay.IsKnown("Chicago time"));
        Assert.Contains(
            "'Chicago time' is not a time zone",
            Assert.Throws<InvalidOperationException>(() => ApprovalDay.Of(instant, "Chicago time")).Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("under_review", null)]
    [InlineData("approved", null)]
    [InlineData("approved_as_noted", null)]
    [InlineData("draft", "procore-undecided")]
    [InlineData("revise_and_resubmit", "procore-undecided")]
    public void Where_Teams_decides_an_approval_in_Procore_that_comes_too_does_not_stop_it(string status, string? code)
    {
        var rule = new OwnershipRule
        {
            Key = "R",
            IsForProject = false,
            Place = ApprovalPlace.Teams,
            TriggerStatus = "under_review",
            ValidFrom = Day,
        };
        var none = new SourcePerson(null, null);

        Assert.Equal(code, new ApprovalDecision(rule).Check(new SourceApproval("Invoice 3", status, none, null, none, none))?.WireCode);
    }

    private static ApprovalRequest Request(string key, string document) =>
        ApprovalRequest.Of(
            key,
            document,
            90_000m,
            "USD",
            "**Summary**\n",
            Subject(),
            new ApproverSelection(Of(Hana, 100_000m), Hana),
            Day.AddDays(10)
        );
}
