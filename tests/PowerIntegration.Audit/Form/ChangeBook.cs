using PowerIntegration.Audit.Contracts;

namespace PowerIntegration.Audit.Form;

/// <summary>The balances of lines that are split or merged: every balance divides like the gross, and nothing is lost.</summary>
internal static class ChangeBook
{
    /// <summary>The rows of the parts.</summary>
    public static List<FormLine> Split(FormLine line, IReadOnlyList<PartSheet> parts)
    {
        var weights = Weights(line, parts);
        var gross = parts[0].Gross is null ? Fraction.Divide(line.G, weights) : [.. parts.Select(part => part.Gross!.Value)];
        long[] stored = Fraction.Divide(line.F, weights),
            work = Fraction.Divide(line.HeldOnWork, weights),
            onStored = Fraction.Divide(line.HeldOnStored, weights),
            punchList = Fraction.Divide(line.HeldForPunchList, weights);
        return
        [
            .. parts.Select(
                (part, index) =>
                    new FormLine
                    {
                        LineId = part.Line.Id,
                        Coding = line.Coding,
                        C = part.Line.Value,
                        D = gross[index] - stored[index],
                        F = stored[index],
                        HeldOnWork = work[index],
                        HeldOnStored = onStored[index],
                        HeldForPunchList = punchList[index],
                    }
            ),
        ];
    }

    /// <summary>What was released on the parts.</summary>
    public static List<ReleasedParts> Split(FormLine line, ReleasedParts released, IReadOnlyList<PartSheet> parts)
    {
        var weights = Weights(line, parts);
        return
        [
            .. Fraction
                .Divide(released.Work, weights)
                .Zip(Fraction.Divide(released.Stored, weights), (work, stored) => new ReleasedParts(work, stored)),
        ];
    }

    /// <summary>The row of all lines together.</summary>
    public static FormLine Merge(IReadOnlyList<FormLine> lines, LineSheet into) =>
        new()
        {
            LineId = into.Id,
            Coding = lines[0].Coding,
            C = lines.Sum(line => line.C),
            D = lines.Sum(line => line.D + line.E),
            F = lines.Sum(line => line.F),
            HeldOnWork = lines.Sum(line => line.HeldOnWork),
            HeldOnStored = lines.Sum(line => line.HeldOnStored),
            HeldForPunchList = lines.Sum(line => line.HeldForPunchList),
        };

    // Like what was billed on each part where that is said, else like their values; by halves where neither says anything.
    private static long[] Weights(FormLine line, IReadOnlyList<PartSheet> parts)
    {
        long[] weights = [.. parts.Select(part => part.Gross is { } gross ? gross * (line.G < 0 ? -1 : 1) : part.Line.Value)];
        return weights.All(weight => weight == 0) ? [.. weights.Select(_ => 1L)] : weights;
    }
}
