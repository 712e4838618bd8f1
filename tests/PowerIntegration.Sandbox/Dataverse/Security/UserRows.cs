using System;
using System.Collections.Generic;
using PowerIntegration.Sandbox.Dataverse.Metadata;
using PowerIntegration.Sandbox.Dataverse.Storage;

namespace PowerIntegration.Sandbox.Dataverse.Security;

/// <summary>Writes the business unit and the users as rows, so that lookups to them hold. A user switched off stays off over a restart.</summary>
internal static class UserRows
{
    public static void Write(RowStore store, OrganizationModel model, UserDirectory users)
    {
        var transaction = store.Begin();
        Put(store, transaction, model.FindTable(SystemTables.BusinessUnit)!, SystemTables.BusinessUnitId, new() { ["name"] = "Local" });
        PutUser(store, transaction, model, SystemTables.SystemUserId, "SYSTEM", "system@local", Guid.Empty);
        foreach (var user in users.All)
        {
            PutUser(store, transaction, model, user.SystemUserId, user.FullName, user.Email, user.ObjectId);
        }

        store.Commit(transaction);
    }

    private static void PutUser(RowStore store, Transaction transaction, OrganizationModel model, Guid id, string fullName, string email, Guid objectId)
    {
        var disabled = transaction.Find(SystemTables.User, id)?["isdisabled"] is true;
        Put(store, transaction, model.FindTable(SystemTables.User)!, id, new()
        {
            ["fullname"] = fullName,
            ["domainname"] = email,
            ["internalemailaddress"] = email,
            ["azureactivedirectoryobjectid"] = objectId,
            ["isdisabled"] = disabled,
            ["businessunitid"] = new RowReference(SystemTables.BusinessUnit, SystemTables.BusinessUnitId),
        });
    }

    private static void Put(RowStore store, Transaction transaction, TableDefinition table, Guid id, Dictionary<string, object> values)
    {
        var version = store.NextVersion();
        values[table.PrimaryKey] = id;
        values["versionnumber"] = version;
        transaction.LockRow(table.LogicalName, id);
        transaction.Write(table, new Row(table.LogicalName, id, version, values));
    }
}
