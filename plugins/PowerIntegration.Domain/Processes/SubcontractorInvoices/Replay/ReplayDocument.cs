using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Replay;

/// <summary>An application of a running commitment as it was read from Procore.</summary>
/// <param name="Document">Its document.</param>
/// <param name="Source">What Procore said.</param>
public sealed record ReplayDocument(DocumentSummary Document, SourceInvoice Source)
{
    /// <summary>Retainage that the posted document holds, by line; empty where it is not posted.</summary>
    public IReadOnlyDictionary<string, BucketAmounts> Posted { get; init; } = new Dictionary<string, BucketAmounts>();
}
