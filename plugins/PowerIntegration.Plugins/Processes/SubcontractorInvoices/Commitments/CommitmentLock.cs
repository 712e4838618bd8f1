using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Processes.SubcontractorInvoices.Commitments;

/// <summary>
/// One writer for each contract: whoever decides about a document updates the contract's row first and then reads. Dataverse does not serialise
/// readers, so what was read before the lock proves nothing; only the document's contract, which never changes, is looked up before.
/// </summary>
internal static class CommitmentLock
{
    private const string Contract = "contract";

    /// <summary>Takes the lock until the transaction ends; the contract's id, or null where no document has the id.</summary>
    public static Guid? Take(IOrganizationService service, Guid documentId)
    {
        if (Find(service, documentId) is not { } row)
        {
            return null;
        }

        var commitmentId = row.RequiredReference(DocumentTable.CommitmentId);
        Raise(service, commitmentId, row.Joined(Contract).Whole(CommitmentTable.LockCounter) ?? 0);
        return commitmentId;
    }

    /// <summary>Takes the lock of a contract that is known by its own id; false where no contract has the id.</summary>
    public static bool TakeCommitment(IOrganizationService service, Guid commitmentId)
    {
        var query = Rows.Of(CommitmentTable.LogicalName, [CommitmentTable.LockCounter]);
        query.Criteria.AddCondition(CommitmentTable.Id, ConditionOperator.Equal, commitmentId);
        if (Rows.First(service, query) is not { } row)
        {
            return false;
        }

        Raise(service, commitmentId, new RowView(row).Whole(CommitmentTable.LockCounter) ?? 0);
        return true;
    }

    private static void Raise(IOrganizationService service, Guid commitmentId, int counter) =>
        service.Update(
            new Entity(CommitmentTable.LogicalName, commitmentId) { [CommitmentTable.LockCounter] = counter == int.MaxValue ? 0 : counter + 1 }
        );

    /// <summary>The contract of a document without a lock, for whoever only looks; null where no document has the id.</summary>
    public static Guid? Peek(IOrganizationService service, Guid documentId) =>
        Find(service, documentId)?.RequiredReference(DocumentTable.CommitmentId);

    private static RowView? Find(IOrganizationService service, Guid documentId)
    {
        var query = Rows.Of(DocumentTable.LogicalName, [DocumentTable.CommitmentId]);
        query.Criteria.AddCondition(DocumentTable.Id, ConditionOperator.Equal, documentId);
        query.AddLink(CommitmentTable.LogicalName, DocumentTable.CommitmentId, CommitmentTable.Id).Join(Contract, [CommitmentTable.LockCounter]);
        return Rows.First(service, query) is { } document ? new RowView(document) : null;
    }
}
