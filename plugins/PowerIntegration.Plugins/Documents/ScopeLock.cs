using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Documents;

/// <summary>
/// One writer per commitment: a decision about a document first updates the lock row of the commitment and then reads. Dataverse does not serialize
/// readers, so anything read before the lock may be outdated. Saves that people make never touch these rows. What compares a document with others of
/// its supplier takes the lock of the supplier before.
/// </summary>
internal static class ScopeLock
{
    /// <summary>Takes the lock of a document's commitment until the transaction ends.</summary>
    public static void Take(IOrganizationService service, DocumentIdentity document) => Take(service, document.CommitmentId, document.LockId);

    /// <summary>
    /// Takes the lock of the document's supplier, then that of its commitment: of two invoices of one bill on two contracts, the second sees what the
    /// first pays.
    /// </summary>
    public static void TakeWithSupplier(IOrganizationService service, DocumentIdentity document)
    {
        if (document.SupplierLockId is { } supplier)
        {
            Take(service, supplier);
        }

        Take(service, document);
    }

    /// <summary>Takes the lock of a commitment that is known by its own id; false where no commitment has the id.</summary>
    public static bool TakeCommitment(IOrganizationService service, Guid commitmentId)
    {
        var query = Rows.Of(CommitmentTable.LogicalName, [CommitmentTable.LockId]);
        query.Criteria.AddCondition(CommitmentTable.Id, ConditionOperator.Equal, commitmentId);
        if (Rows.First(service, query) is not { } row)
        {
            return false;
        }

        Take(service, commitmentId, new RowView(row).Reference(CommitmentTable.LockId));
        return true;
    }

    private static void Take(IOrganizationService service, Guid commitmentId, Guid? lockId)
    {
        if (lockId is not { } id)
        {
            throw new InvalidPluginExecutionException(
                $"Commitment {commitmentId} has no lock. Ask the integration administrator to create the commitment again."
            );
        }

        Take(service, id);
    }

    // What is written does not matter, that it is written does: the row stays locked until the transaction ends.
    private static void Take(IOrganizationService service, Guid lockId) =>
        service.Update(new Entity(LockTable.LogicalName, lockId) { [LockTable.Counter] = 1 });
}
