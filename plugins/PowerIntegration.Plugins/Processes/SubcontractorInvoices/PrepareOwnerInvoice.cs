using PowerIntegration.Domain.Documents;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices.Preparation;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;

namespace PowerIntegration.Plugins.Processes.SubcontractorInvoices;

/// <summary>
/// Computes what an application for payment to an owner bills and freezes it: the same form, with the journals of the side that is owed.
/// </summary>
[CustomApi(
    "pint_PrepareOwnerInvoice",
    "prvWritepint_InboundEvent",
    "Computes what one application for payment to an owner bills, checks it, and freezes the result as a preparation. Repeating it is harmless."
)]
[CustomApiInput("DocumentId", CustomApiFieldType.Guid, "Row id of the document to prepare.")]
[CustomApiAnswer(typeof(PreparationAnswer))]
public sealed class PrepareOwnerInvoice : PluginShell
{
    private protected override void Run(PluginCall call) => DocumentPreparation.Run(call, DocumentKind.OwnerInvoice);
}
