using PowerIntegration.Domain.Documents;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices.Preparation;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;

namespace PowerIntegration.Plugins.Processes.SubcontractorInvoices;

/// <summary>
/// Computes what an application for payment to an owner bills and freezes it: the same form, with the journals of the side that is owed.
/// </summary>
[CustomApi("pint_PrepareOwnerInvoice")]
[CustomApiInput("DocumentId", CustomApiFieldType.Guid)]
[CustomApiOutput("State", CustomApiFieldType.String)]
[CustomApiOutput("ReasonCode", CustomApiFieldType.String)]
[CustomApiOutput("Message", CustomApiFieldType.String)]
[CustomApiOutput("ApprovalPlace", CustomApiFieldType.String)]
[CustomApiOutput("Amount", CustomApiFieldType.Decimal)]
[CustomApiOutput("Currency", CustomApiFieldType.String)]
[CustomApiOutput("PayloadHash", CustomApiFieldType.String)]
[CustomApiOutput("PreparationId", CustomApiFieldType.Guid)]
[CustomApiOutput("Summary", CustomApiFieldType.String)]
public sealed class PrepareOwnerInvoice : PluginShell
{
    private protected override void Run(PluginCall call) => DocumentPreparation.Run(call, DocumentType.OwnerInvoice);
}
