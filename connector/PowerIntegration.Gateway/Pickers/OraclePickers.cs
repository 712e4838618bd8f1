using PowerIntegration.Gateway.Oracle;
using PowerIntegration.Gateway.Oracle.Wire;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Remote;

namespace PowerIntegration.Gateway.Pickers;

/// <summary>Choices that come from Oracle.</summary>
internal sealed class OraclePickers(OracleClient oracle, TimeProvider clock)
{
    private const int PagesMax = 40;

    /// <summary>Tasks of the project with that number, by task number.</summary>
    public async Task<PickerList<TaskChoice>> TasksAsync(string projectNumber, CancellationToken cancellationToken)
    {
        var budget = CallBudget.Start(clock, CallBudget.Operation);
        var expression = Uri.EscapeDataString($"ProjectNumber={OracleLiteral.Of(projectNumber)}");
        var projects = await oracle.GetAsync<OracleCollection<OracleProjectWire>>(
            $"projects?q={expression}&limit=2&orderBy=ProjectId",
            budget,
            cancellationToken
        );
        var projectId = projects.Items is [{ ProjectId: { } id }]
            ? id
            : throw new IntegrationException(
                ProblemCatalog.OracleProjectUnknown,
                $"Oracle project '{projectNumber}' was not found. Check the number, or ask the Oracle administrator for access."
            );
        var tasks = await TasksOfAsync(projectId, budget, cancellationToken);
        var parents = tasks.Select(task => task.ParentTaskId).OfType<string>().ToHashSet();
        return new([.. tasks.OrderBy(task => task.TaskNumber, StringComparer.Ordinal).Select(task => Choice(task, parents))]);
    }

    private async Task<List<OracleTaskWire>> TasksOfAsync(string projectId, CallBudget budget, CancellationToken cancellationToken)
    {
        var tasks = new List<OracleTaskWire>();
        for (var page = 0; page < PagesMax; page++)
        {
            var address =
                $"projects/{Uri.EscapeDataString(projectId)}/child/Tasks?limit={OracleClient.PageRows}"
                + $"&offset={page * OracleClient.PageRows}&orderBy=TaskId";
            var read = await oracle.GetAsync<OracleCollection<OracleTaskWire>>(address, budget, cancellationToken);
            tasks.AddRange(read.Items);
            if (!read.HasMore)
            {
                return tasks;
            }
        }

        throw new IntegrationException(
            ProblemCatalog.OracleAnswerUnreadable,
            $"Project {projectId} has more than {PagesMax * OracleClient.PageRows} tasks."
        );
    }

    // Oracle's own flag where it sends one; otherwise a task is lowest level when no other task names it as its parent.
    private static TaskChoice Choice(OracleTaskWire task, HashSet<string> parents) =>
        new(
            task.TaskNumber ?? "",
            task.TaskName,
            task.ChargeableFlag ?? false,
            task.LowestTask ?? (task.TaskId is null || !parents.Contains(task.TaskId))
        );
}
