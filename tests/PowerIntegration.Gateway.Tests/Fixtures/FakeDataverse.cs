using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Gateway.Dataverse;

namespace PowerIntegration.Gateway.Tests.Fixtures;

/// <summary>Rows in memory with unique keys and row versions; refuses a query it does not understand.</summary>
internal sealed class FakeDataverse : IDataverseStore
{
    private const string KeyColumn = "pint_key";

    private readonly List<Entity> rows = [];
    private long version;
    private int ids;

    /// <summary>What was asked, in order: <c>create pint_evidence</c>.</summary>
    public List<string> Log { get; } = [];

    /// <summary>Custom API calls with their inputs.</summary>
    public List<(string Name, ParameterCollection Inputs)> Calls { get; } = [];

    /// <summary>Answers custom APIs.</summary>
    public Func<string, ParameterCollection, ParameterCollection> Api { get; set; } =
        (name, _) => throw new InvalidOperationException($"Nobody foresaw {name}.");

    /// <summary>Runs before each request; throws to fail it, or changes rows to play another caller.</summary>
    public Action<string> Before { get; set; } = _ => { };

    public IEnumerable<Entity> Rows(string table) => this.rows.Where(row => row.LogicalName == table);

    public Entity Row(string table, Guid id) => this.rows.Single(row => row.LogicalName == table && row.Id == id);

    public Entity Add(string table, string key, params (string Column, object? Value)[] columns)
    {
        var row = new Entity(table) { [KeyColumn] = key };
        foreach (var (column, value) in columns)
        {
            row[column] = value;
        }

        Store(row);
        return Row(table, row.Id);
    }

    public Task<Entity?> FindAsync(string table, Guid id, string[] columns, CancellationToken cancellationToken) =>
        Find($"find {table}", columns, row => row.LogicalName == table && row.Id == id);

    public Task<Entity?> FindByKeyAsync(string table, string key, string[] columns, CancellationToken cancellationToken) =>
        Find($"find {table} by key", columns, row => row.LogicalName == table && row.GetAttributeValue<string>(KeyColumn) == key);

    public Task<IReadOnlyList<Entity>> ListAsync(QueryExpression query, CancellationToken cancellationToken)
    {
        Note($"list {query.EntityName}");
        var rows = Rows(query.EntityName).Where(row => query.Criteria.Conditions.All(condition => Holds(row, condition)));
        foreach (var order in query.Orders.Reverse())
        {
            rows =
                order.OrderType == OrderType.Descending
                    ? rows.OrderByDescending(row => row[order.AttributeName])
                    : rows.OrderBy(row => row[order.AttributeName]);
        }

        var copies = rows.Take(query.TopCount ?? int.MaxValue).Select(row => (Row: row, Copy: Copy(row, [.. query.ColumnSet.Columns])));
        IReadOnlyList<Entity> answer =
        [
            .. copies.Where(pair => query.LinkEntities.All(link => Join(link, pair.Row, pair.Copy))).Select(pair => pair.Copy),
        ];
        return Task.FromResult(answer);
    }

    // To one row by its id: the joined columns come under the alias. False where there is no such row and there must be one.
    private bool Join(LinkEntity link, Entity row, Entity copy)
    {
        if (
            link.JoinOperator is not (JoinOperator.Inner or JoinOperator.LeftOuter)
            || link.LinkToAttributeName != link.LinkToEntityName + "id"
            || link.LinkCriteria.Conditions.Count > 0
            || link.LinkEntities.Count > 0
        )
        {
            throw new NotSupportedException($"The fake does not know this join to {link.LinkToEntityName}.");
        }

        if (!row.Contains(link.LinkFromAttributeName) || row[link.LinkFromAttributeName] is not EntityReference reference)
        {
            return link.JoinOperator == JoinOperator.LeftOuter;
        }

        if (Rows(link.LinkToEntityName).SingleOrDefault(other => other.Id == reference.Id) is not { } joined)
        {
            return false;
        }

        foreach (var column in link.Columns.Columns.Where(joined.Contains))
        {
            copy[$"{link.EntityAlias}.{column}"] = new AliasedValue(link.LinkToEntityName, column, joined[column]);
        }

        return true;
    }

    public Task<Guid?> TryCreateAsync(Entity row, CancellationToken cancellationToken)
    {
        Note($"create {row.LogicalName}");
        var related = row.RelatedEntities.SelectMany(pair => pair.Value.Entities).ToList();
        if (related.Prepend(row).Any(candidate => Rows(candidate.LogicalName).Any(other => Equals(other[KeyColumn], candidate[KeyColumn]))))
        {
            return Task.FromResult<Guid?>(null);
        }

        Store(row);
        foreach (var line in related)
        {
            Store(line);
        }

        return Task.FromResult<Guid?>(row.Id);
    }

    public Task UpdateAsync(Entity row, CancellationToken cancellationToken)
    {
        Note($"update {row.LogicalName}");
        Change(row);
        return Task.CompletedTask;
    }

    public Task<bool> TryUpdateUnchangedAsync(Entity row, CancellationToken cancellationToken)
    {
        Note($"update {row.LogicalName} if unchanged");
        if (Row(row.LogicalName, row.Id).RowVersion != row.RowVersion)
        {
            return Task.FromResult(false);
        }

        Change(row);
        return Task.FromResult(true);
    }

    public Task<ParameterCollection> CallAsync(string customApi, ParameterCollection inputs, CancellationToken cancellationToken)
    {
        Note($"call {customApi}");
        Calls.Add((customApi, inputs));
        return Task.FromResult(Api(customApi, inputs));
    }

    public void Change(Entity change)
    {
        var row = Row(change.LogicalName, change.Id);
        foreach (var (column, value) in change.Attributes)
        {
            row[column] = value;
        }

        row.RowVersion = (++version).ToString(CultureInfo.InvariantCulture);
    }

    private void Note(string what)
    {
        Log.Add(what);
        Before(what);
    }

    private void Store(Entity row)
    {
        var stored = Copy(row, [.. row.Attributes.Keys]);
        stored.Id = row.Id = row.Id == Guid.Empty ? new Guid(++ids, 0, 0, new byte[8]) : row.Id;
        stored.RowVersion = (++version).ToString(CultureInfo.InvariantCulture);
        this.rows.Add(stored);
    }

    private Task<Entity?> Find(string what, string[] columns, Func<Entity, bool> which)
    {
        Note(what);
        return Task.FromResult(this.rows.SingleOrDefault(which) is { } row ? Copy(row, columns) : null);
    }

    private static Entity Copy(Entity row, string[] columns)
    {
        var copy = new Entity(row.LogicalName, row.Id) { RowVersion = row.RowVersion };
        foreach (var column in columns.Where(row.Contains))
        {
            copy[column] = row[column];
        }

        return copy;
    }

    private static bool Holds(Entity row, ConditionExpression condition)
    {
        var value =
            condition.AttributeName == row.LogicalName + "id" ? row.Id
            : row.Contains(condition.AttributeName) ? Plain(row[condition.AttributeName])
            : null;
        return condition.Operator switch
        {
            ConditionOperator.Equal => Equals(value, condition.Values.Single()),
            ConditionOperator.In => condition.Values.Any(candidate => Equals(value, candidate)),
            _ => throw new NotSupportedException($"The fake does not know {condition.Operator}."),
        };
    }

    private static object? Plain(object? value) =>
        value switch
        {
            EntityReference reference => reference.Id,
            OptionSetValue choice => choice.Value,
            _ => value,
        };
}
