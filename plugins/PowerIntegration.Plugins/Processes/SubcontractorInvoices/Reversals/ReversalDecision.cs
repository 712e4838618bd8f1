using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Documents.Preparing;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Reversals;
using PowerIntegration.Plugins.Documents;
using PowerIntegration.Plugins.Findings;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices.Commitments;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices.Preparation;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;

namespace PowerIntegration.Plugins.Processes.SubcontractorInvoices.Reversals;

/// <summary>Decides about a reversal that is there, and writes the decision.</summary>
internal static class ReversalDecision
{
    /// <summary>Prepares a reversal again automatically. A confirmation remains valid as long as the content is the same.</summary>
    public static void Again(PluginCall call, IOrganizationService service, CommitmentSnapshot own)
    {
        var original = own.Of(own.Document.RequiredReference(DocumentTable.ReversedDocumentId));
        Write(call, service, new ReversalRow(service, original!, person: null), own);
    }

    /// <summary>Decides, writes and answers; gives the decision.</summary>
    public static PreparationDecision Write(PluginCall call, IOrganizationService service, ReversalRow request, CommitmentSnapshot own)
    {
        var facts = request.Facts(own, out var changed);
        var decision = facts is null
            ? PreparationRules.Settled(own.Summary, own.Others) ?? new PreparationDecision.Stopped(changed!)
            : ReversalPreparation.Decide(facts);
        new PreparationWriter(service, own, call.Context.OperationCreatedOn).Write(decision, new PreparationAnswer(call));
        if (facts is not null && decision is PreparationDecision.Frozen { State: DocumentState.AwaitingApproval } frozen)
        {
            new FindingWriter(service, call.Context.OperationCreatedOn).Seen(
                ReversalFindings.Unconfirmed(
                    own.Document.RequiredText(DocumentTable.Name),
                    facts.RequestedBy.Name,
                    frozen.Content.Amount,
                    own.Commitment.RequiredText(CommitmentTable.Currency)
                ),
                own.Subject(own.Own.Id)
            );
        }

        return decision;
    }
}
