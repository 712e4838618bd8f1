using PowerIntegration.Domain.Documents;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices.Preparation;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;

namespace PowerIntegration.Plugins.Processes.SubcontractorInvoices;

/// <summary>Computes what Oracle gets for one subcontractor invoice and freezes it. At most twelve requests, none per line.</summary>
[CustomApi(
    "pint_PrepareSubcontractorInvoice",
    "prvWritepint_InboundEvent",
    "Computes what one subcontractor invoice moves, checks and codes it, and freezes the result as a preparation. Repeating it is harmless."
)]
[CustomApiInput("DocumentId", CustomApiFieldType.Guid, "Row id of the document to prepare.")]
[CustomApiAnswer(typeof(PreparationAnswer))]
public sealed class PrepareSubcontractorInvoice : PluginShell
{
    private protected override void Run(PluginCall call) => DocumentPreparation.Run(call, DocumentKind.SubcontractorInvoice);
}
