using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Documents.Protection;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Plugins.Wbs;
using PowerIntegration.Tables;

namespace PowerIntegration.Plugins.Intake;

/// <summary>
/// Keeps what the gateway read about a project: whoever could write that Procore has a workflow could name it as the place of approval where nobody
/// there is asked, and whoever could write the business unit could have cost charged across units.
/// </summary>
[PluginStep("Create", ProjectTable.LogicalName, PluginStage.PreOperation)]
[PluginStep(
    "Update",
    ProjectTable.LogicalName,
    PluginStage.PreOperation,
    FilteringAttributes = [
        ProjectTable.ProcoreWorkflow,
        ProjectTable.ProcoreWorkflowReadOn,
        ProjectTable.ProcoreWorkflowNote,
        ProjectTable.BusinessUnit,
        ProjectTable.CrossCharge,
        ProjectTable.StructureReadOn,
        ProjectTable.StructureNote,
    ]
)]
public sealed class ProtectProcoreWorkflow : PluginShell
{
    private static readonly string[] Workflow = [ProjectTable.ProcoreWorkflow, ProjectTable.ProcoreWorkflowReadOn, ProjectTable.ProcoreWorkflowNote];

    private static readonly string[] Structure =
    [
        ProjectTable.BusinessUnit,
        ProjectTable.CrossCharge,
        ProjectTable.StructureReadOn,
        ProjectTable.StructureNote,
    ];

    private protected override void Run(PluginCall call)
    {
        var target = call.Input<Entity>("Target");
        var refusal =
            Changes(call, target, "Procore", Workflow, [RecordProcoreWorkflow.Message])
            ?? Changes(call, target, "Oracle", Structure, [RecordStructure.Message, PushTaskSegment.Message]);
        if (refusal is not null)
        {
            throw new InvalidPluginExecutionException($"{refusal.Sentence} ({refusal.WireCode})");
        }
    }

    private static Refusal? Changes(PluginCall call, Entity target, string system, string[] columns, string[] messages) =>
        InboxProtection.MirrorChanges(
            Labels.Of(ProjectTable.LogicalName),
            system,
            [.. columns.Where(target.Contains).Select(column => Labels.Of(ProjectTable.LogicalName, column))],
            call.IsInsideAny(messages)
        );
}
