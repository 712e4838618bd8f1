using PowerIntegration.Gateway.Oracle.Wire;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Remote;

namespace PowerIntegration.Gateway.Oracle;

/// <summary>Reads projects and their tasks from Oracle.</summary>
internal sealed class OracleProjects(OracleClient oracle)
{
    // Type of the organizations that own expenditures; the expected value.
    private const string ExpenditureOrganization = "PA_EXPENDITURE_ORG";

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
    public Task<IReadOnlyList<OracleTaskWire>> TasksAsync(string projectId, CallBudget budget, CancellationToken cancellationToken) =>
        oracle.ListAsync<OracleTaskWire>($"projects/{Uri.EscapeDataString(projectId)}/child/Tasks", "&orderBy=TaskId", budget, cancellationToken);

    /// <summary>All tasks of a project with their transaction controls.</summary>
    public Task<IReadOnlyList<OracleTaskWire>> TasksWithControlsAsync(string projectId, CallBudget budget, CancellationToken cancellationToken) =>
        oracle.ListAsync<OracleTaskWire>(
            $"projects/{Uri.EscapeDataString(projectId)}/child/Tasks",
            "&orderBy=TaskId&expand=TaskTransactionControls",
            budget,
            cancellationToken
        );

    /// <summary>The transaction controls of a project itself.</summary>
    public Task<IReadOnlyList<OracleTransactionControlWire>> ControlsAsync(
        string projectId,
        CallBudget budget,
        CancellationToken cancellationToken
    ) =>
        oracle.ListAsync<OracleTransactionControlWire>(
            $"projects/{Uri.EscapeDataString(projectId)}/child/ProjectTransactionControls",
            "",
            budget,
            cancellationToken
        );

    /// <summary>All expenditure types with their classes.</summary>
    public Task<IReadOnlyList<OracleExpenditureTypeWire>> TypesAsync(CallBudget budget, CancellationToken cancellationToken) =>
        oracle.ListAsync<OracleExpenditureTypeWire>(
            "expenditureTypesLOV",
            "&orderBy=ExpenditureTypeId&expand=ExpenditureTypeClassesLOV",
            budget,
            cancellationToken
        );

    /// <summary>All organizations that may own expenditures.</summary>
    public Task<IReadOnlyList<OracleOrganizationWire>> OrganizationsAsync(CallBudget budget, CancellationToken cancellationToken) =>
        oracle.ListAsync<OracleOrganizationWire>(
            "projectOrganizationsLOV",
            "&q=" + Uri.EscapeDataString($"ProjectOrganizationType={OracleLiteral.Of(ExpenditureOrganization)}"),
            budget,
            cancellationToken
        );

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
