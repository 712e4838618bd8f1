using System;
using System.Collections.Generic;
using System.Linq;
using PowerIntegration.Domain.Billing;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Preview;

/// <summary>
/// Certificate, documents, journals and proof of what a preparation froze, from its lines alone: what is shown is what would be sent, not a second
/// computation of it.
/// </summary>
public static class PreparedBilling
{
    /// <summary>Lays the frozen lines out as the forms do.</summary>
    /// <param name="invoice">The preparation.</param>
    /// <param name="source">The application that it was made from: columns D and F, which a preparation does not keep.</param>
    /// <exception cref="InvariantBrokenException">The frozen figures contradict themselves.</exception>
    public static BillingOutcome.Billed Of(PreparedInvoice invoice, SourceInvoice source)
    {
        var named = source.Lines.Where(line => line.ProcoreLineId is not null).ToLookup(line => line.ProcoreLineId!, StringComparer.Ordinal);
        List<ContinuationLine> lines =
        [
            .. invoice.Lines.Where(line => line.Kind == LineKind.ScheduleOfValues).Select(line => Continuation(line, named[line.ProcoreLineId ?? ""].FirstOrDefault())),
        ];
        var scheduled = lines.Sum(line => line.ScheduledValue);
        var before = Certificate.Of(Ledger(invoice, scheduled, lines, line => line.Before));
        var after = Certificate.Of(lines, scheduled);
        var next = Ledger(invoice, scheduled, lines, line => line.After);
        List<BillingDocument> documents = [.. PreparedDocument.Of(invoice)];
        var journals = PreparedDocument.Journals(documents, invoice.SupplierName);
        return new BillingOutcome.Billed
        {
            Before = before,
            After = after,
            Lines = lines,
            Documents = documents,
            Journals = journals,
            Warnings = [],
            Payable = documents.Sum(document => document.Amount),
            Proof = PreparedProof.Of(invoice, lines, before, after, documents, journals, next),
            NextLedger = next,
        };
    }

    private static ContinuationLine Continuation(PreparedLine line, SourceInvoiceLine? source)
    {
        var gross = line.GrossAfter ?? 0m;

        // A line that the application does not mention keeps its balance; what of it lies stored is not kept, so all of it counts as work.
        var stored = source?.MaterialsStored ?? 0m;
        var previous = source?.WorkPrevious ?? gross;
        return new ContinuationLine
        {
            LineId = line.ProcoreLineId ?? Sentence.Of($"{line.LineNumber}"),
            Description = line.Description,
            Coding = PreparedDocument.Coding(line),
            ScheduledValue = line.ScheduledValue ?? 0m,
            WorkPrevious = previous,
            WorkThisPeriod = gross - stored - previous,
            Before = new LineBalance(line.GrossBefore ?? 0m, new BucketAmounts(line.WorkRetainageBefore ?? 0m, line.StoredRetainageBefore ?? 0m)),
            After = new LineBalance(gross, new BucketAmounts(line.WorkRetainageAfter ?? 0m, line.StoredRetainageAfter ?? 0m)) { Stored = stored },
        };
    }

    private static ContractLedger Ledger(PreparedInvoice invoice, decimal scheduled, IReadOnlyList<ContinuationLine> lines, Func<ContinuationLine, LineBalance> balance) => new()
    {
        Currency = invoice.Currency,
        OriginalContractSum = scheduled,
        Lines =
        [
            .. lines.Select(line => new ContractLine
            {
                LineId = line.LineId, Description = line.Description, Coding = line.Coding, ScheduledValue = line.ScheduledValue, Posted = balance(line),
            }),
        ],
    };
}
