using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Holds;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.ReadBack;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Plugins.Documents;
using PowerIntegration.Plugins.Findings;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Processes.SubcontractorInvoices;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Processes.SubcontractorInvoices.Holds;

/// <summary>Records what Oracle shows of a document's payment holds. Repeating it changes nothing.</summary>
[CustomApi(
    "pint_RecordHoldReview",
    Gates.RecordHoldReview,
    "Records what Oracle shows of the payment holds of a document: still open, released as decided, or released by someone in Oracle."
)]
[CustomApiInput("DocumentId", CustomApiFieldType.Guid, "Row ID of the document.")]
[CustomApiInput("ReadBack", CustomApiFieldType.String, "The holds as read back from Oracle, as JSON.")]
[CustomApiInput("Answers", CustomApiFieldType.String, "Oracle's responses. They are kept as evidence.", IsOptional = true)]
[CustomApiInput("Remark", CustomApiFieldType.String, "What Oracle answered, if it refused the release.", IsOptional = true)]
[CustomApiOutput("IsReleased", CustomApiFieldType.Boolean, "True if the hold is released.")]
[CustomApiOutput("Message", CustomApiFieldType.String, "Message to show to a person: what was found.")]
public sealed class RecordHoldReview : PluginShell
{
    private protected override void Run(PluginCall call)
    {
        var documentId = call.Input<Guid>("DocumentId");
        var readBack = call.Input<string>("ReadBack");
        var holds = ReadBackText.ReadHolds(readBack, out var unreadable);
        var service = call.SystemService();
        if (holds is null || DocumentIdentity.Find(service, documentId) is not { } identity)
        {
            Answer(call, isReleased: false, unreadable?.Sentence ?? $"Document {documentId} does not exist. Choose an existing document.");
            return;
        }

        identity.Gateway.Require(call);
        ScopeLock.Take(service, identity);
        var row = HeldRow.Read(service, documentId);
        var held = row.Held;
        if (!held.IsOpen)
        {
            Answer(call, held.ReleasedWhy is not null, held.ReleasedWhy ?? $"{held.Name} has no open payment hold.");
            return;
        }

        if (Frozen(service, row.Document, out var changed) is not { } prepared)
        {
            Answer(call, isReleased: false, changed!.Sentence);
            return;
        }

        var now = call.Context.OperationCreatedOn;
        var review = HoldReview.Of(held, prepared, holds, CalendarDate.FromDateTime(now), call.OptionalText("Remark"));
        service.Update(Changed(row, review, now));
        Keep(new EvidenceWriter(service, documentId, row.Document.RequiredText(DocumentTable.Key), "gateway", now), call, review, readBack);
        if (review.Finding is { } finding)
        {
            new FindingWriter(service, now).Seen(finding, row.Subject);
        }

        Answer(call, review.ReleasedWhy is not null, review.Message);
    }

    private static Entity Changed(HeldRow row, HoldReview review, DateTime now)
    {
        var change = row.Change();
        change[DocumentTable.HoldCheckedOn] = now;
        if (review.Ids.Except(row.Held.Known.Ids, StringComparer.Ordinal).Any())
        {
            change[DocumentTable.HoldIds] = HoldRows.Write(row.Held.Known, review.Ids);
        }

        if (review.ReleasedWhy is { } why)
        {
            change[DocumentTable.HoldReleasedOn] = now;
            change[DocumentTable.HoldReleasedWhy] = Sentence.Fit(why, DocumentTable.HoldReleasedWhyLengthMax);
        }

        return change;
    }

    // A look that found nothing new proves nothing new.
    private static void Keep(EvidenceWriter evidence, PluginCall call, HoldReview review, string readBack)
    {
        var pieces = new List<EvidencePiece>();
        if (call.OptionalText("Answers") is { Length: > 0 } answers)
        {
            pieces.Add(new EvidencePiece(EvidenceKindChoice.Response, answers));
        }

        if (pieces.Count > 0 || review.ReleasedWhy is not null)
        {
            pieces.Add(new EvidencePiece(EvidenceKindChoice.ReadBack, readBack));
            evidence.Add(pieces);
        }
    }

    private static PreparedInvoice? Frozen(IOrganizationService service, RowView document, out Refusal? changed)
    {
        var row = new RowView(
            service.Retrieve(
                PreparationTable.LogicalName,
                document.RequiredReference(DocumentTable.PreparationId),
                new ColumnSet(PreparationTable.Content, PreparationTable.ContentHash)
            )
        );
        return PreparedInvoiceContent.Read(
            document.RequiredText(DocumentTable.Name),
            row.Text(PreparationTable.Content),
            row.Text(PreparationTable.ContentHash),
            out changed
        );
    }

    private static void Answer(PluginCall call, bool isReleased, string message)
    {
        call.Output("IsReleased", isReleased);
        call.Output("Message", message);
    }
}
