using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Proofs;
using PowerIntegration.Domain.ContractBilling.Schedule;
using PowerIntegration.Domain.ContractBilling.Sheet;
using PowerIntegration.Domain.Tests.ContractBilling.Engine;
using Xunit;

namespace PowerIntegration.Domain.Tests.ContractBilling.Proofs;

/// <summary>The checks of the amounts and codings of certified lines, whatever was refused before.</summary>
public sealed class InputAmountsTests
{
    // Scheduled value, work and stored materials to date, without a tolerance.
    [Theory]
    [InlineData(100, 0, 0, InputState.Met)]
    [InlineData(100, 100, 0, InputState.Met)]
    [InlineData(100, 60, 40, InputState.Met)]
    [InlineData(100, 0, 100, InputState.Met)]
    [InlineData(100, 100.01, 0, InputState.Failed)]
    [InlineData(100, 60, 40.01, InputState.Failed)]
    [InlineData(100, -0.01, 0, InputState.Failed)]
    [InlineData(100, -0.01, 50, InputState.Failed)]
    [InlineData(100, 50, -0.01, InputState.Failed)]
    [InlineData(100, 100.01, -0.01, InputState.Failed)]
    [InlineData(0, 0, 0, InputState.Met)]
    [InlineData(0, 0.01, 0, InputState.Failed)]
    [InlineData(0, -0.01, 0, InputState.Failed)]
    [InlineData(-100, 0, 0, InputState.Met)]
    [InlineData(-100, -100, 0, InputState.Met)]
    [InlineData(-100, -60, -40, InputState.Met)]
    [InlineData(-100, -100.01, 0, InputState.Failed)]
    [InlineData(-100, 0.01, 0, InputState.Failed)]
    [InlineData(-100, 0.01, -50, InputState.Failed)]
    [InlineData(-100, -50, 0.01, InputState.Failed)]
    public void Amounts_lie_between_zero_and_the_scheduled_value(double value, double work, double stored, InputState state) =>
        Assert.Equal(state, Amounts(0m, null, Line("1", value, work, stored)).State);

    // A tolerance of 5.00: in total on both sides, on work and on stored materials below zero.
    [Theory]
    [InlineData(100, 105, 0, InputState.Noted)]
    [InlineData(100, 105.01, 0, InputState.Failed)]
    [InlineData(100, -5, 0, InputState.Noted)]
    [InlineData(100, -5.01, 0, InputState.Failed)]
    [InlineData(100, -5, 50, InputState.Noted)]
    [InlineData(100, -5.01, 50, InputState.Failed)]
    [InlineData(100, 50, -5, InputState.Noted)]
    [InlineData(100, 50, -5.01, InputState.Failed)]
    [InlineData(100, 108, -5, InputState.Noted)]
    [InlineData(100, 110.01, -5, InputState.Failed)]
    [InlineData(-100, -105, 0, InputState.Noted)]
    [InlineData(-100, -105.01, 0, InputState.Failed)]
    [InlineData(-100, 5, 0, InputState.Noted)]
    [InlineData(-100, 5.01, 0, InputState.Failed)]
    [InlineData(-100, 5, -50, InputState.Noted)]
    [InlineData(-100, 5.01, -50, InputState.Failed)]
    [InlineData(-100, -50, 5, InputState.Noted)]
    [InlineData(-100, -50, 5.01, InputState.Failed)]
    public void Amounts_outside_are_named_within_the_tolerance_and_fail_beyond(double value, double work, double stored, InputState state)
    {
        var check = Amounts(5m, null, Line("7", value, work, stored));
        Assert.Equal(state, check.State);
        Assert.Equal(state == InputState.Noted ? "line 7 outside, within the tolerance or rounding" : "line 7 outside", check.Note);
        Assert.Equal(state == InputState.Noted ? 0 : 1, check.Places.Count);
    }

    // A certified header rounds by half a cent for each line.
    [Theory]
    [InlineData(true, 100.01, 0, InputState.Noted)]
    [InlineData(true, 100.02, 0, InputState.Failed)]
    [InlineData(false, 100.01, 0, InputState.Failed)]
    [InlineData(true, -0.01, 50, InputState.Noted)]
    [InlineData(true, -0.02, 50, InputState.Failed)]
    [InlineData(true, 50, -0.01, InputState.Noted)]
    [InlineData(true, 50, -0.02, InputState.Failed)]
    public void A_header_moves_a_line_by_its_rounding(bool isCertified, double work, double stored, InputState state)
    {
        var header = isCertified ? new CertifiedHeader() : null;
        Assert.Equal(state, Amounts(0m, header, Line("1", 100, work, stored), Line("2", 100, 0, 0)).State);
    }

    // Lines with a value, with an amount to date, and with an amount before.
    [Fact]
    public void A_line_with_any_amount_needs_a_coding()
    {
        var coded = Line("1", 100, 50, 0);
        Assert.Equal("", Coding(coded, Line("2", 0, 0, 0, coding: null)).Note);
        Assert.Equal("line 2 without a coding", Coding(coded, Line("2", 10, 0, 0, coding: null)).Note);
        Assert.Equal("line 2 without a coding", Coding(coded, Line("2", 0, 10, 0, coding: null)).Note);
        Assert.Equal("line 2 without a coding", Coding(coded, Line("2", 0, 0, 0, before: 10, coding: null)).Note);

        // A heading does not make an uncoded contract a coded one.
        Assert.Equal(InputState.Noted, Coding(Line("1", 10, 0, 0, coding: null), Line("2", 0, 0, 0, coding: null)).State);
        Assert.Equal(InputState.Failed, Coding(Line("1", 10, 0, 0, coding: null), coded).State);
    }

    [Fact]
    public void Five_lines_are_named_and_the_others_counted()
    {
        var six = Enumerable.Range(1, 6).Select(number => Line($"{number}", 10, 11, 0)).ToArray();
        Assert.Equal("lines 1, 2, 3, 4, 5 outside", Amounts(0m, null, [.. six.Take(5)]).Note);
        var check = Amounts(0m, null, six);
        Assert.Equal("lines 1, 2, 3, 4, 5 and 1 more outside", check.Note);
        Assert.Equal(["1", "2", "3", "4", "5"], check.Places.Select(place => place.LineId));
    }

    // IDs that were given were checked before; a change of the schedule of values may bring one again.
    [Fact]
    public void IDs_are_looked_at_again_where_the_schedule_changes()
    {
        ContinuationLine[] once = [Line("1", 10, 5, 0), Line("2", 10, 5, 0)],
            twice = [once[0], once[1], Line("1", 10, 5, 0)];
        Assert.Equal((InputState.Met, ""), Ids(once, new ScheduleChange.Recode("1", "2200/SUB", false)));
        Assert.Equal((InputState.Failed, "line 1 repeated"), Ids(twice, new ScheduleChange.Recode("1", "2200/SUB", false)));
        Assert.Equal((InputState.Met, ""), Ids(twice));

        static (InputState, string) Ids(ContinuationLine[] lines, params ScheduleChange[] changes)
        {
            var check = Of(0m, Contracts.Application(1) with { ScheduleChanges = changes }, lines)[1];
            return (check.State, check.Note);
        }
    }

    private static CheckedInput Amounts(decimal tolerance, CertifiedHeader? header, params ContinuationLine[] lines) =>
        Of(tolerance, Contracts.Application(1) with { Header = header }, lines)[0];

    private static CheckedInput Coding(params ContinuationLine[] lines) =>
        Assert.Single(Of(0m, Contracts.Application(1), lines), check => check.Name == "Every cost line has a coding");

    private static IReadOnlyList<CheckedInput> Of(decimal tolerance, Application application, ContinuationLine[] lines)
    {
        var ledger = Contracts.Ledger(1_000m);
        var sheet = new BillingSheet(
            Contracts.TenPercent with
            {
                OverbillingTolerance = tolerance,
            },
            ledger,
            application,
            Currency.Usd,
            new ChangedSchedule(ledger.Lines, new Dictionary<string, DeletedLine>(), [])
        );
        return InputProof.Of(sheet, lines);
    }

    private static ContinuationLine Line(string id, double value, double work, double stored, double before = 0, string? coding = "2100/SUB")
    {
        var posted = new ContractLine
        {
            LineId = id,
            Coding = coding,
            ScheduledValue = (decimal)value,
            Posted = new LineBalance((decimal)before, default),
        };
        return new ContinuationLine(
            posted,
            posted with
            {
                Posted = new LineBalance((decimal)work + (decimal)stored, default) { Stored = (decimal)stored },
            }
        )
        {
            WorkPrevious = 0m,
            WorkThisPeriod = (decimal)work,
        };
    }
}
