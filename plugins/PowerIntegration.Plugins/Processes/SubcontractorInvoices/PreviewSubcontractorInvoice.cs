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
    "prvReadpint_Document",
    "Shows what the preparation of a subcontractor invoice would answer, with certificate, documents and proof. Stores nothing."
)]
[CustomApiInput(
    "DocumentId",
    CustomApiFieldType.Guid,
    "Row id of a stored document. Pass it alone, or leave it out and pass Source, Base and Terms.",
    IsOptional = true
)]
[CustomApiInput("Source", CustomApiFieldType.String, "One application for payment that is not stored, as JSON.", IsOptional = true)]
[CustomApiInput("Base", CustomApiFieldType.String, "Balances of the contract from which it is billed, as JSON.", IsOptional = true)]
[CustomApiInput("Terms", CustomApiFieldType.String, "Terms of the contract, as JSON.", IsOptional = true)]
[CustomApiOutput("State", CustomApiFieldType.String, "State that the document would get, or NothingToPost.")]
[CustomApiOutput("ReasonCode", CustomApiFieldType.String, "Why it would be stopped; empty where it would not.")]
[CustomApiOutput("Message", CustomApiFieldType.String, "The same for people.")]
[CustomApiOutput("Amount", CustomApiFieldType.Decimal, "What would be payable, in the currency given; left out where nothing was computed.")]
[CustomApiOutput("Currency", CustomApiFieldType.String, "Currency of the amount; left out where nothing was computed.")]
[CustomApiOutput("Certificate", CustomApiFieldType.String, "Certificate (G702) and continuation sheet (G703) as text.")]
[CustomApiOutput("Documents", CustomApiFieldType.String, "What Oracle would get, as a JSON list.")]
[CustomApiOutput("Proof", CustomApiFieldType.String, "Identities with both sides, origins of the figures and journals, as text.")]
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
            : PreviewAnswer.Of(PreviewTexts.Unusable("Pass either DocumentId alone, or Source, Base and Terms together."));
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
                new Refusal(DocumentReasons.DocumentNotFound, $"No document has the id {documentId}. Read the invoice from Procore again.")
            );
        }

        var snapshot = CommitmentSnapshot.Read(service, identity.CommitmentId, documentId);
        return DocumentPreview.Of(new PreparationReader(service, snapshot).Read(), () => FrozenRows.ReadWithTexts(service, snapshot));
    }
}
