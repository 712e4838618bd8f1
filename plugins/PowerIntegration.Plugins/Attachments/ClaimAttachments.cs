using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Attachments;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Plugins.Documents;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Attachments;

/// <summary>Gives the files of a posted document to one call of the gateway.</summary>
[CustomApi(
    "pint_ClaimAttachments",
    Gates.ClaimAttachments,
    "Reserves the files of a posted document for the call that attaches them. Refused if another call holds them or if the document is not posted."
)]
[CustomApiInput("DocumentId", CustomApiFieldType.Guid, "Row ID of the document.")]
[CustomApiInput("Claim", CustomApiFieldType.String, "Unique name of the claim.")]
[CustomApiOutput("IsClaimed", CustomApiFieldType.Boolean, "True if the call may attach the files.")]
[CustomApiOutput("ReasonCode", CustomApiFieldType.String, "Code of the reason they may not be attached; empty if they may.")]
[CustomApiOutput("Message", CustomApiFieldType.String, "Message to show to a person.")]
public sealed class ClaimAttachments : PluginShell
{
    private protected override void Run(PluginCall call)
    {
        var documentId = call.Input<Guid>("DocumentId");
        var service = call.SystemService();
        if (DocumentIdentity.Find(service, documentId) is not { } identity)
        {
            Answer(call, new Refusal(DocumentReasons.DocumentNotFound, $"Document {documentId} does not exist. Choose an existing document."));
            return;
        }

        identity.Gateway.Require(call);
        ScopeLock.Take(service, identity);
        var query = Rows.Of(
            DocumentTable.LogicalName,
            [DocumentTable.Name, DocumentTable.DocumentState, DocumentTable.AttachmentClaim, DocumentTable.AttachmentLease]
        );
        query.Criteria.AddCondition(DocumentTable.Id, ConditionOperator.Equal, documentId);
        var row = Rows.First(service, query);
        Invariant.Require(row is not null, "A locked document exists.");
        var document = new RowView(row);
        var claim = call.Input<string>("Claim");
        var now = call.Context.OperationCreatedOn;
        var refusal = AttachmentClaim.Check(
            document.Text(DocumentTable.Name) ?? documentId.ToString("D"),
            DocumentStates.FromChoice(document.Choice(DocumentTable.DocumentState)) ?? DocumentState.Received,
            document.Text(DocumentTable.AttachmentClaim),
            document.Instant(DocumentTable.AttachmentLease),
            claim,
            now
        );
        if (refusal is null)
        {
            service.Update(
                new Entity(DocumentTable.LogicalName, documentId)
                {
                    [DocumentTable.AttachmentClaim] = claim,
                    [DocumentTable.AttachmentLease] = now + Claim.Lease,
                }
            );
        }

        Answer(call, refusal);
    }

    private static void Answer(PluginCall call, Refusal? refusal)
    {
        call.Output("IsClaimed", refusal is null);
        call.Output("ReasonCode", refusal?.WireCode ?? "");
        call.Output("Message", refusal?.Sentence ?? "The files are reserved for attaching.");
    }
}
