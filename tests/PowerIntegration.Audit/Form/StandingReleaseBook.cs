namespace PowerIntegration.Audit.Form;

/// <summary>
/// Earlier releases, taken again and again out of what the terms hold to date: each out of its own part of the line, then out of the line's other
/// part. Where the lines share one total, what a line cannot give the others give.
/// </summary>
internal static class StandingReleaseBook
{
    /// <summary>Takes them out of the rows.</summary>
    /// <param name="lines">The rows, with what the terms hold.</param>
    /// <param name="released">What was released before, by position.</param>
    /// <param name="isShared">True where the rows share one total.</param>
    public static void Take(FormLine[] lines, ReleasedParts[] released, bool isShared)
    {
        long missing = 0;
        for (var index = 0; index < released.Length; index++)
        {
            missing += Take(lines[index], released[index]);
        }

        if (!isShared || missing == 0)
        {
            return;
        }

        long[] weights = [.. lines.Select(line => Math.Max(0, line.HeldOnWork + line.HeldOnStored))];
        var there = weights.Sum();
        if (there == 0)
        {
            return;
        }

        var shares = Fraction.Divide(Math.Min(missing, there), weights);
        for (var index = 0; index < lines.Length; index++)
        {
            FromStored(lines[index], FromWork(lines[index], shares[index]));
        }
    }

    // What the line cannot give.
    private static long Take(FormLine line, ReleasedParts released) =>
        FromStored(line, FromWork(line, FromWork(line, released.Work) + FromStored(line, released.Stored)));

    private static long FromWork(FormLine line, long amount)
    {
        var given = Math.Min(amount, Math.Max(0, line.HeldOnWork));
        line.HeldOnWork -= given;
        return amount - given;
    }

    private static long FromStored(FormLine line, long amount)
    {
        var given = Math.Min(amount, Math.Max(0, line.HeldOnStored));
        line.HeldOnStored -= given;
        return amount - given;
    }
}
