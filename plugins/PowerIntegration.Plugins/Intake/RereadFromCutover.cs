using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;

namespace PowerIntegration.Plugins.Intake;

/// <summary>
/// Starts the polls of a project again at its cutover date when the date is changed. Otherwise changes after an earlier date would never be noticed.
/// Changes that were stored before are recognized by their key.
/// </summary>
[PluginStep("Update", ProjectTable.LogicalName, PluginStage.PostOperation, FilteringAttributes = [ProjectTable.CutoverOn])]
public sealed class RereadFromCutover : PluginShell
{
    private protected override void Run(PluginCall call)
    {
        var service = call.SystemService();
        var query = Rows.Of(CursorTable.LogicalName, [CursorTable.Watermark]);
        query.Criteria.AddCondition(CursorTable.ProjectId, ConditionOperator.Equal, call.Input<Entity>("Target").Id);
        foreach (var cursor in Rows.All(service, query))
        {
            service.Update(
                new Entity(CursorTable.LogicalName, cursor.Id)
                {
                    [CursorTable.Watermark] = null,
                    [CursorTable.Attempts] = 0,
                    [CursorTable.NextTryOn] = null,
                }
            );
        }
    }
}
