using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Holds;
using PowerIntegration.Plugins.Documents;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;

namespace PowerIntegration.Plugins.Processes.SubcontractorInvoices.Holds;

/// <summary>Tells the gateway whether a payment hold is to be released now, and notes that the release leaves. The day is the server's.</summary>
[CustomApi(
    "pint_ClaimHoldRelease",
    Gates.ClaimHoldRelease,
    "Returns whether the payment hold of a document is due for release, because two people decided it or its outside date was reached, "
        + "and marks the release as sent. From then on it cannot be withdrawn."
)]
[CustomApiInput("DocumentId", CustomApiFieldType.Guid, "Row ID of the document.")]
[CustomApiInput("ContentHash", CustomApiFieldType.String, "Hash of the content that was loaded.")]
[CustomApiOutput("IsOpen", CustomApiFieldType.Boolean, "True if the document has a payment hold that was not released.")]
[CustomApiOutput("IsDue", CustomApiFieldType.Boolean, "True if the hold is to be released now.")]
[CustomApiOutput("Message", CustomApiFieldType.String, "Why the hold is released, or why it is not.")]
public sealed class ClaimHoldRelease : PluginShell
{
    private protected override void Run(PluginCall call)
    {
        var documentId = call.Input<Guid>("DocumentId");
        var service = call.SystemService();
        if (DocumentIdentity.Find(service, documentId) is not { } identity)
        {
            Answer(call, isOpen: false, isDue: false, $"Document {documentId} does not exist. Choose an existing document.");
            return;
        }

        identity.Gateway.Require(call);
        ScopeLock.Take(service, identity);
        var row = HeldRow.Read(service, documentId);
        var held = row.Held;
        if (!held.IsOpen || row.Document.Text(DocumentTable.ContentHash) != call.Input<string>("ContentHash"))
        {
            Answer(call, isOpen: false, isDue: false, held.ReleasedWhy ?? $"{held.Name} has no open payment hold.");
            return;
        }

        var now = call.Context.OperationCreatedOn;
        if (HoldRelease.Why(held, CalendarDate.FromDateTime(now)) is not { } why)
        {
            Answer(call, isOpen: true, isDue: false, $"The payment of {held.Name} waits for the owner.");
            return;
        }

        if (!held.IsSent)
        {
            var change = row.Change();
            change[DocumentTable.HoldSentOn] = now;
            service.Update(change);
        }

        Answer(call, isOpen: true, isDue: true, why);
    }

    private static void Answer(PluginCall call, bool isOpen, bool isDue, string message)
    {
        call.Output("IsOpen", isOpen);
        call.Output("IsDue", isDue);
        call.Output("Message", message);
    }
}
