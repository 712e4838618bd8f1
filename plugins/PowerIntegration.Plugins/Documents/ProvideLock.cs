using Microsoft.Xrm.Sdk;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Documents;

/// <summary>Gives every new commitment its lock row, in the same transaction. A caller's own value does not count.</summary>
[PluginStep("Create", CommitmentTable.LogicalName, PluginStage.PreOperation)]
[PluginStep("Update", CommitmentTable.LogicalName, PluginStage.PreOperation, FilteringAttributes = [CommitmentTable.LockId])]
public sealed class ProvideLock : PluginShell
{
    private protected override void Run(PluginCall call)
    {
        var target = call.Input<Entity>("Target");
        if (call.Context.MessageName == "Update")
        {
            throw new InvalidPluginExecutionException($"The lock of commitment {target.Id} cannot be changed. Remove the lock from your change.");
        }

        var key = new RowView(target).RequiredText(CommitmentTable.Key);
        var row = new Entity(LockTable.LogicalName)
        {
            [LockTable.Key] = key,
            [LockTable.Name] = key,
            [LockTable.Counter] = 0,
        };
        target[CommitmentTable.LockId] = new EntityReference(LockTable.LogicalName, call.SystemService().Create(row));
    }
}
