using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Replay;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Tests.ContractBilling.Engine;
using Xunit;

namespace PowerIntegration.Domain.Tests.ContractBilling.Replay;

/// <summary>The balances that an application states, where it cannot be billed itself.</summary>
public sealed class StatedLedgerTests
{
    private static readonly ContractLedger Before = Contracts.Posted(
        15_000m,
        2,
        Contracts.Balance("1", 10_000m, 2_000m, 500m, 200m, 50m) with
        {
            Released = new BucketAmounts(30m, 5m),
        },
        Contracts.Balance("2", 5_000m, 1_000m, 0m, 100m)
    );

    [Fact]
    public void A_line_has_the_balance_that_it_states()
    {
        var stated = Contracts.Line("1", 11_000m, 2_100m, 700m, 300m) with
        {
            WorkRetainageHeld = 260m,
            StoredRetainageHeld = 20m,
            WorkRetainageReleased = 20m,
            StoredRetainageReleased = 3m,
        };
        var after = After(Contracts.TenPercent, stated);

        Assert.Equal(11_000m, after.Lines[0].ScheduledValue);
        Assert.Equal(new LineBalance(3_100m, new BucketAmounts(260m, 20m)) { Stored = 300m }, after.Lines[0].Posted);
        Assert.Equal(new BucketAmounts(50m, 8m), after.Lines[0].Released);
        Assert.Equal(Before.Lines[1], after.Lines[1]);
        Assert.Equal(2, after.Lines.Count);
    }

    [Fact]
    public void What_a_line_does_not_state_stays()
    {
        var after = After(Contracts.TenPercent, Contracts.Line("1", null, null, null, null));
        Assert.Equal(10_000m, after.Lines[0].ScheduledValue);
        Assert.Equal(new LineBalance(2_000m, new BucketAmounts(200m, 50m)), after.Lines[0].Posted);
        Assert.Equal(new BucketAmounts(30m, 5m), after.Lines[0].Released);
    }

    // Without previous work on the line it is the work before, and with it the stored materials where those move to work by themselves.
    [Theory]
    [InlineData(StoredMaterials.Manual, 2_700)]
    [InlineData(StoredMaterials.AutoMove, 3_200)]
    public void Previous_work_that_is_not_stated_is_the_balance_before(StoredMaterials stored, int work)
    {
        var after = After(Contracts.TenPercent with { StoredMaterials = stored }, Contracts.Line("1", null, null, 700m, 40m));
        Assert.Equal((work + 40m, work), (after.Lines[0].Posted.Gross, after.Lines[0].Posted.Work));
        Assert.Equal(stored, after.StoredMaterials);
    }

    // Retainage that a source withholds again has a minus sign there; it was never released.
    [Fact]
    public void A_release_below_zero_is_none()
    {
        var line = Contracts.Line("1", null, null, null, null) with { WorkRetainageReleased = -20m, StoredRetainageReleased = -3m };
        Assert.Equal(new BucketAmounts(30m, 5m), After(Contracts.TenPercent, line).Lines[0].Released);
    }

    [Fact]
    public void A_line_that_the_ledger_does_not_have_is_added_once()
    {
        var first = Contracts.Line("3", 900m, 0m, 100m, 20m) with { Description = "Doors", Coding = "0800/SUB", WorkRetainageHeld = 10m };
        var after = After(Contracts.TenPercent, first, first);

        Assert.Equal(["1", "2", "3"], after.Lines.Select(line => line.LineId));
        Assert.Equal(
            new ContractLine
            {
                LineId = "3",
                Description = "Doors",
                Coding = "0800/SUB",
                ScheduledValue = 900m,
                Posted = new LineBalance(120m, new BucketAmounts(10m, 0m)) { Stored = 20m },
            },
            after.Lines[2]
        );
        Assert.Equal(0m, After(Contracts.TenPercent, Contracts.Line("3", null, 0m, 100m)).Lines[2].ScheduledValue);
    }

    [Fact]
    public void The_ledger_carries_on_from_the_application()
    {
        var terms = Contracts.TenPercent with { StoredMaterials = null };
        var application = Contracts.Application(3) with { PeriodEnd = new CalendarDate(2026, 3, 31) };
        var after = StatedLedger.After(Before, new ReplayApplication(terms, application));
        Assert.Equal((3, new CalendarDate(2026, 3, 31)), (after.LastPostedNumber, after.LastPeriodEnd));
        Assert.Equal(["R2|1", "R3|1"], after.PostedRevisions);
        Assert.Equal(StoredMaterials.Manual, after.StoredMaterials);

        var undated = StatedLedger.After(after, new ReplayApplication(terms, Contracts.Application(4)));
        Assert.Equal((4, new CalendarDate(2026, 3, 31)), (undated.LastPostedNumber, undated.LastPeriodEnd));
        var later = StatedLedger.After(after, new ReplayApplication(terms, application with { PeriodEnd = new CalendarDate(2026, 4, 30) }));
        Assert.Equal(new CalendarDate(2026, 4, 30), later.LastPeriodEnd);
    }

    private static ContractLedger After(ContractTerms terms, params ApplicationLine[] lines) =>
        StatedLedger.After(Before, new ReplayApplication(terms, Contracts.Application(3, lines)));
}
