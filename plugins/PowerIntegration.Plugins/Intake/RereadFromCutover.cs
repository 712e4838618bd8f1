using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;

namespace PowerIntegration.Plugins.Intake;

/// <summary>
/// Lets the polls of a project begin again at its cutover date where somebody changes it: what lies between an earlier date and the one that was read
/// from would never be noticed. What is known already is recognized by its key.
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
