using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Duplicates;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;

/// <summary>Which document may carry a controller's decision, and what becomes of it then.</summary>
public static class DecisionRules
{
    /// <summary>Why nothing can be decided about the document; null where it can.</summary>
    /// <param name="document">The document.</param>
    /// <param name="decided">What is decided.</param>
    /// <param name="name">The document's name.</param>
    public static Refusal? Undecidable(DocumentSummary document, BillingDecisions decided, string name) =>
        document.Type switch
        {
            DocumentKind.Reversal => new Refusal(
                SharedReasons.InputUnusable,
                $"{name} reverses exactly what was posted, so it takes no decision. Record the decision on the invoice that is posted next."
            ),
            _ when !DocumentStateMachine.MayBePrepared(document.State) || document.IsInFlight => new Refusal(
                DocumentReasons.DocumentState,
                $"Document {name} is {document.State}, so a decision can no longer change it."
            ),

            _ when decided.PostAgain is not null && document.CanceledNumbers.Count == 0 => new Refusal(
                SharedReasons.InputUnusable,
                $"No invoice of {name} was canceled in Oracle, so there is nothing to post again. Leave that decision out."
            ),

            not DocumentKind.RetainageRelease when decided.Tax is not null => new Refusal(
                SharedReasons.InputUnusable,
                $"{name} is an invoice, which states its tax itself. Correct the tax in Procore, and leave it out of the decision."
            ),

            // The decision before, which this one replaces, is what says how much is released.
            DocumentKind.RetainageRelease when decided.Release is null => new Refusal(
                SharedReasons.InputUnusable,
                $"The decision about {name} does not say what is released. It would replace the decision that does; include the release."
            ),
            _ => null,
        };

    /// <summary>Why the document cannot be said to differ from what the decision names; null where it can.</summary>
    /// <param name="decided">What is decided.</param>
    /// <param name="known">Which of the named documents are other documents of the vendor.</param>
    /// <param name="found">Invoices that Oracle showed with the document's amount.</param>
    /// <param name="name">The document's name.</param>
    public static Refusal? NothingToDiffer(BillingDecisions decided, IReadOnlyCollection<Guid> known, IReadOnlyList<FoundPayable> found, string name)
    {
        var documents = decided.DiffersFrom.Where(id => !known.Contains(id)).Select(id => Sentence.Of($"document {id}"));
        var invoices = decided
            .DiffersFromOracle.Where(id => found.All(one => one.Id != id))
            .Select(id => Sentence.Of($"Oracle invoice with ID {id}"));
        return documents.Concat(invoices).FirstOrDefault() is { } unknown
            ? new Refusal(
                SharedReasons.InputUnusable,
                $"{name} is not compared with the {unknown}: it is not another bill of the vendor. "
                    + "Name the documents or Oracle invoices that the reason of the hold names. Nothing was stored."
            )
            : null;
    }

    /// <summary>How the document is stopped until it is prepared again: what was frozen before the decision may not be sent any more.</summary>
    /// <param name="document">The document.</param>
    /// <param name="name">The document's name.</param>
    public static Refusal Held(DocumentSummary document, string name) =>
        new(DocumentReasons.DecisionRecorded, $"A decision about {name} was recorded. {NextStep(document.Type)}");

    // Only what came from Procore's inbox has a flow that prepares it.
    private static string NextStep(DocumentKind kind) =>
        kind == DocumentKind.SubcontractorInvoice
            ? "The document will be prepared again automatically."
            : "The document will be prepared again by the next sweep.";
}
