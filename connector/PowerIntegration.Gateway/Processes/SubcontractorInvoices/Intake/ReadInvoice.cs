using PowerIntegration.Domain.Documents;

namespace PowerIntegration.Gateway.Processes.SubcontractorInvoices.Intake;

/// <summary>What reading one event gave.</summary>
/// <param name="DocumentId">The document that holds what Procore said.</param>
/// <param name="Outcome">Whether a document was stored.</param>
/// <param name="State">State of the document.</param>
/// <param name="InvoiceNumber">The supplier's own number, or null.</param>
/// <param name="ApplicationNumber">Sequence of the invoice within its commitment.</param>
/// <param name="Message">A sentence for the run history.</param>
internal sealed record ReadInvoice(
    Guid DocumentId,
    ReadOutcome Outcome,
    DocumentState State,
    string? InvoiceNumber,
    int ApplicationNumber,
    string Message
);
