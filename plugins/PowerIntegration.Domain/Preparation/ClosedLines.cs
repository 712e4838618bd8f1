using System.Collections.Generic;
using PowerIntegration.Domain.Billing;
using PowerIntegration.Domain.Documents;

namespace PowerIntegration.Domain.Preparation;

/// <summary>The lines of a preparation that remember what left the schedule of values: neither balance nor movement, only the id.</summary>
internal static class ClosedLines
{
    /// <summary>Adds them behind all others.</summary>
    /// <param name="lines">The lines of the preparation.</param>
    /// <param name="ledger">The ledger that the preparation leaves.</param>
    public static IReadOnlyList<PreparedLine> After(List<PreparedLine> lines, ContractLedger ledger)
    {
        foreach (var closed in ledger.ClosedLines)
        {
            lines.Add(new PreparedLine
            {
                Kind = LineKind.ClosedLine, LineNumber = lines.Count + 1, ProcoreLineId = closed.LineId, Description = closed.Description, Amount = 0m,
            });
        }

        return lines;
    }
}
