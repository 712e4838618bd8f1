using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Gateway.Dataverse;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Gateway.Attachments;

/// <summary>Loads a document with its files, in one request.</summary>
internal sealed class PostedDocuments(IDataverseStore store, EnvironmentPin pin)
{
    private const string Project = "project";
    private const string File = "file";

    /// <summary>The document, whatever its state.</summary>
    public async Task<PostedDocument> FindAsync(Guid documentId, CancellationToken cancellationToken)
    {
        var query = new QueryExpression(DocumentTable.LogicalName)
        {
            ColumnSet = new ColumnSet(
                DocumentTable.Key,
                DocumentTable.Name,
                DocumentTable.DocumentType,
                DocumentTable.DocumentState,
                DocumentTable.ProcoreId,
                DocumentTable.OracleInvoiceId
            ),
        };
        query.Criteria.AddCondition(DocumentTable.Id, ConditionOperator.Equal, documentId);
        query.Criteria.AddCondition(DocumentTable.EnvironmentId, ConditionOperator.Equal, pin.Environment.Id);
        var project = query.AddLink(ProjectTable.LogicalName, DocumentTable.ProjectId, ProjectTable.Id, JoinOperator.LeftOuter);
        project.EntityAlias = Project;
        project.Columns = new ColumnSet(ProjectTable.ProcoreId);
        var files = query.AddLink(AttachmentTable.LogicalName, DocumentTable.Id, AttachmentTable.DocumentId, JoinOperator.LeftOuter);
        files.EntityAlias = File;
        files.Columns = new ColumnSet(
            AttachmentTable.Id,
            AttachmentTable.ProcoreId,
            AttachmentTable.Name,
            AttachmentTable.AttachmentState,
            AttachmentTable.Reason,
            AttachmentTable.Size
        );
        var rows = await store.ListAsync(query, cancellationToken);
        if (rows.Count == 0)
        {
            throw new IntegrationException(
                ProblemCatalog.DocumentUnknown,
                $"Document {documentId} does not exist in environment '{pin.Key}'. Choose a document of this environment."
            );
        }

        var document = new RowView(rows[0]);
        return new PostedDocument(
            documentId,
            document.RequiredText(DocumentTable.Key),
            document.Text(DocumentTable.Name) ?? $"Document {documentId}",
            DocumentKinds.FromChoice(document.Choice(DocumentTable.DocumentType)),
            DocumentStates.FromChoice(document.Choice(DocumentTable.DocumentState)) ?? DocumentState.Received,
            document.Text(DocumentTable.ProcoreId),
            document.Joined(Project).Text(ProjectTable.ProcoreId),
            RecordIds.Read(document.Text(DocumentTable.OracleInvoiceId)),
            [
                .. rows.Select(FileOf)
                    .OfType<PostedFile>()
                    .OrderBy(file => file.ProcoreId.Length)
                    .ThenBy(file => file.ProcoreId, StringComparer.Ordinal),
            ]
        );
    }

    private static PostedFile? FileOf(Entity row)
    {
        if (StalledRows.JoinedId(row, File, AttachmentTable.Id) is not { } id)
        {
            return null;
        }

        var file = new RowView(row, File);
        return new PostedFile(
            AttachmentRows.Read(id, file),
            file.RequiredText(AttachmentTable.ProcoreId),
            file.RequiredText(AttachmentTable.Name),
            file.WholeNumber(AttachmentTable.Size) ?? 0
        );
    }
}
