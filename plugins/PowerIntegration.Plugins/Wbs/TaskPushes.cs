using Microsoft.Xrm.Sdk;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Wbs;

/// <summary>Runs that send the tasks of projects to Procore.</summary>
internal static class TaskPushes
{
    /// <summary>
    /// Starts a run where the structure of a project changed. The first one is started by a person; where the last one failed, a person starts the
    /// next one.
    /// </summary>
    public static void Renew(PluginCall call, Guid projectId, bool isChanged)
    {
        var service = call.SystemService();
        if (
            ProjectRuns.Last(service, projectId, RunKindChoice.TaskSegment) is { } last
            && new RowView(last).Choice(RunTable.RunState) == RunStateChoice.Finished
            && (isChanged || StructureChanges.OfTasksSince(service, projectId, last))
            && ProjectRuns.Project(service, projectId) is { } project
            && !string.IsNullOrWhiteSpace(new RowView(project).Text(ProjectTable.TaskSegment))
        )
        {
            Start(call, project);
        }
    }

    /// <summary>Starts a run.</summary>
    /// <param name="call">The call.</param>
    /// <param name="project">Row of the project, as <see cref="ProjectRuns.Projects"/> reads it.</param>
    /// <returns>Row of the run.</returns>
    public static Guid Start(PluginCall call, Entity project)
    {
        var row = new RowView(project);
        var name = $"Tasks of {row.Text(ProjectTable.Name)} to segment {row.Text(ProjectTable.TaskSegment)}";
        return call.SystemService().Create(ProjectRuns.New(call, project, RunKindChoice.TaskSegment, "SEGMENT", name));
    }
}
