using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Documents.Preparing;
using PowerIntegration.Domain.Ownership;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;

namespace PowerIntegration.Plugins.Documents;

/// <summary>Answers the caller of a Prepare API.</summary>
[CustomApiOutput("State", CustomApiFieldType.String, "State of the document after the call, by its English name.")]
[CustomApiOutput("ReasonCode", CustomApiFieldType.String, "Code of the first reason that applies; empty where nothing stands in the way.")]
[CustomApiOutput("Message", CustomApiFieldType.String, "Sentence for people: what happened, and what to do next.")]
[CustomApiOutput("ApprovalPlace", CustomApiFieldType.String, "Where the document is approved: Procore, Oracle or Teams.")]
[CustomApiOutput("Amount", CustomApiFieldType.Decimal, "Payable amount of the preparation in the currency given.")]
[CustomApiOutput("Currency", CustomApiFieldType.String, "ISO currency code of the amount.")]
[CustomApiOutput("ContentHash", CustomApiFieldType.String, "SHA-256 over what was frozen, in hexadecimal digits.")]
[CustomApiOutput("PreparationId", CustomApiFieldType.Guid, "Row id of the preparation that holds the frozen lines.")]
[CustomApiOutput("Summary", CustomApiFieldType.String, "Header figures and the ten largest lines as Markdown, for whoever approves.")]
internal sealed class PreparationAnswer(PluginCall call)
{
    /// <summary>Answers a refusal that stands in no row, because there is none.</summary>
    public void Refuse(Refusal refusal) =>
        Answer(refusal.State == StopState.Held ? DocumentState.Held : DocumentState.Refused, refusal.WireCode, refusal.Sentence);

    /// <summary>Answers that a document does not exist.</summary>
    public void NotFound(Guid documentId) =>
        Refuse(new Refusal(DocumentReasons.DocumentNotFound, $"No document has the id {documentId}. Read the invoice from Procore again."));

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
                Answer(unchanged.Standing.State, unchanged.Standing.ReasonText ?? "", unchanged.Message, unchanged.Place);
                Answer(unchanged.Standing.PayableAmount ?? 0m, currency, unchanged.Standing.ContentHash ?? "", unchanged.Standing.PreparationId);
                call.Output("Summary", unchanged.Summary);
                break;
            case PreparationDecision.Stopped stopped:
                Refuse(stopped.Refusal);
                break;
            case PreparationDecision.Replaced replaced:
                Answer(DocumentState.Superseded, "", replaced.Message);
                break;
            default:
                throw new InvariantBrokenException("Every decision is answered.");
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
