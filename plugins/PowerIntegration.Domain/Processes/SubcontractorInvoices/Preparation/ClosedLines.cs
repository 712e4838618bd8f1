using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;

/// <summary>
/// The lines of a preparation that remember what left the schedule of values: neither balance nor movement, only the id. A line that was closed at
/// what was billed has its balance as well, on a line of its own.
/// </summary>
internal static class ClosedLines
{
    /// <summary>Adds them behind all others.</summary>
    /// <param name="lines">The lines of the preparation.</param>
    /// <param name="ledger">The ledger that the preparation leaves.</param>
    public static IReadOnlyList<PreparedLine> After(List<PreparedLine> lines, ContractLedger ledger)
    {
        var atBilled = ledger.Lines.Where(line => line.IsClosed).Select(line => new ClosedLine(line.LineId, line.Description));
        foreach (var closed in ledger.ClosedLines.Concat(atBilled))
        {
            lines.Add(
                new PreparedLine
                {
                    Kind = LineKind.ClosedLine,
                    LineNumber = lines.Count + 1,
                    ProcoreLineId = closed.LineId,
                    Description = closed.Description,
                    Amount = 0m,
                }
            );
        }

        return lines;
    }
}
