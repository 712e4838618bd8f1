using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Holds;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Plugins.Documents;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;

namespace PowerIntegration.Plugins.Processes.SubcontractorInvoices.Holds;

/// <summary>
/// Two people release a payment hold before its day: one requests it with a reason, another one confirms it by calling this without a reason.
/// </summary>
[CustomApi(
    "pint_ReleasePaymentHold",
    Gates.ReleasePaymentHold,
    "Releases the payment hold of a posted document. One person requests it with a reason; a second person confirms it by calling this "
        + "without a reason. The next daily run releases the hold in Oracle."
)]
[CustomApiInput("DocumentId", CustomApiFieldType.Guid, "Row ID of the posted document.")]
[CustomApiInput(
    "Reason",
    CustomApiFieldType.String,
    "Reason for the release. Given by the person who requests it; leave empty to confirm.",
    IsOptional = true
)]
[CustomApiInput("Withdraw", CustomApiFieldType.Boolean, "Yes to withdraw a request that has not been sent. The hold stays.", IsOptional = true)]
[CustomApiOutput("IsConfirmed", CustomApiFieldType.Boolean, "True if two people decided the release.")]
[CustomApiOutput("ReasonCode", CustomApiFieldType.String, "Code of the reason nothing was recorded; empty if it was.")]
[CustomApiOutput("Message", CustomApiFieldType.String, "Message to show to a person: what happened and what to do next.")]
public sealed class ReleasePaymentHold : PluginShell
{
    private protected override void Run(PluginCall call)
    {
        var documentId = call.Input<Guid>("DocumentId");
        var service = call.SystemService();
        if (DocumentIdentity.Find(service, documentId) is not { } identity)
        {
            Refuse(call, new Refusal(DocumentReasons.DocumentNotFound, $"Document {documentId} does not exist. Choose an existing document."));
            return;
        }

        ScopeLock.Take(service, identity);
        var row = HeldRow.Read(service, documentId);
        var request = HoldRequest.Of(row.Held, call.Person(), call.OptionalText("Reason"), call.OptionalFlag("Withdraw"));
        if (request.Refusal is { } refusal)
        {
            Refuse(call, refusal);
            return;
        }

        var change = row.Change();
        change[DocumentTable.HoldReason] = request.Reason is { } reason ? Sentence.Fit(reason, DocumentTable.HoldReasonLengthMax) : null;
        change[DocumentTable.HoldRequestedBy] = request.RequestedBy?.Name;
        change[DocumentTable.HoldRequestedById] = request.RequestedBy?.Id.ToString("D");
        change[DocumentTable.HoldConfirmedBy] = request.ConfirmedBy?.Name;
        change[DocumentTable.HoldConfirmedById] = request.ConfirmedBy?.Id.ToString("D");
        if (request.ConfirmedBy is null)
        {
            change[DocumentTable.HoldRequestedOn] = request.RequestedBy is null ? null : call.Context.OperationCreatedOn;
        }

        service.Update(change);
        Answer(call, request.ConfirmedBy is not null, "", request.Message);
    }

    private static void Refuse(PluginCall call, Refusal refusal) => Answer(call, isConfirmed: false, refusal.WireCode, refusal.Sentence);

    private static void Answer(PluginCall call, bool isConfirmed, string code, string message)
    {
        call.Output("IsConfirmed", isConfirmed);
        call.Output("ReasonCode", code);
        call.Output("Message", message);
    }
}
