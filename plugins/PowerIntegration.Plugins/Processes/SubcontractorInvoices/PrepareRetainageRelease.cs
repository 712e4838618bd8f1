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
/// Releases retainage that was decided here, not in Procore. Creates and prepares the document. The same reference is the same document and is
/// prepared again.
/// </summary>
[CustomApi(
    "pint_PrepareRetainageRelease",
    Gates.PrepareRetainageRelease,
    "Releases retainage of a commitment: creates the document if the reference is new, computes it and freezes "
        + "the result as a preparation. Calling it again is safe."
)]
[CustomApiInput("CommitmentId", CustomApiFieldType.Guid, "Row ID of the commitment.", IsOptional = true)]
[CustomApiInput(
    "Reference",
    CustomApiFieldType.String,
    "Name of the release within the commitment, such as R1. The same reference always means the same release.",
    IsOptional = true
)]
[CustomApiInput(
    "Release",
    CustomApiFieldType.String,
    "What to release, as JSON, such as {\"kind\":\"total\",\"amount\":1000.00}.",
    IsOptional = true
)]
[CustomApiInput("PeriodEnd", CustomApiFieldType.String, "Last day of the period the release covers, such as 2025-10-31.", IsOptional = true)]
[CustomApiInput("BillingDate", CustomApiFieldType.String, "Date of the release, such as 2025-10-31.", IsOptional = true)]
[CustomApiInput(
    "Tax",
    CustomApiFieldType.String,
    "Tax on the release, such as 130.00, if the terms take tax from the invoice; if empty, it is calculated from the rate in the terms.",
    IsOptional = true
)]
[CustomApiInput(
    "InvoiceNumber",
    CustomApiFieldType.String,
    "The vendor's invoice number; if empty, commitment number and reference are used.",
    IsOptional = true
)]
[CustomApiOutput("DocumentId", CustomApiFieldType.Guid, "Row ID of the release.")]
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
                    call.OptionalId("CommitmentId") is { } unknown
                        ? $"Commitment {unknown} does not exist. Choose an existing commitment."
                        : "The commitment is missing. Choose the commitment whose retainage is released."
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
