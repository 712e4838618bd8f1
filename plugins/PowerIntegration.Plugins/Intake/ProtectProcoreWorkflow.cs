using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Documents.Protection;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;

namespace PowerIntegration.Plugins.Intake;

/// <summary>
/// Keeps what the gateway read about Procore's workflow of a project: whoever could write it could name Procore as the place of approval where
/// nobody there is asked.
/// </summary>
[PluginStep("Create", ProjectTable.LogicalName, PluginStage.PreOperation)]
[PluginStep(
    "Update",
    ProjectTable.LogicalName,
    PluginStage.PreOperation,
    FilteringAttributes = [ProjectTable.ProcoreWorkflow, ProjectTable.ProcoreWorkflowReadOn, ProjectTable.ProcoreWorkflowNote]
)]
public sealed class ProtectProcoreWorkflow : PluginShell
{
    private static readonly string[] Read = [ProjectTable.ProcoreWorkflow, ProjectTable.ProcoreWorkflowReadOn, ProjectTable.ProcoreWorkflowNote];

    private protected override void Run(PluginCall call)
    {
        var target = call.Input<Entity>("Target");
        var refusal = InboxProtection.MirrorChanges(
            Labels.Of(ProjectTable.LogicalName),
            "Procore",
            [.. Read.Where(target.Contains).Select(column => Labels.Of(ProjectTable.LogicalName, column))],
            call.IsInsideAny([RecordProcoreWorkflow.Message])
        );
        if (refusal is not null)
        {
            throw new InvalidPluginExecutionException($"{refusal.Sentence} ({refusal.WireCode})");
        }
    }
}
