using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Wbs;

/// <summary>Starts a run that makes the items of a project's task segment in Procore those of its Oracle tasks. The gateway does it.</summary>
[CustomApi(
    Message,
    Gates.PushTaskSegment,
    "Starts a run that makes the items of the project's task segment in Procore those of its Oracle tasks: new tasks become items, names follow, and "
        + "an item whose task takes no cost becomes inactive. Codes in use without a task gain a code with it. Nothing is deleted. Returns the "
        + "run, in which the result will be."
)]
[CustomApiInput("ProjectId", CustomApiFieldType.Guid, "Row ID of the project.")]
[CustomApiOutput("RunId", CustomApiFieldType.String, "Row ID of the run; empty if none was started.")]
[CustomApiOutput("State", CustomApiFieldType.String, "Waiting, Running or Refused.")]
[CustomApiOutput("ReasonCode", CustomApiFieldType.String, "Code of the reason no run was started; empty if there is a run.")]
[CustomApiOutput("Message", CustomApiFieldType.String, "Message to show to a person: what happened and what to do next.")]
public sealed class PushTaskSegment : PluginShell
{
    /// <summary>Its name.</summary>
    internal const string Message = "pint_PushTaskSegment";

    private protected override void Run(PluginCall call)
    {
        var service = call.SystemService();
        var projectId = call.Input<Guid>("ProjectId");
        var project =
            ProjectRuns.Project(service, projectId)
            ?? throw new InvalidPluginExecutionException($"Project {projectId} does not exist or is not active. Choose an active project.");
        var row = new RowView(project);
        if (string.IsNullOrWhiteSpace(row.Text(ProjectTable.TaskSegment)))
        {
            var refusal = new Refusal(
                SharedReasons.InputUnusable,
                $"Project {row.Text(ProjectTable.Name)} has no task segment. Enter the name of the custom segment in Procore that is to have the "
                    + "Oracle tasks, or map by cost code and cost type with mapping rules."
            );
            Answer(call, null, "Refused", refusal.WireCode, refusal.Sentence);
        }
        else if (Rows.First(service, ProjectRuns.Open(projectId, RunKindChoice.TaskSegment)) is { } open)
        {
            var isRunning = new RowView(open).Choice(RunTable.RunState) == RunStateChoice.Running;
            Answer(
                call,
                open.Id,
                isRunning ? "Running" : "Waiting",
                "",
                "The tasks of this project are already being sent to Procore. The result will be in the run."
            );
        }
        else
        {
            Answer(
                call,
                Started(call, project),
                "Waiting",
                "",
                $"The tasks of {row.Text(ProjectTable.Name)} will be sent to Procore. The result will be in the run."
            );
        }
    }

    // The structures of the project are read next, so that the run compares what both systems have now.
    private static Guid Started(PluginCall call, Entity project)
    {
        call.SystemService().Update(new Entity(ProjectTable.LogicalName, project.Id) { [ProjectTable.StructureReadOn] = null });
        return TaskPushes.Start(call, project);
    }

    private static void Answer(PluginCall call, Guid? runId, string state, string reason, string message)
    {
        call.Output("RunId", runId?.ToString("D") ?? "");
        call.Output("State", state);
        call.Output("ReasonCode", reason);
        call.Output("Message", message);
    }
}
