using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Recording;
using PowerIntegration.Plugins.Documents;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices.Commitments;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices.Recording;
using PowerIntegration.Tables;

namespace PowerIntegration.Plugins.Processes.SubcontractorInvoices;

/// <summary>Records what Oracle did with a document: confirms it by line, makes it the base of its commitment, releases the next one.</summary>
internal static class Recordings
{
    /// <summary>Decides and writes. The caller holds the lock of the document's scope.</summary>
    public static RecordedOutcome Record(IOrganizationService service, DocumentIdentity document, OutcomeReport report, DateTime now)
    {
        var snapshot = CommitmentSnapshot.Read(service, document.CommitmentId, document.Id);
        var facts = new OutcomeReader(service, snapshot).Read(report);
        var decision = OutcomeRecording.Decide(facts);
        if (decision.IsChange)
        {
            new OutcomeWriter(service, snapshot).Write(decision, facts.Prepared, now);
        }

        return new RecordedOutcome
        {
            DocumentKey = snapshot.Document.RequiredText(DocumentTable.Key),
            State = decision.State,
            ReasonCode = decision.ReasonCode,
            Message = decision.Message,
            IsChange = decision.IsChange,
            IsRecord = facts.ReadBack is { Count: > 0 },
            ReleasedId = decision.ReleasedId,
            Released = decision.ReleasedId is { } released ? snapshot.Of(released)!.OwnAndWaiting : [],
        };
    }
}
