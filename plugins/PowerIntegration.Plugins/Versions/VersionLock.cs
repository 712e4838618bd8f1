using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Plugins.Documents;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;
using PowerIntegration.Tables.Versions;

namespace PowerIntegration.Plugins.Versions;

/// <summary>
/// One writer of versions per table: drafts are few, so that saves of drafts, activations and ends wait for each other. Otherwise two saves of one
/// moment could lose a contributor, and two activations could both find that nothing contradicts them. Locks of tables are taken before those of
/// commitments, and in the order of the register.
/// </summary>
internal static class VersionLock
{
    private const string Prefix = "VERSIONS|";

    /// <summary>Takes the lock of a table until the transaction ends. The first draft of a table makes the lock row.</summary>
    public static void Take(IOrganizationService service, VersionedTable table)
    {
        var key = Prefix + table.LogicalName.ToUpperInvariant().Replace('_', '-');
        var query = Rows.Of(LockTable.LogicalName, [LockTable.Key]);
        query.Criteria.AddCondition(LockTable.Key, ConditionOperator.Equal, key);
        if (Rows.First(service, query) is { } row)
        {
            service.Update(new Entity(LockTable.LogicalName, row.Id) { [LockTable.Counter] = 1 });
            return;
        }

        service.Create(
            new Entity(LockTable.LogicalName)
            {
                [LockTable.Key] = key,
                [LockTable.Name] = key,
                [LockTable.Counter] = 1,
            }
        );
    }

    /// <summary>Takes the lock of the commitment that a version is about, so that nothing posts on it meanwhile.</summary>
    public static void TakeCommitment(IOrganizationService service, VersionedTable table, Entity row)
    {
        var view = new RowView(row);
        var id =
            table.LogicalName == CommitmentTermsTable.LogicalName ? view.Reference(CommitmentTermsTable.CommitmentId)
            : table.LogicalName == CommitmentTable.LogicalName ? view.Reference(CommitmentTable.ReplacesId) ?? row.Id
            : null;
        if (id is { } commitment)
        {
            ScopeLock.TakeCommitment(service, commitment);
        }
    }
}
