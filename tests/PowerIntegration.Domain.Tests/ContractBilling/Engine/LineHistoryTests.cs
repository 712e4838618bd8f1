using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Reasons;
using PowerIntegration.Domain.ContractBilling.Schedule;
using PowerIntegration.Domain.ContractBilling.Sheet;
using PowerIntegration.Domain.ContractBilling.Terms;
using Xunit;

namespace PowerIntegration.Domain.Tests.ContractBilling.Engine;

/// <summary>Lines that are split, merged and deleted keep their history in the ledger.</summary>
public sealed class LineHistoryTests
{
    private static readonly ContractTerms Frozen = Contracts.Terms(new RetainageTerms.Frozen());

    private static readonly ContractLine Walls = Contracts.Balance("5", 600m, 240m, 60m, 24m, 6m) with
    {
        Description = "Walls",
        Released = new BucketAmounts(4m, 2m),
        AtThreshold = new LineBalance(150m, new BucketAmounts(12m, 3m)) { Stored = 30m },
        StoredUnchangedPeriods = 2,
    };

    private static readonly ContractLine Doors = Contracts.Balance("7", 80m, 30m, 10m, 3m, 1m) with
    {
        Description = "Doors",
        Coding = "3300/SUB",
        Released = new BucketAmounts(1m, 0m),
    };

    private static readonly ContractLedger Ledger = Contracts.Posted(680m, 1, Walls, Doors);

    [Fact]
    public void A_split_divides_gross_stored_retainage_releases_and_the_threshold_and_keeps_the_rest()
    {
        var next = After(new ScheduleChange.Split("5", [new("5a", 400m, null, null), new("5b", 200m, null, "9")]));
        Assert.Equal(["5a", "5b", "7"], next.Lines.Select(line => line.LineId));
        Assert.Equal(Balance(200m, 40m, 16m, 4m), next.Lines[0].Posted);
        Assert.Equal(Balance(100m, 20m, 8m, 2m), next.Lines[1].Posted);
        Assert.Equal(new BucketAmounts(2.67m, 1.33m), next.Lines[0].Released);
        Assert.Equal(new BucketAmounts(1.33m, 0.67m), next.Lines[1].Released);
        Assert.Equal(Balance(100m, 20m, 8m, 2m), next.Lines[0].AtThreshold);
        Assert.Equal(Balance(50m, 10m, 4m, 1m), next.Lines[1].AtThreshold);
        Assert.Equal(["Walls", "Walls", "Doors"], next.Lines.Select(line => line.Description));
        Assert.Equal(["2100/SUB", "9", "3300/SUB"], next.Lines.Select(line => line.Coding));
        Assert.Equal([400m, 200m, 80m], next.Lines.Select(line => line.ScheduledValue));
        Assert.Equal([3, 3, 1], next.Lines.Select(line => line.StoredUnchangedPeriods));
    }

    [Fact]
    public void A_split_line_may_keep_its_own_id_and_a_line_without_threshold_gets_none()
    {
        var next = After(new ScheduleChange.Split("7", [new("7", 60m, 40m, null), new("7b", 20m, 0m, null)]));
        Assert.Equal(["5", "7", "7b"], next.Lines.Select(line => line.LineId));
        Assert.Equal(Balance(40m, 10m, 3m, 1m), next.Lines[1].Posted);
        Assert.Equal(default, next.Lines[2].Posted);
        Assert.Null(next.Lines[1].AtThreshold);
    }

    [Fact]
    public void A_line_billed_below_zero_is_split_by_amounts_below_zero()
    {
        var ledger = Contracts.Posted(-900m, 1, Contracts.Balance("5", -900m, -300m, 0m, -30m));
        var split = new ScheduleChange.Split("5", [new("5a", -600m, -200m, null), new("5b", -300m, -100m, null)]);
        var next = Contracts.Billed(Frozen, ledger, Contracts.Application(2) with { ScheduleChanges = [split] }).NextLedger;
        Assert.Equal([-200m, -100m], next.Lines.Select(line => line.Posted.Gross));
        Assert.Equal([-20m, -10m], next.Lines.Select(line => line.Posted.Retainage.Work));
    }

    [Fact]
    public void Amounts_of_two_signs_or_none_divide_what_is_held_in_equal_parts()
    {
        var next = After(
            new ScheduleChange.Split("5", [new("5a", 400m, 400m, null), new("5b", 200m, -100m, null)]),
            Frozen with
            {
                OverbillingTolerance = 1_000m,
            }
        );
        Assert.Equal([400m, -100m], next.Lines.Take(2).Select(line => line.Posted.Gross));
        Assert.Equal([12m, 12m], next.Lines.Take(2).Select(line => line.Posted.Retainage.Work));
        var unbilled = Contracts.Posted(600m, 1, Contracts.Balance("5", 600m, 0m, 0m, 10m));
        var split = new ScheduleChange.Split("5", [new("5a", 400m, 0m, null), new("5b", 200m, 0m, null)]);
        Assert.Equal(
            [5m, 5m],
            Contracts
                .Billed(Frozen, unbilled, Contracts.Application(2) with { ScheduleChanges = [split] })
                .NextLedger.Lines.Select(line => line.Posted.Retainage.Work)
        );
    }

    [Fact]
    public void A_split_by_values_may_have_a_part_of_no_value_but_none_below()
    {
        var next = After(new ScheduleChange.Split("5", [new("5a", 600m, null, null), new("5b", 0m, null, null)]));
        Assert.Equal([300m, 0m], next.Lines.Take(2).Select(line => line.Posted.Gross));
        Refused(new ScheduleChange.Split("5", [new("5a", 700m, null, null), new("5b", -100m, null, null)]), "negative");
    }

    [Fact]
    public void Merged_lines_add_up_in_every_balance_where_the_first_of_them_stood()
    {
        var first = Contracts.Balance("1", 10m, 1m, 0m, 0.1m);
        var ledger = Contracts.Posted(690m, 1, first, Walls, Doors);
        var application = Contracts.Application(2) with { ScheduleChanges = [new ScheduleChange.Merge(["7", "5"], "M", null)] };
        var next = Contracts.Billed(Frozen, ledger, application).NextLedger;
        Assert.Equal(["1", "M"], next.Lines.Select(line => line.LineId));
        Assert.Equal(Balance(340m, 70m, 27m, 7m), next.Lines[1].Posted);
        Assert.Equal(new BucketAmounts(5m, 2m), next.Lines[1].Released);
        Assert.Equal(Balance(150m, 30m, 12m, 3m), next.Lines[1].AtThreshold);
        Assert.Equal(680m, next.Lines[1].ScheduledValue);
        Assert.Equal("Walls", next.Lines[1].Description);
        Assert.Equal("2100/SUB", next.Lines[1].Coding);
    }

    [Fact]
    public void Merged_lines_take_a_new_coding_and_no_threshold_where_none_had_one()
    {
        var ledger = Ledger with { Lines = [Walls with { AtThreshold = null }, Doors] };
        var next = Contracts
            .Billed(Frozen, ledger, Contracts.Application(2) with { ScheduleChanges = [new ScheduleChange.Merge(["5", "7"], "7", "4400/SUB")] })
            .NextLedger;
        Assert.Equal("7", Assert.Single(next.Lines).LineId);
        Assert.Equal("4400/SUB", next.Lines[0].Coding);
        Assert.Null(next.Lines[0].AtThreshold);
    }

    [Fact]
    public void Lines_are_not_merged_into_a_line_that_stays_or_when_only_one_is_named()
    {
        var three = Ledger with { Lines = [.. Ledger.Lines, Contracts.Balance("9", 1m, 0m, 0m, 0m)] };
        var application = Contracts.Application(2) with { ScheduleChanges = [new ScheduleChange.Merge(["5", "7"], "9", null)] };
        Contracts.AssertStopped(BillingReasons.ScheduleChangeUnusable, Frozen, three, application, "line 9");
        Refused(new ScheduleChange.Merge(["5", "5"], "5", null), "line 5");
    }

    [Fact]
    public void A_line_that_still_holds_retainage_is_not_deleted_silently()
    {
        var ledger = Contracts.Posted(80m, 1, Contracts.Balance("7", 80m, 0m, 0m, 3m), Contracts.Balance("8", 0m, 0m, 0m, 0m));
        Contracts.AssertStopped(
            BillingReasons.ScheduleChangeUnusable,
            Frozen,
            ledger,
            Contracts.Application(2) with
            {
                ScheduleChanges = [new ScheduleChange.Delete("7", null)],
            },
            "Line 7",
            "0.00 USD billed"
        );
        var unknown = Contracts.Stopped(Frozen, ledger, Contracts.Application(2) with { ScheduleChanges = [new ScheduleChange.Delete("X", null)] });
        Assert.Contains("line X", unknown.Sentence, System.StringComparison.Ordinal);
    }

    [Fact]
    public void A_credited_line_gives_back_work_stored_materials_and_what_was_released()
    {
        var billed = Contracts.Billed(
            Contracts.TenPercent,
            Ledger,
            Contracts.Application(2) with
            {
                ScheduleChanges = [new ScheduleChange.Delete("7", DeletedLine.Credit)],
            }
        );
        var line = billed.Lines[1];
        Assert.Equal(0m, line.ScheduledValue);
        Assert.Equal(-30m, line.WorkThisPeriod);
        Assert.Equal(default, line.After);
        Assert.Equal(-36m, line.Movement.Payable);
        Assert.Contains(
            "40.00 USD billed on it is credited",
            Assert.Single(billed.Warnings, warning => warning.Code == BillingWarningCode.LineDeleted).Sentence,
            System.StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_line_closed_at_what_was_billed_is_said_and_stays_in_the_ledger()
    {
        var billed = Contracts.Billed(
            Frozen,
            Ledger,
            Contracts.Application(2) with
            {
                ScheduleChanges = [new ScheduleChange.Delete("7", DeletedLine.CloseAtBilled)],
            }
        );
        var warning = Assert.Single(billed.Warnings, warning => warning.Code == BillingWarningCode.LineDeleted);
        Assert.Equal("7", warning.LineId);
        Assert.Contains("closed at its billed amount of 40.00", warning.Sentence, System.StringComparison.Ordinal);
        Assert.Equal(40m, billed.NextLedger.Lines[1].ScheduledValue);
        Assert.Equal(Doors.Posted, billed.NextLedger.Lines[1].Posted);
    }

    private static LineBalance Balance(decimal gross, decimal stored, decimal workHeld, decimal storedHeld) =>
        new(gross, new BucketAmounts(workHeld, storedHeld)) { Stored = stored };

    private static ContractLedger After(ScheduleChange change, ContractTerms? terms = null) =>
        Contracts.Billed(terms ?? Frozen, Ledger, Contracts.Application(2) with { ScheduleChanges = [change] }).NextLedger;

    private static void Refused(ScheduleChange change, string part) =>
        Contracts.AssertStopped(
            BillingReasons.ScheduleChangeUnusable,
            Frozen,
            Ledger,
            Contracts.Application(2) with
            {
                ScheduleChanges = [change],
            },
            part
        );
}
