using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Wbs;
using PowerIntegration.Domain.Wbs.Coverage;
using PowerIntegration.Gateway.Dataverse;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;
using PowerIntegration.Tables.Wbs;

namespace PowerIntegration.Gateway.Wbs;

/// <summary>Reads the mapping of a project and its codes in use.</summary>
internal sealed class CoverageReading(IDataverseStore store, OpenWork openWork)
{
    private readonly Dictionary<Guid, OracleCatalog?> catalogs = [];

    /// <summary>The project's row.</summary>
    /// <exception cref="IntegrationException">It is not there, or not active.</exception>
    public async Task<Entity> ProjectAsync(Guid? id, CancellationToken cancellationToken)
    {
        string[] columns = [.. MappingQueries.ProjectColumns, ProjectTable.RuleState, ProjectTable.Name];
        var row = id is { } known ? await store.FindAsync(ProjectTable.LogicalName, known, columns, cancellationToken) : null;
        return row is not null && new RowView(row).Choice(ProjectTable.RuleState) == RuleStateChoice.Active
            ? row
            : throw new IntegrationException(
                ProblemCatalog.RunUnusable,
                $"Project {(row is null ? "of this run" : new RowView(row).Text(ProjectTable.Name))} is not active. Activate the project, then start "
                    + "a new coverage proof."
            );
    }

    /// <summary>Everything that decides the coding of a code.</summary>
    /// <param name="project">The project's row.</param>
    /// <param name="tasks">The rows of its tasks.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<WbsMapping> MappingAsync(Entity project, IReadOnlyList<Entity> tasks, CancellationToken cancellationToken)
    {
        var environment = new RowView(project).RequiredReference(ProjectTable.EnvironmentId);
        var rules = await store.ListAsync(MappingQueries.Rules(project.Id, environment, RuleStateChoice.Active), cancellationToken);
        var controls = await store.ListAsync(MappingQueries.Controls(project.Id), cancellationToken);
        return MappingRows.Mapping(project, tasks, rules, controls, await CatalogAsync(environment, cancellationToken));
    }

    /// <summary>The tasks of a project.</summary>
    public Task<IReadOnlyList<Entity>> TasksAsync(Guid projectId, CancellationToken cancellationToken) =>
        store.ListAsync(MappingQueries.Tasks(projectId), cancellationToken);

    /// <summary>The codes in use of a project, in a fixed order.</summary>
    public async Task<IReadOnlyList<UsedCode>> CodesAsync(Guid projectId, CancellationToken cancellationToken)
    {
        var days = await openWork.DaysAsync(projectId, cancellationToken);
        return [.. (await CodeRowsAsync(projectId, cancellationToken)).Select(row => MappingRows.Used(new RowView(row), days))];
    }

    /// <summary>The rows of the codes in use of a project, in a fixed order.</summary>
    public Task<IReadOnlyList<Entity>> CodeRowsAsync(Guid projectId, CancellationToken cancellationToken) =>
        store.ListAsync(MappingQueries.CodesInUse(projectId), cancellationToken);

    private async Task<OracleCatalog?> CatalogAsync(Guid environment, CancellationToken cancellationToken)
    {
        if (!catalogs.TryGetValue(environment, out var catalog))
        {
            catalogs[environment] = catalog = MappingRows.Catalog(
                await store.ListAsync(MappingQueries.Types(environment), cancellationToken),
                await store.ListAsync(MappingQueries.Organizations(environment), cancellationToken)
            );
        }

        return catalog;
    }
}
