using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Ownership;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices.Commitments;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;

namespace PowerIntegration.Plugins.Processes.SubcontractorInvoices.Preparation;

/// <summary>Writes the decision of a preparation and answers the caller of a Prepare API.</summary>
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

    /// <summary>Writes the decision about the document of the snapshot, then answers it.</summary>
    public void Write(PreparationDecision decision, PreparationWriter writer, CommitmentSnapshot snapshot)
    {
        var currency = snapshot.Contract.RequiredText(CommitmentTable.Currency);
        switch (decision)
        {
            case PreparationDecision.Frozen frozen:
                var preparationId = writer.Freeze(frozen);
                Answer(frozen.State, "", frozen.Message, frozen.Place);
                Answer(frozen.Invoice.PayableAmount, currency, frozen.Hash, preparationId);
                call.Output("Summary", frozen.Texts.Summary);
                break;
            case PreparationDecision.Unchanged unchanged:
                Answer(unchanged.Standing.State, unchanged.Standing.ReasonText ?? "", unchanged.Message, unchanged.Place);
                Answer(unchanged.Standing.PayableAmount ?? 0m, currency, unchanged.Standing.ContentHash ?? "", unchanged.Standing.PreparationId);
                call.Output("Summary", unchanged.Summary);
                break;
            case PreparationDecision.Stopped stopped:
                writer.Stop(stopped.Refusal);
                Refuse(stopped.Refusal);
                break;
            case PreparationDecision.Replaced replaced:
                writer.Replace(replaced.Message);
                Answer(DocumentState.Superseded, "", replaced.Message);
                break;
            default:
                throw new InvariantBrokenException("Every decision is written.");
        }

        if (decision.SupersededId is { } older)
        {
            writer.Supersede(older);
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
