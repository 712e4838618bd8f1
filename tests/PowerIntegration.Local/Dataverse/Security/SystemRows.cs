using PowerIntegration.Local.Dataverse.Metadata;
using PowerIntegration.Local.Dataverse.Storage;

namespace PowerIntegration.Local.Dataverse.Security;

/// <summary>
/// Writes what the solutions and the user list say as rows of the platform's tables, so that lookups hold and clients can read them. A user switched
/// off stays off over a restart.
/// </summary>
internal static class SystemRows
{
    public static void Write(RowStore store, OrganizationModel model, UserDirectory users)
    {
        var transaction = store.Begin();
        Put(store, transaction, model.FindTable(SystemTables.BusinessUnit)!, SystemTables.BusinessUnitId, new() { ["name"] = "Local" });
        PutUser(store, transaction, model, SystemTables.SystemUserId, "SYSTEM", "system@local", Guid.Empty, Guid.Empty);
        PutUser(
            store,
            transaction,
            model,
            ApprovalTables.ServiceUserId,
            ApprovalTables.ServiceUserName,
            ApprovalTables.ServiceUserAddress,
            StableId.Of(ApprovalTables.ServiceUserName),
            ApprovalTables.ServiceApplicationId
        );
        foreach (var user in users.All)
        {
            PutUser(store, transaction, model, user.SystemUserId, user.FullName, user.Email, user.ObjectId, user.ClientId);
        }

        SecurityRows.Write(store, transaction, model, users);
        foreach (var api in model.CustomApis)
        {
            PutCustomApi(store, transaction, model, api);
        }

        store.Commit(transaction);
    }

    private static void PutCustomApi(RowStore store, Transaction transaction, OrganizationModel model, CustomApiDefinition api)
    {
        var id = StableId.Of("customapi " + api.UniqueName);
        Put(store, transaction, model.FindTable("customapi")!, id, new() { ["uniquename"] = api.UniqueName, ["name"] = api.UniqueName });
        PutParts(store, transaction, model.FindTable("customapirequestparameter")!, id, api.UniqueName, api.Requests);
        PutParts(store, transaction, model.FindTable("customapiresponseproperty")!, id, api.UniqueName, api.Responses);
    }

    private static void PutParts(
        RowStore store,
        Transaction transaction,
        TableDefinition table,
        Guid api,
        string apiName,
        IReadOnlyList<CustomApiParameter> parts
    )
    {
        foreach (var part in parts)
        {
            Put(
                store,
                transaction,
                table,
                StableId.Of($"{table.LogicalName} {apiName} {part.Name}"),
                new()
                {
                    ["uniquename"] = part.Name,
                    ["name"] = part.Name,
                    ["type"] = (int)part.Type,
                    ["isoptional"] = part.IsOptional,
                    ["customapiid"] = new RowReference("customapi", api),
                }
            );
        }
    }

    private static void PutUser(
        RowStore store,
        Transaction transaction,
        OrganizationModel model,
        Guid id,
        string fullName,
        string email,
        Guid objectId,
        Guid applicationId
    )
    {
        var application = applicationId == Guid.Empty ? [] : new Dictionary<string, object> { ["applicationid"] = applicationId };
        var disabled = transaction.Find(SystemTables.User, id)?["isdisabled"] is true;
        Put(
            store,
            transaction,
            model.FindTable(SystemTables.User)!,
            id,
            new(application)
            {
                ["fullname"] = fullName,
                ["domainname"] = email,
                ["internalemailaddress"] = email,
                ["azureactivedirectoryobjectid"] = objectId,
                ["isdisabled"] = disabled,
                ["businessunitid"] = new RowReference(SystemTables.BusinessUnit, SystemTables.BusinessUnitId),
            }
        );
    }

    internal static void Put(RowStore store, Transaction transaction, TableDefinition table, Guid id, Dictionary<string, object> values)
    {
        var version = store.NextVersion();
        values[table.PrimaryKey] = id;
        values["versionnumber"] = version;
        transaction.LockRow(table.LogicalName, id);
        transaction.Write(table, new Row(table.LogicalName, id, version, values));
    }
}
