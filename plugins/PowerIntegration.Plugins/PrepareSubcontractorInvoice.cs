using System;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Ownership;
using PowerIntegration.Domain.Preparation;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Plugins.Contracts;
using PowerIntegration.Plugins.Invoices;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Tables;

namespace PowerIntegration.Plugins;

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
public sealed class PrepareSubcontractorInvoice : PluginShell
{
    private protected override void Run(PluginCall call)
    {
        var documentId = call.Input<Guid>("DocumentId");
        var service = call.SystemService();
        if (ContractLock.Take(service, documentId) is not { } contractId)
        {
            var missing = new Refusal(ReasonCode.DocumentNotFound, $"No document has the id {documentId}. Read the invoice from Procore again.");
            Answer(call, DocumentState.Refused, missing.WireCode, missing.Sentence);
            return;
        }

        var snapshot = ContractSnapshot.Read(service, contractId, documentId);
        var decision = SubcontractorInvoicePreparation.Decide(new PreparationReader(service, snapshot).Read());
        var writer = new PreparationWriter(service, snapshot);
        Write(call, decision, writer, snapshot);
        if (decision.SupersededId is { } older)
        {
            writer.Supersede(older);
        }
    }

    private static void Write(PluginCall call, PreparationDecision decision, PreparationWriter writer, ContractSnapshot snapshot)
    {
        var currency = snapshot.Contract.RequiredText(ContractTable.Currency);
        switch (decision)
        {
            case PreparationDecision.Frozen frozen:
                var preparationId = writer.Freeze(frozen);
                Answer(call, frozen.State, "", frozen.Message, frozen.Place);
                Answer(call, frozen.Invoice.PayableAmount, currency, frozen.Hash, preparationId);
                break;
            case PreparationDecision.Unchanged unchanged:
                Answer(call, unchanged.Standing.State, unchanged.Standing.ReasonText ?? "", unchanged.Message);
                Answer(call, unchanged.Standing.PayableAmount ?? 0m, currency, unchanged.Standing.PayloadHash ?? "", unchanged.Standing.PreparationId);
                break;
            case PreparationDecision.Stopped stopped:
                writer.Stop(stopped.Refusal);
                Answer(call, stopped.Refusal.State == StopState.Held ? DocumentState.Held : DocumentState.Refused, stopped.Refusal.WireCode, stopped.Refusal.Sentence);
                break;
            case PreparationDecision.Replaced replaced:
                writer.Replace(replaced.Message);
                Answer(call, DocumentState.Superseded, "", replaced.Message);
                break;
            default:
                throw new InvariantBrokenException("Every decision is written.");
        }
    }

    private static void Answer(PluginCall call, DocumentState state, string reasonCode, string message, ApprovalPlace? place = null)
    {
        call.Output("State", state.ToString());
        call.Output("ReasonCode", reasonCode);
        call.Output("Message", message);
        call.Output("ApprovalPlace", place?.ToString() ?? "");
    }

    private static void Answer(PluginCall call, decimal amount, string currency, string hash, Guid? preparationId)
    {
        call.Output("Amount", amount);
        call.Output("Currency", currency);
        call.Output("PayloadHash", hash);
        if (preparationId is { } id)
        {
            call.Output("PreparationId", id);
        }
    }
}
