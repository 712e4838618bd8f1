using PowerIntegration.Audit.Contracts;

namespace PowerIntegration.Audit.Form;

/// <summary>What is booked as cost: this period's gross where the line is coded now; what was billed before only where a recoding moves it.</summary>
public static class CostBook
{
    /// <summary>The cost of every line that has any.</summary>
    public static IReadOnlyList<Cost> Of(IReadOnlyList<FormLine> lines, ApplicationSheet application)
    {
        var moved = application
            .Changes.Where(change => change is { Kind: ChangeKind.Recode, MovesBilled: true })
            .Select(change => change.LineIds[0])
            .ToHashSet(StringComparer.Ordinal);
        var costs = new List<Cost>(lines.Count);
        foreach (var line in lines)
        {
            Add(costs, new Cost(line.LineId, line.Coding, line.Gross, IsSent: true));
            if (moved.Count > 0 && moved.Contains(line.LineId))
            {
                Add(costs, new Cost(line.LineId, line.Coding, line.PreviousG, IsSent: false));
                Add(costs, new Cost(line.LineId, line.PreviousCoding, -line.PreviousG, IsSent: false));
            }
        }

        return costs;
    }

    private static void Add(List<Cost> costs, Cost cost)
    {
        if (cost.Amount != 0)
        {
            costs.Add(cost);
        }
    }
}
