using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.ContractBilling;
using PowerIntegration.Domain.ContractBilling.Documents;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Wbs;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;

/// <summary>
/// Lays what was billed down as the lines of a preparation: one for every line of the commitment, which carries its balances and, where its gross
/// moves, its place in an Oracle document; then the lines that belong to no single movement.
/// </summary>
internal sealed class PreparedLines
{
    private readonly IReadOnlyDictionary<string, CodedLine> coded;
    private readonly IReadOnlyDictionary<string, TaskCoding> ledgerCodings;
    private readonly ILookup<string, PurchaseOrderLink> links;
    private readonly string retainageAccount;
    private readonly Dictionary<string, Place> movements = new(StringComparer.Ordinal);
    private readonly List<Place> others = [];

    private PreparedLines(BillingOutcome.Billed billed, IReadOnlyDictionary<string, CodedLine> coded, PreparationFacts facts)
    {
        this.coded = coded;
        ledgerCodings = facts.LedgerCodings;
        links = facts.Links.ToLookup(link => link.ProcoreLineId, StringComparer.Ordinal);
        retainageAccount = facts.Payables.RetainageAccount;
        for (var document = 0; document < billed.Documents.Count; document++)
        {
            var lines = billed.Documents[document].Lines;
            for (var index = 0; index < lines.Count; index++)
            {
                Put(new Place(lines[index], document + 1, index + 1));
            }
        }
    }

    /// <summary>The lines; those that are sent add up to the documents.</summary>
    /// <param name="billed">What the engine billed.</param>
    /// <param name="coded">Coding of every cost line.</param>
    /// <param name="facts">What the preparation decides from.</param>
    /// <exception cref="InvariantBrokenException">A cost line has no coding, or the lines do not add up.</exception>
    public static IReadOnlyList<PreparedLine> Of(BillingOutcome.Billed billed, IReadOnlyDictionary<string, CodedLine> coded, PreparationFacts facts)
    {
        var builder = new PreparedLines(billed, coded, facts);
        var next = billed.NextLedger.Lines.ToDictionary(line => line.LineId, StringComparer.Ordinal);
        var lines = new List<PreparedLine>(billed.Lines.Count + builder.others.Count);
        foreach (var line in billed.Lines)
        {
            next.TryGetValue(line.LineId, out var posted);
            lines.Add(builder.Ledger(line, posted, lines.Count + 1));
        }

        foreach (var place in builder.others)
        {
            lines.Add(builder.Other(place, lines.Count + 1));
        }

        RequireWhole(lines, billed);
        return lines;
    }

    private void Put(Place place)
    {
        if (place.Line.Kind == BillingLineKind.Movement)
        {
            movements.Add(place.Line.LineId!, place);
        }
        else
        {
            others.Add(place);
        }
    }

    private PreparedLine Ledger(ContinuationLine line, ContractLine? posted, int number)
    {
        movements.TryGetValue(line.LineId, out var place);
        var ledger = new PreparedLine
        {
            Kind = LineKind.ScheduleOfValues,
            LineNumber = number,
            ProcoreLineId = line.LineId,
            Description = line.Description,
            FlatCode = line.Coding,
            // A line that the next ledger does not have any more leaves it here too.
            ScheduledValue = posted is null ? null : line.ScheduledValue,
            WorkPrevious = line.WorkPrevious,
            WorkThisPeriod = line.WorkThisPeriod,
            GrossBefore = line.Before.Gross,
            GrossAfter = line.After.Gross,
            StoredBefore = line.Before.Stored,
            StoredAfter = line.After.Stored,
            WorkRetainageBefore = line.Before.Retainage.Work,
            WorkRetainageAfter = line.After.Retainage.Work,
            StoredRetainageBefore = line.Before.Retainage.Stored,
            StoredRetainageAfter = line.After.Retainage.Stored,
            PunchListBefore = line.Before.Retainage.PunchList,
            PunchListAfter = line.After.Retainage.PunchList,
            WorkReleased = posted?.Released.Work ?? 0m,
            StoredReleased = posted?.Released.Stored ?? 0m,
            StoredUnchangedPeriods = posted?.StoredUnchangedPeriods ?? 0,
            ThresholdGross = posted?.AtThreshold?.Gross,
            ThresholdStored = posted?.AtThreshold?.Stored,
            ThresholdWorkRetainage = posted?.AtThreshold?.Retainage.Work,
            ThresholdStoredRetainage = posted?.AtThreshold?.Retainage.Stored,
            Amount = place?.Line.Amount ?? 0m,
            PayablesInvoice = place?.Document,
            OracleLineNumber = place?.Number,
        };
        return place is null ? Kept(ledger, line.LineId) : WithCoding(ledger, line.LineId);
    }

    private PreparedLine Other(Place place, int number)
    {
        var line = new PreparedLine
        {
            Kind = place.Line.Kind switch
            {
                BillingLineKind.CatchUp => LineKind.CatchUp,
                BillingLineKind.RetainageWithheld => LineKind.RetainageWithheld,
                BillingLineKind.RetainageReleased => LineKind.RetainageReleased,
                BillingLineKind.Deduction => LineKind.Deduction,
                _ => throw new InvariantBrokenException($"A line of kind {place.Line.Kind} belongs to no ledger line."),
            },
            LineNumber = number,
            ProcoreLineId = place.Line.LineId,
            Description = place.Line.Description,
            Amount = place.Line.Amount,
            PayablesInvoice = place.Document,
            OracleLineNumber = place.Number,
        };
        return place.Line.Role == AccountRole.Cost
            ? WithCoding(line, place.Line.LineId!)
            : line with
            {
                Account = place.Line.Account ?? retainageAccount,
            };
    }

    private PreparedLine WithCoding(PreparedLine line, string lineId)
    {
        var coding = coded.TryGetValue(lineId, out var found)
            ? found
            : throw new InvariantBrokenException($"Line {lineId} is sent as cost and has no coding.");
        return With(With(line, coding.Coding), coding.PurchaseOrder);
    }

    // A line that is not sent keeps its coding too: it may be credited later, when no application mentions it any more.
    private PreparedLine Kept(PreparedLine line, string lineId)
    {
        var link = links[lineId].FirstOrDefault();
        var coding = link?.Coding ?? (ledgerCodings.TryGetValue(lineId, out var kept) ? kept : null);
        return With(coding is null ? line : With(line, coding), link);
    }

    private static PreparedLine With(PreparedLine line, PurchaseOrderLink? link) =>
        link is null
            ? line
            : line with
            {
                PurchaseOrderNumber = link.PurchaseOrderNumber,
                PurchaseOrderLine = link.Line,
                PurchaseOrderSchedule = link.Schedule,
            };

    private static PreparedLine With(PreparedLine line, TaskCoding coding) =>
        line with
        {
            OracleProjectNumber = coding.ProjectNumber,
            TaskNumber = coding.TaskNumber,
            ExpenditureType = coding.ExpenditureType,
            ExpenditureOrganization = coding.ExpenditureOrganization,
        };

    private static void RequireWhole(List<PreparedLine> lines, BillingOutcome.Billed billed)
    {
        for (var document = 0; document < billed.Documents.Count; document++)
        {
            var own = lines.Where(line => line.PayablesInvoice == document + 1).ToList();
            Residual.RequireZero(billed.Documents[document].Amount, own.Select(line => line.Amount), "The lines of a document add up to its amount.");
            Invariant.Require(own.Count == billed.Documents[document].Lines.Count, "Every line of a document is laid down once.");
        }

        Residual.RequireZero(
            billed.After.GrossMovement,
            lines.Where(line => line.Kind is LineKind.ScheduleOfValues or LineKind.CatchUp).Select(line => line.Amount),
            "Cost lines add up to the gross movement."
        );
        Invariant.Require(
            lines.Where(line => line.IsSent).All(line => line.TaskNumber is null != (line.Account is null)),
            "A line that is sent carries one task coding, or an account and no project."
        );
    }

    private sealed record Place(BillingDocumentLine Line, int Document, int Number);
}
