using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Documents.Preparing;
using PowerIntegration.Domain.Ownership;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;

namespace PowerIntegration.Plugins.Documents;

/// <summary>Answers the caller of a Prepare API.</summary>
[CustomApiOutput("State", CustomApiFieldType.String, "State of the document after the call, in English.")]
[CustomApiOutput("ReasonCode", CustomApiFieldType.String, "Code of the first reason that stops the document; empty if none does.")]
[CustomApiOutput("Message", CustomApiFieldType.String, "Message to show to a person: what happened and what to do next.")]
[CustomApiOutput("ApprovalPlace", CustomApiFieldType.String, "Where the document is approved: Procore, Oracle or Teams.")]
[CustomApiOutput("Amount", CustomApiFieldType.Decimal, "Amount to pay, in the currency returned.")]
[CustomApiOutput("Currency", CustomApiFieldType.String, "ISO 4217 code of the currency, such as USD.")]
[CustomApiOutput("ContentHash", CustomApiFieldType.String, "SHA-256 hash of the frozen content, in hexadecimal digits.")]
[CustomApiOutput("PreparationId", CustomApiFieldType.Guid, "Row ID of the preparation with the frozen lines.")]
[CustomApiOutput("Summary", CustomApiFieldType.String, "Header figures and the ten largest lines as Markdown, for the approver.")]
internal sealed class PreparationAnswer(PluginCall call)
{
    /// <summary>Answers a refusal that is not written on a row, because the row does not exist.</summary>
    public void Refuse(Refusal refusal) =>
        Answer(refusal.State == StopState.Held ? DocumentState.Held : DocumentState.Refused, refusal.WireCode, refusal.Sentence);

    /// <summary>Answers that a document does not exist.</summary>
    public void NotFound(Guid documentId) =>
        Refuse(new Refusal(DocumentReasons.DocumentNotFound, $"Document {documentId} does not exist. Choose an existing document."));

    /// <summary>Answers a decision that was written.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="currency">ISO code of its amounts.</param>
    /// <param name="preparationId">What it froze; null where it froze nothing.</param>
    public void Write(PreparationDecision decision, string currency, Guid? preparationId)
    {
        switch (decision)
        {
            case PreparationDecision.Frozen frozen:
                Answer(frozen.State, "", frozen.Message, frozen.Place);
                Answer(frozen.Content.Amount, currency, frozen.Hash, preparationId);
                call.Output("Summary", frozen.Texts.Summary);
                break;
            case PreparationDecision.Unchanged unchanged:
                Answer(unchanged.Document.State, unchanged.Document.ReasonText ?? "", unchanged.Message, unchanged.Place);
                Answer(unchanged.Document.PayableAmount ?? 0m, currency, unchanged.Document.ContentHash ?? "", unchanged.Document.PreparationId);
                call.Output("Summary", unchanged.Summary);
                break;
            case PreparationDecision.Stopped stopped:
                Refuse(stopped.Refusal);
                break;
            case PreparationDecision.Replaced replaced:
                Answer(DocumentState.Superseded, "", replaced.Message);
                break;
            default:
                throw new InvariantBrokenException("The kind of decision is unknown.");
        }
    }

    private void Answer(DocumentState state, string reasonCode, string message, ApprovalPlace? place = null)
    {
        call.Output("State", state.ToString());
        call.Output("ReasonCode", reasonCode);
        call.Output("Message", message);
        call.Output("ApprovalPlace", place?.ToString() ?? "");
        call.Output("Summary", "");
    }

    private void Answer(decimal amount, string currency, string hash, Guid? preparationId)
    {
        call.Output("Amount", amount);
        call.Output("Currency", currency);
        call.Output("ContentHash", hash);
        if (preparationId is { } id)
        {
            call.Output("PreparationId", id);
        }
    }
}
