using PowerIntegration.Domain.Documents;

namespace PowerIntegration.Gateway.Intake;

/// <summary>What reading one event gave.</summary>
/// <param name="DocumentId">The document that holds what Procore said.</param>
/// <param name="Outcome">Whether a document was stored.</param>
/// <param name="State">State of the document.</param>
/// <param name="Name">What people call the document, or null.</param>
/// <param name="Message">A sentence for the run history.</param>
internal sealed record StoredRecord(Guid DocumentId, ReadOutcome Outcome, DocumentState State, string? Name, string Message);
