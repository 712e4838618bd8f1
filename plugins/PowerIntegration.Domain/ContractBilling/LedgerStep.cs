using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Sheet;
using PowerIntegration.Domain.Dates;

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
            LastPeriodEnd = PeriodEnd(sheet),
            PostedRevisions = [.. sheet.Ledger.PostedRevisions, sheet.Application.RevisionKey],
            StoredMaterials = sheet.Terms.StoredMaterials,
            Threshold = sheet.Threshold,
        };
    }

    // A release of its own has the number of the last posted application; its day is not the end of a billing period.
    private static CalendarDate? PeriodEnd(BillingSheet sheet) =>
        sheet.Application.IsReleaseOnly && sheet.Application.Number == sheet.Ledger.LastPostedNumber
            ? sheet.Ledger.LastPeriodEnd
            : sheet.Application.PeriodEnd ?? sheet.Ledger.LastPeriodEnd;

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
