using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Recording;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices.Commitments;
using PowerIntegration.Tables;

namespace PowerIntegration.Plugins.Processes.SubcontractorInvoices.Recording;

/// <summary>Reads everything that the recording of one outcome decides from.</summary>
internal sealed class OutcomeReader(IOrganizationService service, CommitmentSnapshot snapshot)
{
    public OutcomeFacts Read(OutcomeReport report)
    {
        var standing = snapshot.Standing;
        var prepared = FrozenRows.Read(service, snapshot, out var problem);
        return new OutcomeFacts
        {
            Document = standing,
            Others = snapshot.Others,
            Prepared = prepared,
            PreparedProblem = problem,
            Outcome = report.Outcome,
            ContentHash = report.ContentHash,
            ReversedId = snapshot.Document.Reference(DocumentTable.ReversedDocumentId),
            CommitmentBaseId = snapshot.BasePreparationId,
            ReadBack = report.ReadBack?.Invoices,
            ReadBackProblem = report.ReadBack?.Refusal,
            ReasonCode = report.ReasonCode,
            Message = report.Message,
        };
    }
}
