using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Documents;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Wbs;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;

/// <summary>The ledger that a posted preparation leaves: its lines, with their balances after.</summary>
public static class PreparedLedger
{
    /// <summary>The ledger. A line without a scheduled value was moved out of it by a reversal.</summary>
    /// <param name="posted">The preparation that is the commitment's base.</param>
    /// <param name="postedRevisions">Revisions that are posted, as <see cref="Application.RevisionKey"/>.</param>
    public static ContractLedger Of(PreparedInvoice posted, IReadOnlyList<string> postedRevisions)
    {
        var ledger = new ContractLedger
        {
            Currency = posted.Currency,
            OriginalContractSum = posted.OriginalContractSum,
            ChangeOrders = posted.ChangeOrders,
            Lines = [.. Lines(posted).Where(line => line.ScheduledValue is not null).Select(Line)],
            LastPostedNumber = posted.LastPostedNumber,
            LastPeriodEnd = PeriodEnd(posted),
            PostedRevisions = postedRevisions,
            StoredMaterials = posted.StoredMaterials,
            Threshold = posted.Threshold,
        };
        return ledger.WithClosed([
            .. posted
                .Lines.Where(line => line.Kind == LineKind.ClosedLine)
                .OrderBy(line => line.LineNumber)
                .Select(line => new ClosedLine(line.ProcoreLineId!, line.Description)),
        ]);
    }

    // Only an invoice for work shows a period for certain: a release has a day of its own, and a reversal the period of what it reversed.
    private static CalendarDate? PeriodEnd(PreparedInvoice posted) =>
        posted.Documents.Any(document => document is { Action: PayablesAction.Create, Kind: BillingDocumentKind.StandardInvoice })
            ? posted.ExpenditureItemDate
            : null;

    /// <summary>The codings with which lines posted last, by line.</summary>
    /// <param name="posted">The preparation that is the commitment's base.</param>
    public static IReadOnlyDictionary<string, TaskCoding> Codings(PreparedInvoice posted)
    {
        var codings = new Dictionary<string, TaskCoding>(StringComparer.Ordinal);
        foreach (var line in Lines(posted).Where(line => line.TaskNumber is not null))
        {
            codings[line.ProcoreLineId!] = new TaskCoding(
                line.OracleProjectNumber!,
                line.TaskNumber!,
                line.ExpenditureType!,
                line.ExpenditureOrganization!
            );
        }

        return codings;
    }

    /// <summary>The purchase order lines to which lines posted last.</summary>
    /// <param name="posted">The preparation that is the commitment's base.</param>
    public static IEnumerable<PurchaseOrderLink> Links(PreparedInvoice posted)
    {
        var codings = Codings(posted);
        foreach (var line in Lines(posted))
        {
            if (line is { PurchaseOrderNumber: { } order, PurchaseOrderLine: { } orderLine, PurchaseOrderSchedule: { } schedule })
            {
                codings.TryGetValue(line.ProcoreLineId!, out var coding);
                yield return new PurchaseOrderLink
                {
                    ProcoreLineId = line.ProcoreLineId!,
                    PurchaseOrderNumber = order,
                    Line = orderLine,
                    Schedule = schedule,
                    Coding = coding,
                };
            }
        }
    }

    /// <summary>Every revision that is posted and not reversed, as <see cref="Application.RevisionKey"/>.</summary>
    /// <param name="documents">All documents of the commitment.</param>
    public static IReadOnlyList<string> PostedRevisions(IEnumerable<DocumentSummary> documents) =>
        [
            .. documents
                .Where(document => document.State == DocumentState.Posted && document.Type != DocumentKind.Reversal)
                .Select(document => Sentence.Of($"{document.ProcoreId}|{document.Revision}")),
        ];

    private static IEnumerable<PreparedLine> Lines(PreparedInvoice posted) =>
        posted.Lines.Where(line => line.Kind == LineKind.ScheduleOfValues).OrderBy(line => line.LineNumber);

    private static ContractLine Line(PreparedLine line) =>
        new()
        {
            LineId = line.ProcoreLineId!,
            Description = line.Description,
            Coding = line.FlatCode,
            ScheduledValue = line.ScheduledValue ?? 0m,
            Posted = new LineBalance(
                line.GrossAfter ?? 0m,
                new BucketAmounts(line.WorkRetainageAfter ?? 0m, line.StoredRetainageAfter ?? 0m, line.PunchListAfter ?? 0m)
            )
            {
                Stored = line.StoredAfter ?? 0m,
            },
            Released = new BucketAmounts(line.WorkReleased ?? 0m, line.StoredReleased ?? 0m),
            AtThreshold = line.ThresholdGross is { } gross
                ? new LineBalance(gross, new BucketAmounts(line.ThresholdWorkRetainage ?? 0m, line.ThresholdStoredRetainage ?? 0m))
                {
                    Stored = line.ThresholdStored ?? 0m,
                }
                : null,
            StoredUnchangedPeriods = line.StoredUnchangedPeriods ?? 0,
        };
}
