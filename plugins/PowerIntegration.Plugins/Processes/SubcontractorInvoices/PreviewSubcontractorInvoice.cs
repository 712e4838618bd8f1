using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Preview;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Plugins.Documents;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices.Commitments;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices.Preparation;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices.Preview;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;

namespace PowerIntegration.Plugins.Processes.SubcontractorInvoices;

/// <summary>Shows what a preparation would answer, with certificate, documents and proof. It writes nothing and locks nothing.</summary>
[CustomApi(
    "pint_PreviewSubcontractorInvoice",
    Gates.PreviewInvoice,
    "Shows what preparing a subcontractor invoice would give: certificate, documents and proof. Nothing is stored."
)]
[CustomApiInput(
    "DocumentId",
    CustomApiFieldType.Guid,
    "Row ID of a stored document. Leave empty to pass Source, Base and Terms instead.",
    IsOptional = true
)]
[CustomApiInput("Source", CustomApiFieldType.String, "An application for payment that is not stored, as JSON.", IsOptional = true)]
[CustomApiInput("Base", CustomApiFieldType.String, "Balances of the commitment before this application, as JSON.", IsOptional = true)]
[CustomApiInput("Terms", CustomApiFieldType.String, "Billing terms of the commitment, as JSON.", IsOptional = true)]
[CustomApiOutput("State", CustomApiFieldType.String, "State the document would have, or NothingToPost.")]
[CustomApiOutput("ReasonCode", CustomApiFieldType.String, "Code of the reason that would stop it; empty if none would.")]
[CustomApiOutput("Message", CustomApiFieldType.String, "Message to show to a person: the result and what to do next.")]
[CustomApiOutput("Amount", CustomApiFieldType.Decimal, "Amount that would be paid, in the currency returned; empty if nothing was computed.")]
[CustomApiOutput("Currency", CustomApiFieldType.String, "ISO 4217 code of the currency, such as USD; empty if nothing was computed.")]
[CustomApiOutput("Certificate", CustomApiFieldType.String, "Certificate (G702) and continuation sheet (G703) as text.")]
[CustomApiOutput("Documents", CustomApiFieldType.String, "Documents that would be sent to Oracle, as a JSON list.")]
[CustomApiOutput("Proof", CustomApiFieldType.String, "Checks of the totals, where each figure comes from, and the journals, as text.")]
public sealed class PreviewSubcontractorInvoice : PluginShell
{
    private protected override void Run(PluginCall call)
    {
        var answer = Answer(call);
        call.Output("State", answer.State);
        call.Output("ReasonCode", answer.ReasonCode);
        call.Output("Message", answer.Message);
        call.Output("Certificate", answer.Certificate);
        call.Output("Documents", DocumentWire.Write(answer.Documents));
        call.Output("Proof", answer.Proof);
        if (answer.Amount is { } amount && answer.Currency is { } currency)
        {
            call.Output("Amount", amount);
            call.Output("Currency", currency);
        }
    }

    private static PreviewAnswer Answer(PluginCall call)
    {
        var documentId = call.OptionalId("DocumentId");
        var source = call.OptionalText("Source");
        var balances = call.OptionalText("Base");
        var terms = call.OptionalText("Terms");
        var given = Count(source) + Count(balances) + Count(terms);
        return documentId is { } id && given == 0 ? OfDocument(call.SystemService(), id)
            : documentId is null && given == 3 ? OfTexts(source!, balances!, terms!)
            : PreviewAnswer.Of(PreviewTexts.Unusable("Choose a stored document, or give an application, its balances and its terms together."));
    }

    private static int Count(string? text) => string.IsNullOrEmpty(text) ? 0 : 1;

    private static PreviewAnswer OfTexts(string source, string balances, string terms)
    {
        var texts = PreviewTexts.Read(source, balances, terms);
        return texts.Refusal is { } refusal ? PreviewAnswer.Of(refusal) : BillingPreview.Of(texts.Terms!, texts.Ledger!, texts.Application!);
    }

    private static PreviewAnswer OfDocument(IOrganizationService service, Guid documentId)
    {
        if (DocumentIdentity.Find(service, documentId) is not { } identity)
        {
            return PreviewAnswer.Of(
                new Refusal(DocumentReasons.DocumentNotFound, $"Document {documentId} does not exist. Choose an existing document.")
            );
        }

        var snapshot = CommitmentSnapshot.Read(service, identity.CommitmentId, documentId);
        return DocumentPreview.Of(new PreparationReader(service, snapshot).Read(), () => FrozenRows.ReadWithTexts(service, snapshot));
    }
}
