using PowerIntegration.Gateway.Oracle.Wire;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Remote;

namespace PowerIntegration.Gateway.Oracle;

/// <summary>Reads projects and their tasks from Oracle.</summary>
internal sealed class OracleProjects(OracleClient oracle)
{
    private const int PagesMax = 40;

    /// <summary>The one project with a number.</summary>
    /// <exception cref="IntegrationException">There is none, or it is not shown.</exception>
    public async Task<OracleProjectWire> FindAsync(string number, CallBudget budget, CancellationToken cancellationToken)
    {
        var expression = Uri.EscapeDataString($"ProjectNumber={OracleLiteral.Of(number)}");
        var projects = await oracle.GetAsync<OracleCollection<OracleProjectWire>>(
            $"projects?q={expression}&limit=2&orderBy=ProjectId",
            budget,
            cancellationToken
        );
        return projects.Items is [{ ProjectId: not null } project]
            ? project
            : throw new IntegrationException(
                ProblemCatalog.OracleProjectUnknown,
                $"Oracle project '{number}' was not found. Check the number, or ask the Oracle administrator for access."
            );
    }

    /// <summary>All tasks of a project.</summary>
    /// <param name="projectId">Oracle's id.</param>
    /// <param name="budget">Time that the call may take.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<OracleTaskWire>> TasksAsync(string projectId, CallBudget budget, CancellationToken cancellationToken)
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

    /// <summary>
    /// Whether a task has no subtasks: Oracle's own flag where it sends one; otherwise a task is lowest level when no other names it as its parent.
    /// </summary>
    /// <param name="task">The task.</param>
    /// <param name="parents">Ids of the tasks that others name as their parent.</param>
    public static bool IsLowestLevel(OracleTaskWire task, IReadOnlySet<string> parents) =>
        task.LowestTask ?? (task.TaskId is null || !parents.Contains(task.TaskId));

    /// <summary>Ids of the tasks that others name as their parent.</summary>
    public static IReadOnlySet<string> Parents(IEnumerable<OracleTaskWire> tasks) =>
        tasks.Select(task => task.ParentTaskId).OfType<string>().ToHashSet(StringComparer.Ordinal);
}
