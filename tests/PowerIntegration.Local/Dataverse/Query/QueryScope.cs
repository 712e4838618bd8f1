using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Local.Dataverse.Errors;
using PowerIntegration.Local.Dataverse.Metadata;

namespace PowerIntegration.Local.Dataverse.Query;

/// <summary>The tables a query names, by alias, and the tests compiled against them.</summary>
internal sealed class QueryScope
{
    private readonly Dictionary<string, TableDefinition> byAlias = new(StringComparer.OrdinalIgnoreCase);
    private readonly TableDefinition main;
    private readonly Guid userId;
    private readonly DateTime? now;

    /// <param name="main">The queried table.</param>
    /// <param name="userId">Who asks.</param>
    /// <param name="now">When; null where conditions cannot count days from today.</param>
    public QueryScope(TableDefinition main, Guid userId, DateTime? now)
    {
        this.main = main;
        this.userId = userId;
        this.now = now;
    }

    /// <summary>Aliases so far.</summary>
    public int Count => byAlias.Count;

    public void Add(string alias, TableDefinition table)
    {
        if (!byAlias.TryAdd(alias, table))
        {
            throw Faults.Invalid($"The alias '{alias}' is used twice in the query.");
        }
    }

    public TableDefinition Table(string? alias) =>
        alias is null
            ? main
            : byAlias.GetValueOrDefault(alias) ?? throw Faults.Invalid($"The query names the alias '{alias}', which no link-entity has.");

    public ColumnDefinition Column(string? alias, string? name)
    {
        var table = Table(alias);
        return table.Find(name ?? "") ?? throw Faults.UnknownColumn(table.LogicalName, name ?? "");
    }

    /// <summary>A filter as a test; conditions without an alias speak of the default one.</summary>
    public Func<JoinedRow, bool> Compile(FilterExpression? filter, string? defaultAlias)
    {
        if (filter is null || (filter.Conditions.Count == 0 && filter.Filters.Count == 0))
        {
            return _ => true;
        }

        if (filter.IsQuickFindFilter)
        {
            throw Faults.NotBuilt("A filter by quick find");
        }

        var tests = filter
            .Conditions.Select(condition => CompileOne(condition, defaultAlias))
            .Concat(filter.Filters.Select(child => Compile(child, defaultAlias)))
            .ToList();
        return filter.FilterOperator == LogicalOperator.And ? row => tests.TrueForAll(test => test(row)) : row => tests.Exists(test => test(row));
    }

    private Func<JoinedRow, bool> CompileOne(ConditionExpression condition, string? defaultAlias)
    {
        var alias = AliasOf(condition.EntityName) ?? defaultAlias;
        var column = Column(alias, condition.AttributeName);
        var test = ConditionTest.Compile(column, condition, userId, now);
        return row => test(ComparedValue.Stored(row.Of(alias)?[column.LogicalName]));
    }

    // A condition may also name the main table itself.
    private string? AliasOf(string? name) => string.IsNullOrEmpty(name) || (name == main.LogicalName && !byAlias.ContainsKey(name)) ? null : name;
}
