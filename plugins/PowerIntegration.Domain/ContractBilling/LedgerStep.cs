using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Sheet;

namespace PowerIntegration.Domain.ContractBilling;

/// <summary>The ledger after an application is posted.</summary>
internal static class LedgerStep
{
    public static ContractLedger Of(BillingSheet sheet, ContinuationLine[] certified)
    {
        var lines = new List<ContractLine>(certified.Length);
        var isAnyDeleted = sheet.Schedule.Deleted.Count > 0;
        foreach (var line in certified)
        {
            if (!isAnyDeleted || !sheet.Schedule.Deleted.ContainsKey(line.LineId) || line.To.Gross != 0m || line.To.Retainage != default)
            {
                lines.Add(line.Next);
            }
        }

        return sheet.Ledger with
        {
            Lines = lines,
            ChangeOrders = sheet.ChangeOrders,
            ClosedLines = sheet.Application.ScheduleChanges.Count == 0 ? sheet.Ledger.ClosedLines : Closed(sheet, lines),
            LastPostedNumber = sheet.Application.Number,
            PostedRevisions = [.. sheet.Ledger.PostedRevisions, sheet.Application.RevisionKey],
            StoredMaterials = sheet.Terms.StoredMaterials,
            Threshold = sheet.Threshold,
        };
    }

    // Every line that the ledger had and no longer has, whichever change removed it.
    private static IReadOnlyList<ClosedLine> Closed(BillingSheet sheet, List<ContractLine> next)
    {
        var open = new HashSet<string>(next.Select(line => line.LineId), StringComparer.Ordinal);
        return
        [
            .. sheet.Ledger.ClosedLines.Where(line => !open.Contains(line.LineId)),
            .. sheet.Ledger.Lines.Where(line => !open.Contains(line.LineId)).Select(line => new ClosedLine(line.LineId, line.Description)),
        ];
    }
}
