using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices.Commitments;
using PowerIntegration.Plugins.Shell;

namespace PowerIntegration.Plugins.Processes.SubcontractorInvoices.Preparation;

/// <summary>What the Prepare APIs share: lock, read, ask Domain once, write, answer.</summary>
internal static class DocumentPreparation
{
    /// <summary>Prepares the document that the caller names.</summary>
    /// <param name="call">The call.</param>
    /// <param name="type">The type that the API prepares; a document of another type is refused.</param>
    public static void Run(PluginCall call, DocumentKind type)
    {
        var documentId = call.Input<Guid>("DocumentId");
        var service = call.SystemService();
        if (CommitmentLock.Take(service, documentId) is { } commitmentId)
        {
            Run(call, type, service, CommitmentSnapshot.Read(service, commitmentId, documentId));
        }
        else
        {
            new PreparationAnswer(call).NotFound(documentId);
        }
    }

    /// <summary>Prepares the document of a snapshot that was read under the contract's lock.</summary>
    public static void Run(PluginCall call, DocumentKind type, IOrganizationService service, CommitmentSnapshot snapshot)
    {
        var answer = new PreparationAnswer(call);

        // The sweep prepares again whatever stands still; a release is computed from what it decided, like an application from what it bills.
        var isRelease = type == DocumentKind.SubcontractorInvoice && snapshot.Standing.Type == DocumentKind.RetainageRelease;
        if (snapshot.Standing.Type != type && !isRelease)
        {
            answer.Refuse(
                new Refusal(
                    SharedReasons.InputUnusable,
                    $"Document {snapshot.Own.Id} is of type {snapshot.Standing.Type}, not {type}. "
                        + $"Prepare it with pint_Prepare{snapshot.Standing.Type}."
                )
            );
            return;
        }

        var decision = BillingPreparation.Decide(new PreparationReader(service, snapshot).Read());
        answer.Write(decision, new PreparationWriter(service, snapshot), snapshot);
    }
}
