using PowerIntegration.Audit.Contracts;

namespace PowerIntegration.Audit.Form;

/// <summary>The sums of the sheet that terms about the whole contract look at, in cents.</summary>
/// <param name="Original">Line 1.</param>
/// <param name="Revised">Line 3.</param>
/// <param name="Gross">Line 4.</param>
/// <param name="Work">The part of line 4 that is not a stored material.</param>
internal sealed record BilledSums(long Original, long Revised, long Gross, long Work)
{
    private const long Million = 1_000_000;

    /// <summary>Adds up the rows.</summary>
    public static BilledSums Of(long original, IReadOnlyList<FormLine> lines)
    {
        long revised = 0,
            gross = 0,
            work = 0;
        foreach (var line in lines)
        {
            revised += line.C;
            gross += line.G;
            work += line.D + line.E;
        }

        return new BilledSums(original, revised, gross, work);
    }

    /// <summary>A limit in cents.</summary>
    public long LimitOf(HeldLimit limit) =>
        limit.Base switch
        {
            ShareBase.Original => Fraction.Share(Original, limit.Value),
            ShareBase.Revised => Fraction.Share(Revised, limit.Value),
            _ => limit.Value,
        };

    /// <summary>What is measured against the threshold.</summary>
    public long Measured(TermsSheet terms) => terms.StoredCounts ? Gross : Work;

    /// <summary>Where the threshold lies, in millionths of a cent; none where the contract is worth nothing.</summary>
    public Int128? ThresholdOf(TermsSheet terms)
    {
        var sum = terms.ThresholdBase == ShareBase.Original ? Original : Revised;
        return sum > 0 ? (Int128)sum * terms.Threshold : null;
    }

    /// <summary>True where the measure has come to the threshold.</summary>
    public bool Reaches(TermsSheet terms, Int128 threshold) => (Int128)Measured(terms) * Million >= threshold;

    /// <summary>The first rate up to the threshold and the reduced rate above it, to the cent.</summary>
    public long AboveThreshold(TermsSheet terms, Int128 threshold)
    {
        var measured = (Int128)Measured(terms) * Million;
        var below = Int128.Min(measured, threshold);
        var above = Int128.Max(0, measured - threshold);
        return Fraction.Rounded((terms.WorkRate * below) + (terms.ReducedRate * above), (Int128)Million * Million);
    }
}
