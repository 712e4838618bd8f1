using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices.Contracts;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices.Preparation;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices.Releases;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;

namespace PowerIntegration.Plugins.Processes.SubcontractorInvoices;

/// <summary>
/// Releases retainage by a decision of ours. With contract, reference and release it makes the document and prepares it, and the same reference again
/// is the same document; with the document's id it prepares again what was decided.
/// </summary>
[CustomApi("pint_PrepareRetainageRelease")]
[CustomApiInput("DocumentId", CustomApiFieldType.Guid, IsOptional = true)]
[CustomApiInput("ContractId", CustomApiFieldType.Guid, IsOptional = true)]
[CustomApiInput("Reference", CustomApiFieldType.String, IsOptional = true)]
[CustomApiInput("Release", CustomApiFieldType.String, IsOptional = true)]
[CustomApiInput("PeriodEnd", CustomApiFieldType.DateTime, IsOptional = true)]
[CustomApiInput("BillingDate", CustomApiFieldType.DateTime, IsOptional = true)]
[CustomApiInput("InvoiceNumber", CustomApiFieldType.String, IsOptional = true)]
[CustomApiOutput("DocumentId", CustomApiFieldType.Guid)]
[CustomApiOutput("State", CustomApiFieldType.String)]
[CustomApiOutput("ReasonCode", CustomApiFieldType.String)]
[CustomApiOutput("Message", CustomApiFieldType.String)]
[CustomApiOutput("ApprovalPlace", CustomApiFieldType.String)]
[CustomApiOutput("Amount", CustomApiFieldType.Decimal)]
[CustomApiOutput("Currency", CustomApiFieldType.String)]
[CustomApiOutput("PayloadHash", CustomApiFieldType.String)]
[CustomApiOutput("PreparationId", CustomApiFieldType.Guid)]
[CustomApiOutput("Summary", CustomApiFieldType.String)]
public sealed class PrepareRetainageRelease : PluginShell
{
    private protected override void Run(PluginCall call)
    {
        if (call.OptionalId("DocumentId") is { } documentId)
        {
            DocumentPreparation.Run(call, DocumentType.RetainageRelease);
            call.Output("DocumentId", documentId);
            return;
        }

        var service = call.SystemService();
        if (call.OptionalId("ContractId") is not { } contractId || !ContractLock.TakeContract(service, contractId))
        {
            new PreparationAnswer(call).Refuse(
                new Refusal(
                    ReasonCode.InputUnusable,
                    $"ContractId is {call.OptionalId("ContractId")?.ToString() ?? "missing"}, which no contract has. "
                        + "Pass DocumentId, or ContractId with Reference, Release, PeriodEnd and BillingDate."
                )
            );
            return;
        }

        Create(call, service, contractId);
    }

    private static void Create(PluginCall call, IOrganizationService service, Guid contractId)
    {
        var request = new ReleaseRequest(call);
        if (request.Refusal is { } unusable)
        {
            new PreparationAnswer(call).Refuse(unusable);
            return;
        }

        var documentId = request.FindOrCreate(service, contractId, out var refusal);
        if (documentId is not { } id)
        {
            new PreparationAnswer(call).Refuse(refusal!);
            return;
        }

        DocumentPreparation.Run(call, DocumentType.RetainageRelease, service, ContractSnapshot.Read(service, contractId, id));
        call.Output("DocumentId", id);
    }
}
