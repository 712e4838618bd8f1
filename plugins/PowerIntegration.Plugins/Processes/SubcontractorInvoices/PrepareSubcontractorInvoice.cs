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
[CustomApiOutput("State", CustomApiFieldType.String, "State of the document after the call, by its English name.")]
[CustomApiOutput("ReasonCode", CustomApiFieldType.String, "Code of the first reason that applies; empty where nothing stands in the way.")]
[CustomApiOutput("Message", CustomApiFieldType.String, "Sentence for people: what happened, and what to do next.")]
[CustomApiOutput("ApprovalPlace", CustomApiFieldType.String, "Where the document is approved: Procore, Oracle or Teams.")]
[CustomApiOutput("Amount", CustomApiFieldType.Decimal, "Payable amount of the preparation in the currency given.")]
[CustomApiOutput("Currency", CustomApiFieldType.String, "ISO currency code of the amount.")]
[CustomApiOutput("PayloadHash", CustomApiFieldType.String, "SHA-256 over everything that leaves for Oracle, in hexadecimal digits.")]
[CustomApiOutput("PreparationId", CustomApiFieldType.Guid, "Row id of the preparation that holds the frozen lines.")]
[CustomApiOutput("Summary", CustomApiFieldType.String, "Header figures and the ten largest lines as Markdown, for whoever approves.")]
public sealed class PrepareSubcontractorInvoice : PluginShell
{
    private protected override void Run(PluginCall call) => DocumentPreparation.Run(call, DocumentType.SubcontractorInvoice);
}
