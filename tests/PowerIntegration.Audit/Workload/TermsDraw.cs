using PowerIntegration.Audit.Contracts;

namespace PowerIntegration.Audit.Workload;

/// <summary>Draws the terms of a contract: every way of holding retainage occurs.</summary>
internal static class TermsDraw
{
    // Frequent ways stand more than once.
    private static readonly RetainageMode[] Modes =
    [
        RetainageMode.Flat,
        RetainageMode.Flat,
        RetainageMode.Flat,
        RetainageMode.Split,
        RetainageMode.Split,
        RetainageMode.PerLine,
        RetainageMode.PerLine,
        RetainageMode.None,
        RetainageMode.LumpSum,
        RetainageMode.StepWhole,
        RetainageMode.StepAbove,
        RetainageMode.StepFromCrossing,
        RetainageMode.StepStop,
        RetainageMode.SlidingScale,
        RetainageMode.SlidingScale,
    ];

    // Parts of a million; the odd ones make odd cents.
    private static readonly int[] Rates = [100_000, 100_000, 50_000, 80_000, 75_000, 33_333, 25_000, 30_000];

    /// <summary>Draws the terms.</summary>
    public static TermsSheet Of(SeededNumbers numbers, long originalSum)
    {
        var mode = Modes[numbers.Below(Modes.Length)];
        var rate = Rate(numbers);
        var isPlain = mode is RetainageMode.Flat or RetainageMode.Split or RetainageMode.PerLine;
        var terms = new TermsSheet
        {
            Retainage = mode,
            WorkRate = rate,
            StoredRate = mode is RetainageMode.Split or RetainageMode.PerLine ? Rate(numbers) : rate,
            RetainageFromSource = isPlain && numbers.OneIn(4),
            FrozenFrom = numbers.OneIn(12) ? (int)numbers.Between(1, 40) : null,
            SplitsBySign = numbers.OneIn(2),
            Memo = numbers.OneIn(3) ? MemoKind.Debit : MemoKind.Credit,
            Cap = numbers.OneIn(8) ? Cap(numbers, originalSum) : null,
        };
        terms =
            terms.RetainageFromSource ? terms with { FrozenFrom = null, Cap = null }
            : terms.FrozenFrom is not null ? terms with { Cap = null }
            : terms;
        return mode switch
        {
            RetainageMode.None => terms with { WorkRate = 0, StoredRate = 0 },
            RetainageMode.LumpSum => terms with { LumpSum = numbers.PartOf(originalSum, 8), WorkRate = 0, StoredRate = 0 },
            RetainageMode.StepWhole or RetainageMode.StepAbove or RetainageMode.StepFromCrossing or RetainageMode.StepStop => terms with
            {
                ReducedRate = mode == RetainageMode.StepStop ? 0 : rate / 2,
                Threshold = numbers.OneIn(4) ? 333_333 : 500_000,
                ThresholdBase = numbers.OneIn(2) ? ShareBase.Original : ShareBase.Revised,
                StoredCounts = numbers.OneIn(2),
            },
            RetainageMode.SlidingScale => terms with { Scale = Scale(numbers, originalSum) },
            _ => terms,
        };
    }

    /// <summary>A line's own rate, or none.</summary>
    public static int? OwnRate(SeededNumbers numbers) => numbers.OneIn(3) ? Rate(numbers) : null;

    private static HeldLimit Cap(SeededNumbers numbers, long originalSum)
    {
        var kind = (ShareBase)numbers.Below(3);
        var share = numbers.Between(10_000, 60_000);
        return new HeldLimit(kind, kind == ShareBase.Amount ? originalSum * share / 1_000_000 : share);
    }

    private static int Rate(SeededNumbers numbers) => Rates[numbers.Below(Rates.Length)];

    // Limits rise from rule to rule; the last one ends the withholding.
    private static List<ScaleRule> Scale(SeededNumbers numbers, long originalSum)
    {
        var kind = (ShareBase)numbers.Below(3);
        var rules = new List<ScaleRule>();
        long limit = 0;
        for (var count = numbers.Between(1, 5); count > 0; count--)
        {
            limit += numbers.Between(4_000, 22_000);
            rules.Add(new ScaleRule(Rate(numbers), new HeldLimit(kind, kind == ShareBase.Amount ? originalSum * limit / 1_000_000 : limit)));
        }

        return rules;
    }
}
