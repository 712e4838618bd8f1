using PowerIntegration.Audit.Contracts;

namespace PowerIntegration.Audit.Form;

/// <summary>Releases of retainage: by what each line holds, largest remainder, never more than it holds.</summary>
internal static class ReleaseBook
{
    /// <summary>Takes the release out of what the rows hold and says what each gave.</summary>
    public static ReleasedParts[] Of(ReleaseSheet release, FormLine[] lines)
    {
        long[] held = [.. lines.Select(line => line.Held)];
        long[] weights = [.. held.Select(amount => Math.Max(0, amount))];
        var wanted = release.Kind switch
        {
            ReleaseKind.Total => Fraction.Divide(release.Amount, weights),
            ReleaseKind.DownTo => Fraction.Divide(held.Sum() - release.Amount, weights),
            ReleaseKind.Lines => Named(release, lines),
            _ => held,
        };
        var kept =
            release.PunchList == 0 ? new long[lines.Length] : Fraction.Divide(release.PunchList, [.. wanted.Select(amount => Math.Max(0, amount))]);
        var parts = new ReleasedParts[lines.Length];
        for (var index = 0; index < lines.Length; index++)
        {
            parts[index] = Take(lines[index], wanted[index]) with { Paid = wanted[index] - kept[index] };
            lines[index].HeldForPunchList += kept[index];
        }

        return parts;
    }

    private static long[] Named(ReleaseSheet release, FormLine[] lines)
    {
        var named = release.Lines.ToDictionary(line => line.Key, line => line.Value, StringComparer.Ordinal);
        return [.. lines.Select(line => named.GetValueOrDefault(line.LineId))];
    }

    // Work gives first, then stored material, then the punch list.
    private static ReleasedParts Take(FormLine line, long amount)
    {
        var isAll = amount == line.Held;
        var work = isAll ? line.HeldOnWork : Math.Min(Math.Max(0, line.HeldOnWork), amount);
        var stored = isAll ? line.HeldOnStored : Math.Min(Math.Max(0, line.HeldOnStored), amount - work);
        line.HeldOnWork -= work;
        line.HeldOnStored -= stored;
        line.HeldForPunchList -= amount - work - stored;
        return new ReleasedParts(work, stored);
    }
}
