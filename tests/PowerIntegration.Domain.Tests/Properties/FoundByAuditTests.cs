using PowerIntegration.Audit.Contracts;
using PowerIntegration.Domain.Audit;
using PowerIntegration.Domain.ContractBilling;
using Xunit;

namespace PowerIntegration.Domain.Tests.Properties;

public sealed class FoundByAuditTests
{
    // A contract whose credits outweigh its work holds less than nothing in the end.
    [Fact]
    public void Releasing_everything_also_settles_retainage_below_zero()
    {
        var terms = new TermsSheet
        {
            Retainage = RetainageMode.Flat,
            WorkRate = 100_000,
            StoredRate = 100_000,
        };
        var last = Bill(
            terms,
            -450_00,
            new ApplicationSheet
            {
                Number = 1,
                PeriodEnd = "2025-01-31",
                Rows = [Row(-450_00, -450_00)],
            },
            new ApplicationSheet
            {
                Number = 2,
                PeriodEnd = "2025-02-28",
                Rows = [],
                Final = true,
                Release = new ReleaseSheet(ReleaseKind.All, 0),
            }
        );
        Assert.Equal(-450.00m, last.After.GrossToDate);
        Assert.Equal(0m, last.After.Retainage.Total);
        Assert.Equal(-45.00m, last.Payable);
    }

    // 3 % until 200.00 is held uses up 6,666.66...; 6 % of the other 3,333.58333... is 200.015, and half a cent goes up.
    [Fact]
    public void A_quotient_that_does_not_end_never_decides_which_way_half_a_cent_goes()
    {
        var terms = new TermsSheet
        {
            Retainage = RetainageMode.SlidingScale,
            Scale =
            [
                new ScaleRule(30_000, new HeldLimit(ShareBase.Amount, 200_00)),
                new ScaleRule(60_000, new HeldLimit(ShareBase.Amount, 1_000_00)),
            ],
        };
        var billed = Bill(
            terms,
            20_000_00,
            new ApplicationSheet
            {
                Number = 1,
                PeriodEnd = "2025-01-31",
                Rows = [Row(20_000_00, 10_000_25)],
            }
        );
        Assert.Equal(400.02m, billed.After.Retainage.Total);
    }

    private static RowSheet Row(long scheduled, long work) =>
        new()
        {
            LineId = "1",
            Scheduled = scheduled,
            WorkThisPeriod = work,
        };

    private static BillingOutcome.Billed Bill(TermsSheet terms, long value, params ApplicationSheet[] applications)
    {
        var history = new ContractHistory
        {
            Index = 0,
            Terms = terms,
            Lines = [new LineSheet("1", value)],
            AddedLines = [],
            Applications = applications,
            Earned = new Dictionary<string, long>(),
        };
        var ledger = EngineInputs.Ledger(history);
        return applications
            .Select(sheet =>
            {
                var billed = Assert.IsType<BillingOutcome.Billed>(
                    BillingEngine.Bill(EngineInputs.Terms(history, sheet), ledger, EngineInputs.Application(history, sheet))
                );
                ledger = billed.NextLedger;
                return billed;
            })
            .ToList()[^1];
    }
}
