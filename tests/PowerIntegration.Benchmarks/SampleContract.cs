using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Terms;

namespace PowerIntegration.Benchmarks;

/// <summary>
/// A contract in its second application: every line works, every third stores material. The amounts differ from line to line, or the
/// processor would learn what a thousand lines do and not what ten thousand do.
/// </summary>
internal static class SampleContract
{
    private const decimal Rate = 0.10m;

    public static ContractTerms Terms() =>
        new()
        {
            ContractNumber = "benchmark",
            Currency = "USD",
            Retainage = new RetainageTerms.Flat(Rate),
            RetainageSource = RetainageSource.Terms,
            RetainageKeeper = RetainageKeeper.Us,
            StoredMaterials = StoredMaterials.Manual,
            StaleStoragePeriods = 3,
            OverbillingTolerance = 0m,
            NegativeLines = NegativeLines.Accepted,
            CreditDocument = CreditDocument.CreditMemo,
            ResidualPlace = ResidualPlace.LargestLine,
            PostsApprovedAsNoted = true,
        };

    /// <summary>Ten percent until two percent of the contract sum are held, then five: it shares one total over all lines.</summary>
    public static RetainageTerms Scale() =>
        new RetainageTerms.SlidingScale([
            new SlidingScaleRule(Rate, new RetainageLimit(LimitBase.RevisedSum, 0.02m)),
            new SlidingScaleRule(0.05m, new RetainageLimit(LimitBase.RevisedSum, 0.05m)),
        ]);

    public static ContractLedger Ledger(int first, int lines) =>
        new()
        {
            Currency = "USD",
            OriginalContractSum = 50_000m * lines,
            LastPostedNumber = 1,
            PostedRevisions = ["benchmark 1|1"],
            StoredMaterials = StoredMaterials.Manual,
            Lines =
            [
                .. Enumerable
                    .Range(first, lines)
                    .Select(line => new ContractLine
                    {
                        LineId = Id(line),
                        Description = "Line " + Id(line),
                        Coding = "2600 SUB",
                        ScheduledValue = 50_000m,
                        Posted = Posted(line),
                    }),
            ],
        };

    public static Application Application(int first, int lines) =>
        new()
        {
            RecordId = "benchmark 2",
            Number = 2,
            Currency = "USD",
            Status = ApplicationStatus.Approved,
            Lines =
            [
                .. Enumerable
                    .Range(first, lines)
                    .Select(line => new ApplicationLine
                    {
                        LineId = Id(line),
                        WorkPrevious = Work(line),
                        WorkThisPeriod = 1_234.56m + Cents(line),
                        MaterialsStored = Stored(line) / 2m,
                    }),
            ],
        };

    private static LineBalance Posted(int line) =>
        new(
            Work(line) + Stored(line),
            new BucketAmounts(Domain.Amounts.Rounding.ToMinorUnit(Rate * Work(line), Domain.Amounts.Currency.Usd), Rate * Stored(line))
        )
        {
            Stored = Stored(line),
        };

    private static decimal Work(int line) => 10_000m + Cents(line);

    private static decimal Stored(int line) => line % 3 == 0 ? 2_000m : 0m;

    // Primes: the amounts come in no order and repeat after 9,973 lines.
    private static decimal Cents(int line) => line * 7_919 % 9_973 / 100m;

    private static string Id(int line) => line.ToString("00000", CultureInfo.InvariantCulture);
}
