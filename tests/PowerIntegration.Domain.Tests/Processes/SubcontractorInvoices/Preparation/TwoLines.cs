using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Documents.Preparing;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Reversals;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Tests.Builders;
using Xunit;

namespace PowerIntegration.Domain.Tests.Processes.SubcontractorInvoices.Preparation;

/// <summary>A commitment of two lines, 100,000 and 50,000, of which 40,000 and 10,000 are billed with ten percent held: 45,000 is posted.</summary>
internal static class TwoLines
{
    public const string RetainageAccount = "101-10-20250-000-000-000";

    public static SourceInvoice First { get; } =
        Sample.Application(1, 0m, [Sample.Line(1, 100000m, 0m, 40000m, 0m, 4000m, 0m, 0m), Sample.Line(2, 50000m, 0m, 10000m, 0m, 1000m, 0m, 0m)]);

    public static PreparedInvoice Posted { get; } = Facts.Frozen(Facts.Of(First)).Invoice;

    public static SourceInvoice Second(decimal work, decimal held, decimal otherWork, decimal otherHeld) =>
        Sample.Application(
            2,
            45000m,
            [Sample.Line(1, 100000m, 40000m, work, 0m, held, 0m, 40000m), Sample.Line(2, 50000m, 10000m, otherWork, 0m, otherHeld, 0m, 10000m)]
        );

    /// <summary>20,000 more on line 1, of whose retainage the source released 2,000.</summary>
    public static SourceInvoice WithRelease { get; } = Second(20000m, 4000m, 0m, 1000m).With(1, line => line with { WorkRetainageReleased = 2000m });

    public static PreparationFacts After(SourceInvoice invoice, RetainageTerms? terms = null) => Facts.After(Posted, invoice, terms);

    public static PreparationFacts WithTerms(this PreparationFacts facts, Func<ContractTerms, ContractTerms> change) =>
        facts with
        {
            Commitment = facts.Commitment with { Terms = change(facts.Commitment.Terms!) },
        };

    public static IEnumerable<string> Documents(PreparedInvoice invoice) =>
        invoice.Documents.Select(document =>
            FormattableString.Invariant($"{document.Action} {document.Kind} {document.InvoiceNumber} {document.Amount:0.00}")
        );

    /// <summary>The lines that are sent with one document: amount, and purchase order line or account.</summary>
    public static IEnumerable<string> Sent(PreparedInvoice invoice, int document) =>
        invoice
            .LinesOf(invoice.Documents[document - 1])
            .Select(line => FormattableString.Invariant($"{line.Amount:0.00} {line.PurchaseOrderNumber}{line.Account}/{line.PurchaseOrderLine}"));

    public static Refusal Stopped(PreparationDecision decision) => Assert.IsType<PreparationDecision.Stopped>(decision).Refusal;

    /// <summary>What was prepared from the facts is posted and paid, and two people take it back.</summary>
    public static ReversalFacts Reversal(PreparationFacts facts, PreparedInvoice posted) =>
        new()
        {
            Original = facts.Document with { State = DocumentState.Posted, PreparationId = Facts.BaseId },
            Posted = posted,
            PaidStatus = "Paid",
            Ledger = Facts.Ledger(posted),
            Base = facts.Ledger,
            Commitment = facts.Commitment with { LastPostedNumber = posted.LastPostedNumber },
            Others = [],
            Periods = facts.Periods,
            RetainageAccount = RetainageAccount,
            RequestedBy = People.Dana,
            ConfirmedBy = People.Luis,
            Reason = "Billed to the wrong contract",
        };
}
