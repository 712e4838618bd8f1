using PowerIntegration.Audit.Contracts;

namespace PowerIntegration.Audit.Form;

/// <summary>
/// Lines 5a and 5b of the form and column I, for every way a contract may hold retainage. Rates round on each line, for work and for stored material.
/// Terms about the whole contract round once; the lines share the total by what is billed on them, largest remainder, and each line divides its share
/// between stored material and work.
/// </summary>
internal sealed class RetainageBook
{
    private readonly TermsSheet terms;
    private readonly IReadOnlyList<LineSheet> sheets;
    private readonly long original;

    // True where the rows shared one total when they were written last.
    private bool isShared;

    /// <summary>Opens the book of a contract.</summary>
    /// <param name="terms">The terms.</param>
    /// <param name="sheets">The lines; more may come.</param>
    /// <param name="original">Line 1.</param>
    public RetainageBook(TermsSheet terms, IReadOnlyList<LineSheet> sheets, long original)
    {
        this.terms = terms;
        this.sheets = sheets;
        this.original = original;
    }

    /// <summary>Writes into the rows what is held after the application, with what it releases.</summary>
    public HeldLines Hold(
        FormLine[] lines,
        ReleasedParts[] releasedBefore,
        IReadOnlyList<int> taken,
        RetainageBalances standing,
        ApplicationSheet application
    )
    {
        ReleasedParts[]? released = null;
        if (application.Rows.Count == 0 || application.Number >= terms.FrozenFrom)
        {
            Keep(lines);
        }
        else if (terms.RetainageFromSource)
        {
            released = TakeFromSource(lines, application);
        }
        else
        {
            isShared = false;
            standing = HoldByTerms(lines, releasedBefore, taken, standing);
            StandingReleaseBook.Take(lines, [.. releasedBefore.Select((one, position) => taken.Contains(position) ? default : one)], isShared);
        }

        TakeOut(lines, taken);
        released = application.Release is { } release ? ReleaseBook.Of(release, lines) : released;
        return new HeldLines(lines, released, standing);
    }

    private static void TakeOut(FormLine[] lines, IReadOnlyList<int> taken)
    {
        foreach (var position in taken)
        {
            lines[position].HeldOnWork = 0;
            lines[position].HeldOnStored = 0;
            lines[position].HeldForPunchList = 0;
        }
    }

    private static void Keep(FormLine[] lines)
    {
        foreach (var line in lines)
        {
            line.HeldOnWork = line.PreviousHeldOnWork;
            line.HeldOnStored = line.PreviousHeldOnStored;
        }
    }

    // A line that is not mentioned holds what it held.
    private ReleasedParts[] TakeFromSource(FormLine[] lines, ApplicationSheet application)
    {
        Keep(lines);
        var positions = Enumerable.Range(0, lines.Length).ToDictionary(position => lines[position].LineId, StringComparer.Ordinal);
        var released = new ReleasedParts[lines.Length];
        foreach (var row in application.Rows)
        {
            var position = positions[row.LineId];
            lines[position].HeldOnWork = row.HeldOnWork!.Value;
            lines[position].HeldOnStored = row.HeldOnStored!.Value;
            lines[position].HeldOnWork -= OnCut(row, lines[position], position);
            released[position] = new ReleasedParts(row.ReleasedOnWork ?? 0, row.ReleasedOnStored ?? 0);
            released[position] = released[position] with { Paid = released[position].Total };
        }

        return released;
    }

    // The source states what is held without the cut that the header makes.
    private long OnCut(RowSheet row, FormLine line, int position)
    {
        var rate = (terms.Retainage == RetainageMode.PerLine ? sheets[position].WorkRate : null) ?? terms.WorkRate;
        return Fraction.Share(row.WorkPrevious + row.WorkThisPeriod, rate) - Fraction.Share(line.D + line.E, rate);
    }

    private RetainageBalances HoldByTerms(FormLine[] lines, ReleasedParts[] releasedBefore, IReadOnlyList<int> taken, RetainageBalances standing)
    {
        var sums = BilledSums.Of(original, lines);
        switch (terms.Retainage)
        {
            case RetainageMode.LumpSum:
                Share(lines, Math.Min(terms.LumpSum, Math.Max(0, sums.Gross)));
                break;
            case RetainageMode.SlidingScale:
                Share(lines, ScaleBook.Of(terms.Scale, sums));
                break;
            case RetainageMode.StepWhole or RetainageMode.StepAbove or RetainageMode.StepFromCrossing or RetainageMode.StepStop:
                standing = Reached(lines, releasedBefore, standing, sums);
                Step(lines, standing, sums);
                break;
            default:
                ByRates(lines, terms.WorkRate, terms.StoredRate);
                break;
        }

        // A line that is taken out holds nothing, whatever it held at the threshold.
        TakeOut(lines, taken);
        if (terms.Cap is { } cap && lines.Sum(line => line.HeldOnWork + line.HeldOnStored) > sums.LimitOf(cap))
        {
            Share(lines, Math.Max(0, sums.LimitOf(cap)));
        }

        return standing;
    }

    private RetainageBalances Reached(FormLine[] lines, ReleasedParts[] releasedBefore, RetainageBalances standing, BilledSums sums)
    {
        if (standing.Threshold is not null || sums.ThresholdOf(terms) is not { } threshold || !sums.Reaches(terms, threshold))
        {
            return standing;
        }

        return new RetainageBalances
        {
            Threshold = threshold,
            GrossAt = [.. lines.Select(line => line.PreviousG)],
            HeldAt =
            [
                .. lines.Select(
                    (line, index) =>
                        line.PreviousHeldOnWork + line.PreviousHeldOnStored + (index < releasedBefore.Length ? releasedBefore[index].Total : 0)
                ),
            ],
        };
    }

    private void Step(FormLine[] lines, RetainageBalances standing, BilledSums sums)
    {
        if (standing.Threshold is not { } threshold)
        {
            ByRates(lines, terms.WorkRate, terms.WorkRate);
        }
        else if (terms.Retainage == RetainageMode.StepWhole)
        {
            ByRates(lines, terms.ReducedRate, terms.ReducedRate);
        }
        else if (terms.Retainage == RetainageMode.StepFromCrossing)
        {
            FromCrossing(lines, standing);
        }
        else if (terms.StoredCounts)
        {
            Share(lines, sums.AboveThreshold(terms, threshold));
        }
        else
        {
            AboveThresholdOfWork(lines, sums.AboveThreshold(terms, threshold));
        }
    }

    // Two layers: the balance before the crossing, as far as it is still billed, with the retainage it had; everything else at the reduced rate.
    private void FromCrossing(FormLine[] lines, RetainageBalances standing)
    {
        for (var index = 0; index < lines.Length; index++)
        {
            var wasThere = index < standing.GrossAt.Count;
            long first = wasThere ? standing.GrossAt[index] : 0,
                heldOnFirst = wasThere ? standing.HeldAt[index] : 0,
                stillBilled = first >= 0 ? Math.Clamp(lines[index].G, 0, first) : Math.Clamp(lines[index].G, first, 0);
            if (stillBilled != first)
            {
                heldOnFirst = Fraction.Rounded((Int128)heldOnFirst * stillBilled, first);
            }

            Divide(lines[index], heldOnFirst + Fraction.Share(lines[index].G - stillBilled, terms.ReducedRate));
        }
    }

    // Only work is measured: work shares the total, stored material holds the reduced rate.
    private void AboveThresholdOfWork(FormLine[] lines, long total)
    {
        isShared = true;
        var shares = Shares([.. lines.Select(line => Math.Max(0, line.D + line.E))], total);
        for (var index = 0; index < lines.Length; index++)
        {
            lines[index].HeldOnWork = shares[index];
            lines[index].HeldOnStored = Fraction.Share(lines[index].F, terms.ReducedRate);
        }
    }

    private void ByRates(FormLine[] lines, int workRate, int storedRate)
    {
        var hasOwnRates = terms.Retainage == RetainageMode.PerLine;
        for (var index = 0; index < lines.Length; index++)
        {
            var line = lines[index];
            line.HeldOnWork = Fraction.Share(line.D + line.E, (hasOwnRates ? sheets[index].WorkRate : null) ?? workRate);
            line.HeldOnStored = Fraction.Share(line.F, (hasOwnRates ? sheets[index].StoredRate : null) ?? storedRate);
        }
    }

    private void Share(FormLine[] lines, long total)
    {
        isShared = true;
        var shares = Shares([.. lines.Select(line => Math.Max(0, line.G))], total);
        for (var index = 0; index < lines.Length; index++)
        {
            Divide(lines[index], shares[index]);
        }
    }

    private static long[] Shares(long[] weights, long total) =>
        total == 0 || weights.All(weight => weight == 0) ? new long[weights.Length] : Fraction.Divide(total, weights);

    private static void Divide(FormLine line, long held)
    {
        line.HeldOnStored = line.F == 0 || line.G == 0 ? 0 : Fraction.Rounded((Int128)held * line.F, line.G);
        line.HeldOnWork = held - line.HeldOnStored;
    }
}
