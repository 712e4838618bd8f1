using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Documents;

/// <summary>What of a document never changes, and is therefore read before its lock: kind, commitment and the lock row of the commitment.</summary>
/// <param name="Id">Row id of the document.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="CommitmentId">Its commitment.</param>
/// <param name="LockId">Lock row of the commitment; null where the commitment has none.</param>
/// <param name="SupplierLockId">Lock row of the supplier; null where no vendor is linked to the commitment.</param>
/// <param name="Gateway">Which application sends the documents of its environment.</param>
internal sealed record DocumentIdentity(Guid Id, DocumentKind Kind, Guid CommitmentId, Guid? LockId, Guid? SupplierLockId, RegisteredGateway Gateway)
{
    private const string Commitment = "commitment";
    private const string Vendor = "vendor";
    private const string Environment = "environment";

    /// <summary>Reads it; null where no document has the id.</summary>
    public static DocumentIdentity? Find(IOrganizationService service, Guid documentId)
    {
        var query = Rows.Of(DocumentTable.LogicalName, [DocumentTable.CommitmentId, DocumentTable.DocumentType]);
        query.Criteria.AddCondition(DocumentTable.Id, ConditionOperator.Equal, documentId);
        var commitment = query.AddLink(CommitmentTable.LogicalName, DocumentTable.CommitmentId, CommitmentTable.Id);
        commitment.Join(Commitment, [CommitmentTable.LockId]);
        commitment
            .AddLink(VendorLinkTable.LogicalName, CommitmentTable.VendorLinkId, VendorLinkTable.Id, JoinOperator.LeftOuter)
            .Join(Vendor, [VendorLinkTable.LockId]);
        query
            .AddLink(EnvironmentTable.LogicalName, DocumentTable.EnvironmentId, EnvironmentTable.Id, JoinOperator.LeftOuter)
            .Join(Environment, RegisteredGateway.Columns);
        if (Rows.First(service, query) is not { } document)
        {
            return null;
        }

        var row = new RowView(document);
        return new DocumentIdentity(
            documentId,
            DocumentKinds.FromChoice(row.Choice(DocumentTable.DocumentType)),
            row.RequiredReference(DocumentTable.CommitmentId),
            row.Joined(Commitment).Reference(CommitmentTable.LockId),
            row.Joined(Vendor).Reference(VendorLinkTable.LockId),
            RegisteredGateway.Read(row.Joined(Environment))
        );
    }
}
