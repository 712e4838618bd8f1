using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Documents;

/// <summary>Gives a document to one call of the gateway, keeps what the call will send, and notes that it leaves now.</summary>
[CustomApi(
    "pint_ClaimDocument",
    "prvCreatepint_Evidence",
    "Claims a prepared document for one call that sends it, keeps the payload as evidence and marks the document as sent. "
        + "A claim that is alive, a state in which nothing is sent, and content that changed are refused."
)]
[CustomApiInput("DocumentId", CustomApiFieldType.Guid, "Row id of the document.")]
[CustomApiInput("Claim", CustomApiFieldType.String, "Name of the claim, no other call has the same.")]
[CustomApiInput("ContentHash", CustomApiFieldType.String, "Hash of the content that was loaded and will be sent.")]
[CustomApiInput("Payload", CustomApiFieldType.String, "What will be sent; left out where nothing new is sent.", IsOptional = true)]
[CustomApiOutput("IsClaimed", CustomApiFieldType.Boolean, "Whether the call may send.")]
[CustomApiOutput("State", CustomApiFieldType.String, "State of the document, by its English name.")]
[CustomApiOutput("ReasonCode", CustomApiFieldType.String, "Code of why it may not be sent; empty where it may.")]
[CustomApiOutput("Message", CustomApiFieldType.String, "Sentence for people.")]
[CustomApiOutput("SentBefore", CustomApiFieldType.DateTime, "Since when something of it may be in the target system; empty where nothing is.")]
[CustomApiOutput("RecordIds", CustomApiFieldType.String, "Ids of the records that it is known to have made in the target system.")]
[CustomApiOutput("ReversedRecordIds", CustomApiFieldType.String, "Ids of the records of the document that it takes back.")]
public sealed class ClaimDocument : PluginShell
{
    private const string ReversedAlias = "reversed";

    private protected override void Run(PluginCall call)
    {
        var documentId = call.Input<Guid>("DocumentId");
        var service = call.SystemService();
        if (DocumentIdentity.Find(service, documentId) is not { } identity)
        {
            Answer(call, "", new Refusal(DocumentReasons.DocumentNotFound, $"No document has the id {documentId}. Send the id of one that exists."));
            return;
        }

        ScopeLock.Take(service, identity);
        var document = Read(service, documentId);
        var claim = call.Input<string>("Claim");
        var state = DocumentStates.FromChoice(document.Choice(DocumentTable.DocumentState)) ?? DocumentState.Received;
        var now = call.Context.OperationCreatedOn;
        var refusal = Claim.Check(
            new ClaimFacts
            {
                Name = $"{documentId} ({document.Text(DocumentTable.Name)})",
                State = state,
                ReasonCode = document.Text(DocumentTable.ReasonCode),
                ContentHash = document.Text(DocumentTable.ContentHash),
                SentHash = call.Input<string>("ContentHash"),
                ClaimedBy = document.Text(DocumentTable.ClaimedBy),
                LeaseUntil = document.Instant(DocumentTable.LeaseUntil),
                Claim = claim,
                Now = now,
            }
        );
        Answer(call, state.ToString(), refusal);
        if (refusal is not null)
        {
            return;
        }

        var sentBefore = document.Instant(DocumentTable.SentOn);
        service.Update(
            new Entity(DocumentTable.LogicalName, documentId)
            {
                [DocumentTable.ClaimedBy] = claim,
                [DocumentTable.LeaseUntil] = now + Claim.Lease,
                [DocumentTable.SentOn] = sentBefore ?? now,
            }
        );
        if (call.OptionalText("Payload") is { Length: > 0 } payload)
        {
            new EvidenceWriter(service, documentId, document.RequiredText(DocumentTable.Key), claim, now).Add([
                new EvidencePiece(EvidenceKindChoice.Payload, payload),
            ]);
        }

        if (sentBefore is { } instant)
        {
            call.Output("SentBefore", instant);
        }

        call.Output("RecordIds", document.Text(DocumentTable.OracleInvoiceId) ?? "");
        call.Output("ReversedRecordIds", document.Joined(ReversedAlias).Text(DocumentTable.OracleInvoiceId) ?? "");
    }

    private static RowView Read(IOrganizationService service, Guid documentId)
    {
        var query = Rows.Of(
            DocumentTable.LogicalName,
            [
                DocumentTable.Key,
                DocumentTable.Name,
                DocumentTable.DocumentState,
                DocumentTable.ReasonCode,
                DocumentTable.ContentHash,
                DocumentTable.ClaimedBy,
                DocumentTable.LeaseUntil,
                DocumentTable.SentOn,
                DocumentTable.OracleInvoiceId,
            ]
        );
        query.Criteria.AddCondition(DocumentTable.Id, ConditionOperator.Equal, documentId);
        query
            .AddLink(DocumentTable.LogicalName, DocumentTable.ReversedDocumentId, DocumentTable.Id, JoinOperator.LeftOuter)
            .Join(ReversedAlias, [DocumentTable.OracleInvoiceId]);
        var row = Rows.First(service, query);
        Invariant.Require(row is not null, "A document that was locked is there.");
        return new RowView(row);
    }

    private static void Answer(PluginCall call, string state, Refusal? refusal)
    {
        call.Output("IsClaimed", refusal is null);
        call.Output("State", state);
        call.Output("ReasonCode", refusal?.WireCode ?? "");
        call.Output("Message", refusal?.Sentence ?? "The document is claimed.");
    }
}
