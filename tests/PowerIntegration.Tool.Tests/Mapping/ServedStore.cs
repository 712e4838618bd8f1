using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Tables;
using PowerIntegration.Tool.Mapping;

namespace PowerIntegration.Tool.Tests.Mapping;

/// <summary>
/// A Dataverse with one project and one task. It answers a query with all rows of its table, rules by their scope and state, and can fail at a
/// write.
/// </summary>
internal sealed class ServedStore : IMappingStore
{
    private readonly Dictionary<string, List<Entity>> tables = new(StringComparer.Ordinal)
    {
        [EnvironmentTable.LogicalName] =
        [
            Row(EnvironmentTable.LogicalName, 9, (EnvironmentTable.Key, "LAKESHORE"), (EnvironmentTable.Generation, 1)),
        ],
        [ProjectTable.LogicalName] =
        [
            Row(
                ProjectTable.LogicalName,
                1,
                (ProjectTable.OracleProjectNumber, "P1"),
                (ProjectTable.ProcoreId, "501"),
                (ProjectTable.ExpenditureOrganization, "Org A")
            ),
        ],
        [OracleTaskTable.LogicalName] =
        [
            Row(
                OracleTaskTable.LogicalName,
                784,
                (OracleTaskTable.TaskNumber, "0784"),
                (OracleTaskTable.Name, "0784 Firestopping"),
                (OracleTaskTable.LowestLevel, true),
                (OracleTaskTable.Chargeable, true)
            ),
        ],
        [WbsMappingRuleTable.LogicalName] = [],
    };

    /// <summary>Number of the write that fails, from 1; 0 for none.</summary>
    public int FailingWrite { get; init; }

    /// <summary>True where the failing write is done and only its answer is lost.</summary>
    public bool LosesAnswer { get; init; }

    /// <summary>Rows of each write.</summary>
    public List<int> Writes { get; } = [];

    /// <summary>The drafts that were entered.</summary>
    public IReadOnlyList<Entity> Drafts => tables[WbsMappingRuleTable.LogicalName];

    public void Add(Entity row) => (tables.TryGetValue(row.LogicalName, out var rows) ? rows : tables[row.LogicalName] = []).Add(row);

    public Task<IReadOnlyList<Entity>> ListAsync(QueryExpression query, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Entity>>(tables.TryGetValue(query.EntityName, out var rows) ? [.. rows.Where(row => IsAsked(query, row))] : []);

    public Task CreateAllAsync(IReadOnlyList<Entity> rows, CancellationToken cancellation)
    {
        Writes.Add(rows.Count);
        var fails = Writes.Count == FailingWrite;
        if (!fails || LosesAnswer)
        {
            tables[WbsMappingRuleTable.LogicalName].AddRange(rows);
        }

        return fails ? throw new StoreFailureException("Dataverse did not respond: the connection was closed.") : Task.CompletedTask;
    }

    public void Dispose() { }

    private static bool IsAsked(QueryExpression query, Entity row) =>
        query.EntityName != WbsMappingRuleTable.LogicalName
        || query.Criteria.Filters is not [var scope]
        || (
            scope.Conditions.Any(condition => row.Contains(condition.AttributeName))
            && (row.GetAttributeValue<OptionSetValue>(WbsMappingRuleTable.RuleState) is not { } state || States(query).Contains(state.Value))
        );

    private static IEnumerable<int> States(QueryExpression query) =>
        query.Criteria.Conditions.Single(condition => condition.AttributeName == WbsMappingRuleTable.RuleState).Values.Cast<int>();

    public static Entity Row(string table, int id, params (string Column, object Value)[] columns)
    {
        var row = new Entity(table, AnEnvironment.Id(id));
        foreach (var (column, value) in columns)
        {
            row[column] = value;
        }

        return row;
    }
}
