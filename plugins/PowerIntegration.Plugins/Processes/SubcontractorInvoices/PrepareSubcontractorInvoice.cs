using PowerIntegration.Domain.Documents;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices.Preparation;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;

namespace PowerIntegration.Plugins.Processes.SubcontractorInvoices;

/// <summary>Computes what Oracle gets for one subcontractor invoice and freezes it. At most twelve requests, none per line.</summary>
[CustomApi("pint_PrepareSubcontractorInvoice")]
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
public sealed class PrepareSubcontractorInvoice : PluginShell
{
    private protected override void Run(PluginCall call) => DocumentPreparation.Run(call, DocumentType.SubcontractorInvoice);
}
