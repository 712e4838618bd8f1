using PowerIntegration.Audit.Contracts;

namespace PowerIntegration.Audit.Form;

/// <summary>
/// What a header does to the rows: a cut goes to the mentioned rows by their work this period and what they catch up; what a certified total differs
/// by, within rounding, goes to the largest mentioned row.
/// </summary>
internal static class HeaderBook
{
    /// <summary>Takes a gross cut off the rows: off E, then off what is caught up, which is in D.</summary>
    public static void Cut(FormLine[] lines, ApplicationSheet application, long cut)
    {
        var named = Named(application);
        long[] weights = [.. lines.Select(line => named.Contains(line.LineId) ? Math.Max(0, line.E + line.CaughtUp) : 0)];
        var shares = Fraction.Divide(cut, weights);
        for (var index = 0; index < lines.Length; index++)
        {
            var fromE = Math.Min(shares[index], Math.Max(0, lines[index].E));
            lines[index].E -= fromE;
            lines[index].D -= shares[index] - fromE;
            lines[index].CaughtUp -= shares[index] - fromE;
        }
    }

    /// <summary>What a cut may take at most.</summary>
    public static long Cuttable(IReadOnlyList<FormLine> lines, ApplicationSheet application)
    {
        var named = Named(application);
        return lines.Where(line => named.Contains(line.LineId)).Sum(line => Math.Max(0, line.E + line.CaughtUp));
    }

    /// <summary>Gives the certified totals' differences to rows.</summary>
    public static void Certify(FormLine[] lines, ApplicationSheet application)
    {
        if (application.Certified is not { IsBeforeCut: false } certified)
        {
            return;
        }

        var named = Named(application);
        FormLine[] takers = named.Count == 0 ? lines : [.. lines.Where(line => named.Contains(line.LineId))];
        var gross = (certified.Line4 ?? 0) - (certified.Line4 is null ? 0 : lines.Sum(line => line.G));
        var held = (certified.Line5 ?? 0) - (certified.Line5 is null ? 0 : lines.Sum(line => line.Held));
        if (gross != 0)
        {
            Largest(takers, line => line.G).E += gross;
        }

        if (held == 0)
        {
            return;
        }

        var taker = Largest(takers, line => line.Held);
        if (Math.Abs(taker.HeldOnStored) > Math.Abs(taker.HeldOnWork))
        {
            taker.HeldOnStored += held;
        }
        else
        {
            taker.HeldOnWork += held;
        }
    }

    private static HashSet<string> Named(ApplicationSheet application) => [.. application.Rows.Select(row => row.LineId)];

    private static FormLine Largest(FormLine[] lines, Func<FormLine, long> size) =>
        lines.OrderByDescending(line => Math.Abs(size(line))).ThenBy(line => line.LineId, StringComparer.Ordinal).First();
}
