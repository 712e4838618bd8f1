using PowerIntegration.Domain.Documents;
using PowerIntegration.Plugins.Documents;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices.Commitments;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices.Preparation;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices.Reversals;
using PowerIntegration.Plugins.Shell;

namespace PowerIntegration.Plugins.Processes.SubcontractorInvoices;

/// <summary>How the documents of the process are prepared.</summary>
internal static class Preparations
{
    /// <summary>Takes the locks of supplier and commitment, reads once, and prepares by kind.</summary>
    public static void Prepare(PluginCall call, DocumentIdentity document)
    {
        var service = call.SystemService();
        ScopeLock.TakeWithSupplier(service, document);
        var snapshot = CommitmentSnapshot.Read(service, document.CommitmentId, document.Id);
        if (document.Kind == DocumentKind.Reversal)
        {
            ReversalDecision.Again(call, service, snapshot);
        }
        else
        {
            DocumentPreparation.Run(call, service, snapshot);
        }
    }
}
