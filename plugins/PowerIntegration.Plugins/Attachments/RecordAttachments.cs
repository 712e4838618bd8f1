using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Attachments;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Plugins.Documents;
using PowerIntegration.Plugins.Findings;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Attachments;

/// <summary>Records what became of the files of a posted document, and as findings. Nothing here changes the document's posting.</summary>
[CustomApi(
    "pint_RecordAttachments",
    Gates.RecordAttachments,
    "Records for each file whether it is attached to the Oracle invoice, and opens a finding for what is not. The document stays posted."
)]
[CustomApiInput("DocumentId", CustomApiFieldType.Guid, "Row ID of the document.")]
[CustomApiInput("Claim", CustomApiFieldType.String, "Name of the claim under which the files were attached.")]
[CustomApiInput("Results", CustomApiFieldType.String, "Results, one for each file that was tried, at most four, as a JSON list.")]
[CustomApiInput("IsLast", CustomApiFieldType.Boolean, "True if no more results follow; the claim then ends.")]
[CustomApiOutput("Waiting", CustomApiFieldType.Integer, "Number of files that are tried again.")]
[CustomApiOutput("NotSent", CustomApiFieldType.Integer, "Number of files that need a person.")]
public sealed class RecordAttachments : PluginShell
{
    /// <summary>Most results of one call: each is one update.</summary>
    internal const int ResultsMax = 4;

    private const string Environment = "environment";
    private const string File = "file";

    private protected override void Run(PluginCall call)
    {
        var documentId = call.Input<Guid>("DocumentId");
        var reader = new FieldReader();
        var results = AttachmentResultsText.Read(call.Input<string>("Results"), reader);
        if (reader.Problems.Count > 0 || results.Count > ResultsMax)
        {
            throw new InvalidPluginExecutionException(
                $"The results of the files cannot be read: {string.Join(" ", reader.Problems)} Pass at most {ResultsMax} in one call."
            );
        }

        var service = call.SystemService();
        if (DocumentIdentity.Find(service, documentId) is not { } identity)
        {
            throw new InvalidPluginExecutionException($"Document {documentId} does not exist. Choose an existing document.");
        }

        identity.Gateway.Require(call);
        ScopeLock.Take(service, identity);
        var rows = Read(service, documentId);
        var document = new RowView(rows[0]);
        if (document.Text(DocumentTable.AttachmentClaim) != call.Input<string>("Claim"))
        {
            throw new InvalidPluginExecutionException(
                "Another run has reserved the files of this document meanwhile. Its result counts; nothing was recorded for this one."
            );
        }

        var now = call.Context.OperationCreatedOn;
        var recorded = AttachmentRecording.Of(document.Text(DocumentTable.Name) ?? "", [.. rows.Select(Stored).OfType<StoredAttachment>()], results);
        foreach (var change in recorded.Changes)
        {
            var file = new Entity(AttachmentTable.LogicalName, change.Id);
            AttachmentRows.Write(file, change, now);
            service.Update(file);
        }

        var changes = new Entity(DocumentTable.LogicalName, documentId)
        {
            [DocumentTable.AttachmentsWaiting] = recorded.Waiting,
            [DocumentTable.AttachmentsNotSent] = recorded.NotSent,
        };
        if (call.OptionalFlag("IsLast"))
        {
            changes[DocumentTable.AttachmentClaim] = null;
            changes[DocumentTable.AttachmentLease] = null;
            var findings = new FindingWriter(service, now);
            foreach (var finding in recorded.Findings)
            {
                findings.Seen(
                    finding,
                    new FindingSubject(
                        FindingWriter.ScopeOf(document.Joined(Environment)),
                        document.RequiredReference(DocumentTable.EnvironmentId),
                        new EntityReference(DocumentTable.LogicalName, documentId),
                        FindingTable.DocumentId
                    )
                );
            }
        }

        service.Update(changes);
        call.Output("Waiting", recorded.Waiting);
        call.Output("NotSent", recorded.NotSent);
    }

    private static StoredAttachment? Stored(Entity row) =>
        StalledRows.JoinedId(row, File, AttachmentTable.Id) is { } id ? AttachmentRows.Read(id, new RowView(row, File)) : null;

    private static IReadOnlyList<Entity> Read(IOrganizationService service, Guid documentId)
    {
        var query = Rows.Of(DocumentTable.LogicalName, [DocumentTable.Name, DocumentTable.EnvironmentId, DocumentTable.AttachmentClaim]);
        query.Criteria.AddCondition(DocumentTable.Id, ConditionOperator.Equal, documentId);
        query
            .AddLink(EnvironmentTable.LogicalName, DocumentTable.EnvironmentId, EnvironmentTable.Id)
            .Join(Environment, FindingWriter.EnvironmentColumns);
        query
            .AddLink(AttachmentTable.LogicalName, DocumentTable.Id, AttachmentTable.DocumentId, JoinOperator.LeftOuter)
            .Join(File, [AttachmentTable.Id, AttachmentTable.AttachmentState, AttachmentTable.Reason]);
        var rows = Rows.All(service, query);
        Invariant.Require(rows.Count > 0, "A locked document exists.");
        return rows;
    }
}
