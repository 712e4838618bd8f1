using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Preview;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices.Contracts;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices.Preparation;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices.Preview;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;

namespace PowerIntegration.Plugins.Processes.SubcontractorInvoices;

/// <summary>Shows what a preparation would answer, with certificate, documents and proof. It writes nothing and locks nothing.</summary>
[CustomApi("pint_PreviewSubcontractorInvoice")]
[CustomApiInput("DocumentId", CustomApiFieldType.Guid, IsOptional = true)]
[CustomApiInput("Source", CustomApiFieldType.String, IsOptional = true)]
[CustomApiInput("Base", CustomApiFieldType.String, IsOptional = true)]
[CustomApiInput("Terms", CustomApiFieldType.String, IsOptional = true)]
[CustomApiOutput("State", CustomApiFieldType.String)]
[CustomApiOutput("ReasonCode", CustomApiFieldType.String)]
[CustomApiOutput("Message", CustomApiFieldType.String)]
[CustomApiOutput("Amount", CustomApiFieldType.Decimal)]
[CustomApiOutput("Currency", CustomApiFieldType.String)]
[CustomApiOutput("Certificate", CustomApiFieldType.String)]
[CustomApiOutput("Documents", CustomApiFieldType.String)]
[CustomApiOutput("Proof", CustomApiFieldType.String)]
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
        if (ContractLock.Peek(service, documentId) is not { } contractId)
        {
            return PreviewAnswer.Of(
                new Refusal(ReasonCode.DocumentNotFound, $"No document has the id {documentId}. Read the invoice from Procore again.")
            );
        }

        var snapshot = ContractSnapshot.Read(service, contractId, documentId);
        return DocumentPreview.Of(new PreparationReader(service, snapshot).Read(), () => FrozenRows.ReadWithTexts(service, snapshot));
    }
}
