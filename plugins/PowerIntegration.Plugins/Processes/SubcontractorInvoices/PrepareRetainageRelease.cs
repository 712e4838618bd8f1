using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Plugins.Documents;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices.Commitments;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices.Preparation;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices.Releases;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;

namespace PowerIntegration.Plugins.Processes.SubcontractorInvoices;

/// <summary>
/// Releases retainage by a decision of ours. With contract, reference and release it makes the document and prepares it, and the same reference again
/// is the same document; with the document's id it prepares again what was decided.
/// </summary>
[CustomApi(
    "pint_PrepareRetainageRelease",
    "prvWritepint_Commitment",
    "Releases retainage by a decision of ours: makes the document where the reference is new, computes it and freezes "
        + "the result as a preparation. Repeating it is harmless."
)]
[CustomApiInput("CommitmentId", CustomApiFieldType.Guid, "Row id of the contract, for a new release.", IsOptional = true)]
[CustomApiInput(
    "Reference",
    CustomApiFieldType.String,
    "Name of the release within the contract, such as R1; the same reference is the same release.",
    IsOptional = true
)]
[CustomApiInput("Release", CustomApiFieldType.String, "What is released, as JSON.", IsOptional = true)]
[CustomApiInput("PeriodEnd", CustomApiFieldType.DateTime, "Day up to which it is released.", IsOptional = true)]
[CustomApiInput("BillingDate", CustomApiFieldType.DateTime, "Date of the release.", IsOptional = true)]
[CustomApiInput(
    "InvoiceNumber",
    CustomApiFieldType.String,
    "Number that the supplier gave it; contract and reference where it is left out.",
    IsOptional = true
)]
[CustomApiOutput("DocumentId", CustomApiFieldType.Guid, "Row id of the release.")]
[CustomApiAnswer(typeof(PreparationAnswer))]
public sealed class PrepareRetainageRelease : PluginShell
{
    private protected override void Run(PluginCall call)
    {
        var service = call.SystemService();
        if (call.OptionalId("CommitmentId") is not { } commitmentId || !ScopeLock.TakeCommitment(service, commitmentId))
        {
            new PreparationAnswer(call).Refuse(
                new Refusal(
                    SharedReasons.InputUnusable,
                    $"CommitmentId is {call.OptionalId("CommitmentId")?.ToString() ?? "missing"}, which no contract has. "
                        + "Pass the row id of the commitment, with Reference, Release, PeriodEnd and BillingDate."
                )
            );
            return;
        }

        Create(call, service, commitmentId);
    }

    private static void Create(PluginCall call, IOrganizationService service, Guid commitmentId)
    {
        var request = new ReleaseRequest(call);
        if (request.Refusal is { } unusable)
        {
            new PreparationAnswer(call).Refuse(unusable);
            return;
        }

        var documentId = request.FindOrCreate(service, commitmentId, out var refusal);
        if (documentId is not { } id)
        {
            new PreparationAnswer(call).Refuse(refusal!);
            return;
        }

        DocumentPreparation.Run(call, service, CommitmentSnapshot.Read(service, commitmentId, id));
        call.Output("DocumentId", id);
    }
}
