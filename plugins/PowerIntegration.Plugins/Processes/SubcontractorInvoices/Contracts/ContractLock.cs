using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Processes.SubcontractorInvoices.Contracts;

/// <summary>
/// One writer for each contract: whoever decides about a document updates the contract's row first and then reads. Dataverse does not serialise
/// readers, so what was read before the lock proves nothing; only the document's contract, which never changes, is looked up before.
/// </summary>
internal static class ContractLock
{
    private const string Contract = "contract";

    /// <summary>Takes the lock until the transaction ends; the contract's id, or null where no document has the id.</summary>
    public static Guid? Take(IOrganizationService service, Guid documentId)
    {
        if (Find(service, documentId) is not { } row)
        {
            return null;
        }

        var contractId = row.RequiredReference(DocumentTable.ContractId);
        Raise(service, contractId, row.Joined(Contract).Whole(ContractTable.LockCounter) ?? 0);
        return contractId;
    }

    /// <summary>Takes the lock of a contract that is known by its own id; false where no contract has the id.</summary>
    public static bool TakeContract(IOrganizationService service, Guid contractId)
    {
        var query = Rows.Of(ContractTable.LogicalName, [ContractTable.LockCounter]);
        query.Criteria.AddCondition(ContractTable.Id, ConditionOperator.Equal, contractId);
        if (Rows.First(service, query) is not { } row)
        {
            return false;
        }

        Raise(service, contractId, new RowView(row).Whole(ContractTable.LockCounter) ?? 0);
        return true;
    }

    private static void Raise(IOrganizationService service, Guid contractId, int counter) =>
        service.Update(new Entity(ContractTable.LogicalName, contractId) { [ContractTable.LockCounter] = counter == int.MaxValue ? 0 : counter + 1 });

    /// <summary>The contract of a document without a lock, for whoever only looks; null where no document has the id.</summary>
    public static Guid? Peek(IOrganizationService service, Guid documentId) => Find(service, documentId)?.RequiredReference(DocumentTable.ContractId);

    private static RowView? Find(IOrganizationService service, Guid documentId)
    {
        var query = Rows.Of(DocumentTable.LogicalName, [DocumentTable.ContractId]);
        query.Criteria.AddCondition(DocumentTable.Id, ConditionOperator.Equal, documentId);
        query.AddLink(ContractTable.LogicalName, DocumentTable.ContractId, ContractTable.Id).Join(Contract, [ContractTable.LockCounter]);
        return Rows.First(service, query) is { } document ? new RowView(document) : null;
    }
}
