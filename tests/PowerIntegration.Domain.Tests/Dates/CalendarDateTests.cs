using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Tests.Builders;
using Xunit;

namespace PowerIntegration.Domain.Tests.Dates;

public sealed class CalendarDateTests
{
    [Fact]
    public void A_date_is_the_same_in_text_parts_and_time()
    {
        var date = CalendarDate.Parse("2026-04-30");
        Assert.Equal(new CalendarDate(2026, 4, 30), date);
        Assert.Equal("2026-04-30", date.ToString());
        Assert.Equal(date, CalendarDate.FromDateTime(new DateTime(2026, 4, 30, 23, 59, 59, DateTimeKind.Utc)));
        Assert.Equal(DateTimeKind.Unspecified, date.ToDateTime().Kind);
        Assert.Equal(new CalendarDate(2026, 5, 1), date.AddDays(1));
        Assert.True(date < date.AddDays(1) && date >= date.AddDays(0));
        Assert.Equal("0001-01-01", default(CalendarDate).ToString());
    }

    [Theory]
    [InlineData("2026-4-30")]
    [InlineData("2026-02-29")]
    [InlineData("30.04.2026")]
    [InlineData("2026-04-30T00:00:00Z")]
    [InlineData("")]
    public void Another_form_is_no_date(string text)
    {
        Assert.False(CalendarDate.TryParse(text, out _));
        Assert.Throws<FormatException>(() => CalendarDate.Parse(text));
    }

    [Fact]
    public void An_open_period_takes_its_own_end_as_accounting_date()
    {
        var decision = AccountingDateDecision.Of(
            new CalendarDate(2025, 10, 31),
            [Facts.Period(10, isOpen: true), Facts.Period(11, isOpen: true)],
            out var refusal
        );
        Assert.Null(refusal);
        Assert.Equal(new AccountingDateDecision(new CalendarDate(2025, 10, 31), IsRolled: false), decision);
    }

    [Fact]
    public void A_closed_period_rolls_to_the_first_day_of_the_next_that_is_open_everywhere()
    {
        var half = Facts.Period(11, isOpen: true) with { IsProjectsOpen = false };
        var decision = AccountingDateDecision.Of(
            new CalendarDate(2025, 10, 31),
            [Facts.Period(12, isOpen: true), half, Facts.Period(10, isOpen: false), Facts.Period(9, isOpen: true)],
            out _
        );
        Assert.Equal(new AccountingDateDecision(new CalendarDate(2025, 12, 1), IsRolled: true), decision);
    }

    [Fact]
    public void Without_an_open_period_or_a_calendar_the_document_is_held()
    {
        Assert.Null(
            AccountingDateDecision.Of(
                new CalendarDate(2025, 10, 31),
                [Facts.Period(9, isOpen: true), Facts.Period(10, isOpen: false)],
                out var closed
            )
        );
        Assert.Equal(DateReasons.NoOpenPeriod, closed!.Code);
        Assert.Null(AccountingDateDecision.Of(new CalendarDate(2025, 10, 31), [Facts.Period(11, isOpen: true)], out var unknown));
        Assert.Contains("2025-10-31", unknown!.Sentence, StringComparison.Ordinal);
    }
}
