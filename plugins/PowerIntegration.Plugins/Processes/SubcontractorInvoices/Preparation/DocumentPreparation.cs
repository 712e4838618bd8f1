using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Approvals;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;
using PowerIntegration.Plugins.Approvals;
using PowerIntegration.Plugins.Documents;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices.Commitments;
using PowerIntegration.Plugins.Shell;

namespace PowerIntegration.Plugins.Processes.SubcontractorInvoices.Preparation;

/// <summary>Prepares what bills a commitment: read, ask Domain once, write, answer. The lock is taken before the snapshot is read.</summary>
internal static class DocumentPreparation
{
    /// <summary>Prepares the document of a snapshot that was read under the commitment's lock.</summary>
    public static void Run(PluginCall call, IOrganizationService service, CommitmentSnapshot snapshot)
    {
        var now = call.Context.OperationCreatedOn;
        var facts = new PreparationReader(service, snapshot).Read();
        new PreparationWriter(service, snapshot, now).Write(BillingPreparation.Decide(facts), new PreparationAnswer(call));
        if (facts.KnownDecisions.LastOrDefault(known => known.State == ApprovalState.Approved) is { } approved)
        {
            ApprovedTwice.Report(service, ApprovalFile.Find(service, snapshot.Own.Id)!, $"{approved.Who} approved it", now);
        }
    }
}
