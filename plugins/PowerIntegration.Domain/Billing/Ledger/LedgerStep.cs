using System;
using System.Collections.Generic;
using System.Linq;

namespace PowerIntegration.Domain.Billing;

/// <summary>The ledger once an application is posted.</summary>
internal static class LedgerStep
{
    public static ContractLedger Of(BillingSheet sheet, ContinuationLine[] certified)
    {
        var lines = new List<ContractLine>(sheet.Lines.Count);
        var isAnyDeleted = sheet.Schedule.Deleted.Count > 0;
        for (var index = 0; index < certified.Length; index++)
        {
            var line = sheet.Lines[index];
            if (!isAnyDeleted || !sheet.Schedule.Deleted.ContainsKey(line.LineId) || line.Gross != 0m || line.Held != default)
            {
                lines.Add(Next(sheet, line, certified[index]));
            }
        }

        return sheet.Ledger with
        {
            Lines = lines,
            ClosedLines = sheet.Application.ScheduleChanges.Count == 0 ? sheet.Ledger.ClosedLines : Closed(sheet, lines),
            LastPostedNumber = sheet.Application.Number,
            PostedRevisions = [.. sheet.Ledger.PostedRevisions, sheet.Application.RevisionKey],
            StoredMaterials = sheet.Terms.StoredMaterials,
            Threshold = sheet.Threshold,
        };
    }

    // Whatever the ledger had and has no more, whichever change took it out.
    private static IReadOnlyList<ClosedLine> Closed(BillingSheet sheet, List<ContractLine> next)
    {
        var open = new HashSet<string>(next.Select(line => line.LineId), StringComparer.Ordinal);
        return
        [
            .. sheet.Ledger.ClosedLines.Where(line => !open.Contains(line.LineId)),
            .. sheet.Ledger.Lines.Where(line => !open.Contains(line.LineId)).Select(line => new ClosedLine(line.LineId, line.Description)),
        ];
    }

    private static ContractLine Next(BillingSheet sheet, SheetLine line, ContinuationLine certified)
    {
        var isSame = line.Stored != 0m && line.Stored == line.Posted.Posted.Stored && !sheet.IsCorrection;
        return line.Posted with
        {
            ScheduledValue = line.ScheduledValue,
            Posted = certified.After,
            Released = line.Released,
            AtThreshold = line.AtThreshold ?? line.Posted.AtThreshold,
            StoredUnchangedPeriods = isSame ? line.Posted.StoredUnchangedPeriods + 1 : 0,
        };
    }
}
