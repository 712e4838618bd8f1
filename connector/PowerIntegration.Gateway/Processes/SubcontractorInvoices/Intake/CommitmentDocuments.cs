using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Gateway.Dataverse;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Gateway.Processes.SubcontractorInvoices.Intake;

/// <summary>Reads a commitment with everything that was stored for it: one question.</summary>
internal sealed class CommitmentDocuments(IDataverseStore store, EnvironmentPin pin)
{
    /// <summary>Alias of a document's preparation.</summary>
    public const string Preparation = "preparation";

    private const string Document = "document";
    private const string Version = "versionnumber";

    private static readonly string[] DocumentColumns =
    [
        DocumentTable.Id,
        DocumentTable.Name,
        DocumentTable.DocumentType,
        DocumentTable.ProcoreId,
        DocumentTable.ApplicationNumber,
        DocumentTable.Revision,
        DocumentTable.SourceHash,
        DocumentTable.SourceUpdatedOn,
        DocumentTable.DocumentState,
        DocumentTable.Decisions,
        DocumentTable.PostedOn,
        DocumentTable.OracleVariances,
        DocumentTable.OracleNotRead,
        DocumentTable.Key,
        DocumentTable.AttachmentList,
        DocumentTable.AttachmentsWaiting,
        Version,
    ];

    private static readonly string[] PreparationColumns =
    [
        PreparationTable.OracleDocuments,
        PreparationTable.VendorName,
        PreparationTable.BusinessUnit,
    ];

    /// <summary>The commitment of an invoice, or a refusal that names it.</summary>
    public async Task<CommitmentView> ReadAsync(string invoiceId, string commitmentId, CancellationToken cancellationToken)
    {
        var query = new QueryExpression(CommitmentTable.LogicalName)
        {
            ColumnSet = new ColumnSet(
                CommitmentTable.Number,
                CommitmentTable.VendorName,
                CommitmentTable.LastPostedNumber,
                CommitmentTable.OpeningEnteredBy
            ),
        };
        query.Criteria.AddCondition(CommitmentTable.Key, ConditionOperator.Equal, SyncKey.ForCommitment(pin.Scope, commitmentId));
        var documents = query.AddLink(DocumentTable.LogicalName, CommitmentTable.Id, DocumentTable.CommitmentId, JoinOperator.LeftOuter);
        documents.EntityAlias = Document;
        documents.Columns = new ColumnSet(DocumentColumns);
        var preparations = documents.AddLink(PreparationTable.LogicalName, DocumentTable.PreparationId, PreparationTable.Id, JoinOperator.LeftOuter);
        preparations.EntityAlias = Preparation;
        preparations.Columns = new ColumnSet(PreparationColumns);
        var rows = await store.ListAsync(query, cancellationToken);
        if (rows.Count == 0)
        {
            throw new IntegrationException(
                ProblemCatalog.CommitmentUnknown,
                $"Subcontractor invoice {invoiceId} belongs to commitment {commitmentId}, which is not set up in environment '{pin.Key}'. "
                    + "Ask the integration administrator to add the commitment with its purchase order and terms. The invoice is then read again."
            );
        }

        var commitment = new RowView(rows[0]);
        return new CommitmentView(
            rows[0].Id,
            commitmentId,
            commitment.Text(CommitmentTable.Number),
            commitment.Text(CommitmentTable.VendorName),
            commitment.WholeNumber(CommitmentTable.LastPostedNumber) ?? 0,
            commitment.Text(CommitmentTable.OpeningEnteredBy) is not null,
            [.. rows.Select(DocumentOf).OfType<Entity>()]
        );
    }

    // The joined columns of the document as a row of its own, with its row version; those of its preparation keep their alias.
    private static Entity? DocumentOf(Entity row)
    {
        if (row.GetAttributeValue<AliasedValue>($"{Document}.{DocumentTable.Id}")?.Value is not Guid id)
        {
            return null;
        }

        var document = new Entity(DocumentTable.LogicalName, id);
        foreach (var (name, value) in row.Attributes)
        {
            if (name.StartsWith(Document + ".", StringComparison.Ordinal))
            {
                document[name[(Document.Length + 1)..]] = ((AliasedValue)value).Value;
            }
            else if (name.StartsWith(Preparation + ".", StringComparison.Ordinal))
            {
                document[name] = value;
            }
        }

        document.RowVersion = Convert.ToString(document[Version], CultureInfo.InvariantCulture);
        return document;
    }
}
