using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;
using PowerIntegration.Tables.Wbs;

namespace PowerIntegration.Tool.Mapping;

/// <summary>Reads which environments and projects are active.</summary>
/// <param name="store">Dataverse.</param>
/// <param name="cancellation">Gives up.</param>
internal sealed class KnownProjects(IMappingStore store, CancellationToken cancellation)
{
    /// <summary>The row of an active environment.</summary>
    /// <param name="key">Its key; null for the only one.</param>
    /// <exception cref="InvalidDataException">It cannot be told.</exception>
    public async Task<Entity> EnvironmentAsync(string? key)
    {
        var query = Of(EnvironmentTable.LogicalName, EnvironmentTable.Key, EnvironmentTable.Generation);
        query.Criteria.AddCondition(EnvironmentTable.RuleState, ConditionOperator.Equal, RuleStateChoice.Active);
        var all = await store.ListAsync(query, cancellation);
        var found = all.Where(row => key is null || new RowView(row).Text(EnvironmentTable.Key) == key).ToList();
        var known = string.Join(", ", all.Select(row => new RowView(row).Text(EnvironmentTable.Key)));
        return found is [var only] ? only
            : all.Count == 0 ? throw new InvalidDataException("No environment of the integration is active there. Set one up first.")
            : found.Count == 0
                ? throw new InvalidDataException($"The environment '{key}' is not active there. Choose one of {known} with --environment.")
            : throw new InvalidDataException($"Several environments are active there. Choose one of {known} with --environment.");
    }

    /// <summary>Its active projects by Oracle number.</summary>
    public async Task<ILookup<string, Entity>> ProjectsAsync(Guid environmentId)
    {
        var query = Of(ProjectTable.LogicalName, [.. MappingQueries.ProjectColumns, ProjectTable.ProcoreId, ProjectTable.Name]);
        query.Criteria.AddCondition(ProjectTable.EnvironmentId, ConditionOperator.Equal, environmentId);
        query.Criteria.AddCondition(ProjectTable.RuleState, ConditionOperator.Equal, RuleStateChoice.Active);
        return (await store.ListAsync(query, cancellation)).ToLookup(
            row => new RowView(row).Text(ProjectTable.OracleProjectNumber) ?? "",
            StringComparer.Ordinal
        );
    }

    private static QueryExpression Of(string table, params string[] columns) => new(table) { ColumnSet = new ColumnSet(columns) };
}
