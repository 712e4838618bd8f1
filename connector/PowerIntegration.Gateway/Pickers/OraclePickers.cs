using PowerIntegration.Gateway.Oracle;
using PowerIntegration.Gateway.Remote;

namespace PowerIntegration.Gateway.Pickers;

/// <summary>Choices that come from Oracle.</summary>
internal sealed class OraclePickers(OracleProjects projects, TimeProvider clock)
{
    /// <summary>Tasks of the project with that number, by task number.</summary>
    public async Task<PickerList<TaskChoice>> TasksAsync(string projectNumber, CancellationToken cancellationToken)
    {
        var budget = CallBudget.Start(clock, CallBudget.Operation);
        var project = await projects.FindAsync(projectNumber, budget, cancellationToken);
        var tasks = await projects.TasksAsync(project.ProjectId!, budget, cancellationToken);
        var parents = OracleProjects.Parents(tasks);
        return new([
            .. tasks
                .OrderBy(task => task.TaskNumber, StringComparer.Ordinal)
                .Select(task => new TaskChoice(
                    task.TaskNumber ?? "",
                    task.TaskName,
                    task.ChargeableFlag ?? false,
                    OracleProjects.IsLowestLevel(task, parents)
                )),
        ]);
    }
}
