using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Reversals;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Reversals;

/// <summary>The lines of a reversal: the ledger from now back to the base, and the opposite of what a paid document posted.</summary>
internal static class ReversalLines
{
    /// <summary>The lines.</summary>
    public static IReadOnlyList<PreparedLine> Of(ReversalFacts facts, ReversalOutcome.Reversed reversed)
    {
        var credited = reversed
            .Actions.Select((action, index) => action is ReversalAction.Credit ? index + 1 : 0)
            .Where(number => number > 0)
            .ToList();
        var posted = facts.Posted.Lines.ToLookup(line => line.Kind == LineKind.ScheduleOfValues ? line.ProcoreLineId : null, StringComparer.Ordinal);
        var bases = (facts.BaseInvoice?.Lines ?? []).ToLookup(
            line => line.Kind == LineKind.ScheduleOfValues ? line.ProcoreLineId : null,
            StringComparer.Ordinal
        );
        var lines = new List<PreparedLine>();
        var moved = new List<PreparedLine>();
        foreach (var id in facts.Ledger.Lines.Concat(facts.Base.Lines).Select(line => line.LineId).Distinct(StringComparer.Ordinal))
        {
            var now = facts.Ledger.Lines.FirstOrDefault(line => line.LineId == id);
            var before = facts.Base.Lines.FirstOrDefault(line => line.LineId == id);
            var original = posted[id].FirstOrDefault();
            var earlier = bases[id].FirstOrDefault(line => line.TaskNumber is not null) ?? original;
            var isSent = IsCredited(original, credited);
            var line = Ledger(now, before, lines.Count + 1);
            if (isSent && !IsSameCoding(original!, earlier!))
            {
                // The credit goes to the coding of what it credits, and the ledger back to the coding from before.
                moved.Add(original!);
                isSent = false;
            }

            lines.Add(isSent ? Sent(line, original!) : WithCoding(line, earlier));
        }

        foreach (var line in moved)
        {
            lines.Add(Sent(Credit(line, lines.Count + 1), line));
        }

        foreach (var line in facts.Posted.Lines.Where(line => line.Kind != LineKind.ScheduleOfValues && IsCredited(line, credited)))
        {
            lines.Add(Opposite(line, lines.Count + 1));
        }

        return ClosedLines.After(lines, facts.Base);
    }

    private static bool IsCredited(PreparedLine? line, List<int> credited) => line?.PayablesInvoice is { } document && credited.Contains(document);

    private static PreparedLine Ledger(ContractLine? now, ContractLine? before, int number)
    {
        var line = before ?? now!;
        var after = before?.Posted ?? default;
        var from = now?.Posted ?? default;
        return new PreparedLine
        {
            Kind = LineKind.ScheduleOfValues,
            LineNumber = number,
            ProcoreLineId = line.LineId,
            Description = line.Description,
            FlatCode = line.Coding,
            // A line that the base does not know has no value any more, and so leaves the ledger.
            ScheduledValue = before?.ScheduledValue,
            WorkPrevious = from.Work,
            WorkThisPeriod = after.Work - from.Work,
            GrossBefore = from.Gross,
            GrossAfter = after.Gross,
            StoredBefore = from.Stored,
            StoredAfter = after.Stored,
            WorkRetainageBefore = from.Retainage.Work,
            WorkRetainageAfter = after.Retainage.Work,
            StoredRetainageBefore = from.Retainage.Stored,
            StoredRetainageAfter = after.Retainage.Stored,
            PunchListBefore = from.Retainage.PunchList,
            PunchListAfter = after.Retainage.PunchList,
            WorkReleased = before?.Released.Work ?? 0m,
            StoredReleased = before?.Released.Stored ?? 0m,
            StoredUnchangedPeriods = before?.StoredUnchangedPeriods ?? 0,
            ThresholdGross = before?.AtThreshold?.Gross,
            ThresholdStored = before?.AtThreshold?.Stored,
            ThresholdWorkRetainage = before?.AtThreshold?.Retainage.Work,
            ThresholdStoredRetainage = before?.AtThreshold?.Retainage.Stored,
            Amount = 0m,
        };
    }

    private static PreparedLine Sent(PreparedLine line, PreparedLine original) =>
        WithCoding(line, original) with
        {
            Amount = -original.Amount,
            PayablesInvoice = original.PayablesInvoice,
            OracleLineNumber = original.OracleLineNumber,
        };

    // It moves no balance: the line of the ledger does.
    private static PreparedLine Credit(PreparedLine original, int number) =>
        new()
        {
            Kind = LineKind.CatchUp,
            LineNumber = number,
            ProcoreLineId = original.ProcoreLineId,
            Description = "Reversal: " + original.Description,
            Amount = 0m,
        };

    private static PreparedLine WithCoding(PreparedLine line, PreparedLine? coded) =>
        coded is null
            ? line
            : line with
            {
                PurchaseOrderNumber = coded.PurchaseOrderNumber,
                PurchaseOrderLine = coded.PurchaseOrderLine,
                PurchaseOrderSchedule = coded.PurchaseOrderSchedule,
                OracleProjectNumber = coded.OracleProjectNumber,
                TaskNumber = coded.TaskNumber,
                ExpenditureType = coded.ExpenditureType,
                ExpenditureOrganization = coded.ExpenditureOrganization,
            };

    private static bool IsSameCoding(PreparedLine line, PreparedLine other) => WithCoding(line, other) == line;

    private static PreparedLine Opposite(PreparedLine line, int number) =>
        line with
        {
            LineNumber = number,
            Amount = -line.Amount,
            Description = "Reversal: " + line.Description,
            Kind = line.Kind switch
            {
                LineKind.RetainageWithheld => LineKind.RetainageReleased,
                LineKind.RetainageReleased => LineKind.RetainageWithheld,
                var same => same,
            },
        };
}
