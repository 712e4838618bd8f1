using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Documents;

/// <summary>
/// Gives a vendor link the lock row of its supplier, in the same transaction: one for all links of a supplier. A caller's own value does not count.
/// </summary>
[PluginStep("Create", VendorLinkTable.LogicalName, PluginStage.PreOperation)]
[PluginStep(
    "Update",
    VendorLinkTable.LogicalName,
    PluginStage.PreOperation,
    FilteringAttributes = [VendorLinkTable.LockId, VendorLinkTable.VendorNumber, VendorLinkTable.EnvironmentId]
)]
public sealed class ProvideSupplierLock : PluginShell
{
    private protected override void Run(PluginCall call)
    {
        var target = call.Input<Entity>("Target");
        var service = call.SystemService();
        var isCreated = call.Context.MessageName == "Create";
        if (!isCreated && target.Contains(VendorLinkTable.LockId))
        {
            throw new InvalidPluginExecutionException($"The lock of vendor link {target.Id} cannot be changed. Remove the lock from your change.");
        }

        var given = new RowView(target);
        var known = isCreated
            ? given
            : new RowView(
                service.Retrieve(VendorLinkTable.LogicalName, target.Id, new ColumnSet(VendorLinkTable.VendorNumber, VendorLinkTable.EnvironmentId))
            );
        var number = (target.Contains(VendorLinkTable.VendorNumber) ? given : known).Text(VendorLinkTable.VendorNumber);
        var environment = (target.Contains(VendorLinkTable.EnvironmentId) ? given : known).Reference(VendorLinkTable.EnvironmentId);

        // A draft may still lack them; activation does not.
        target[VendorLinkTable.LockId] =
            environment is { } id && !string.IsNullOrWhiteSpace(number)
                ? new EntityReference(LockTable.LogicalName, LockOf(service, id, number!.Trim()))
                : null;
    }

    private static Guid LockOf(IOrganizationService service, Guid environmentId, string number)
    {
        var key = SyncKey.ForSupplierLock(environmentId, number);
        var query = Rows.Of(LockTable.LogicalName, [LockTable.Key]);
        query.Criteria.AddCondition(LockTable.Key, ConditionOperator.Equal, key);
        return Rows.First(service, query)?.Id
            ?? service.Create(
                new Entity(LockTable.LogicalName)
                {
                    [LockTable.Key] = key,
                    [LockTable.Name] = Sentence.Fit("Supplier " + number, LockTable.NameLengthMax),
                    [LockTable.Counter] = 0,
                }
            );
    }
}
