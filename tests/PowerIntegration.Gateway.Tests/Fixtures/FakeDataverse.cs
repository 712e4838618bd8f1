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
        var rows = Rows(query.EntityName).Where(row => Holds(row, query.Criteria));
        foreach (var order in query.Orders.Reverse())
        {
            rows =
                order.OrderType == OrderType.Descending
                    ? rows.OrderByDescending(row => Value(row, order.AttributeName))
                    : rows.OrderBy(row => Value(row, order.AttributeName));
        }

        IReadOnlyList<Entity> answer =
        [
            .. rows.Take(query.TopCount ?? int.MaxValue).SelectMany(row => Joined(query.LinkEntities, row, Copy(row, [.. query.ColumnSet.Columns]))),
        ];
        return Task.FromResult(answer);
    }

    // Every row that the links make of one row; joined columns come under the alias of their link.
    private IEnumerable<Entity> Joined(IEnumerable<LinkEntity> links, Entity row, Entity copy) =>
        links.Aggregate((IEnumerable<Entity>)[copy], (rows, link) => rows.ToList().SelectMany(one => Joined(link, row, one)));

    private IEnumerable<Entity> Joined(LinkEntity link, Entity row, Entity copy)
    {
        if (link.LinkCriteria.Conditions.Count > 0 || link.JoinOperator is not (JoinOperator.Inner or JoinOperator.LeftOuter))
        {
            throw new NotSupportedException($"The fake does not know this join to {link.LinkToEntityName}.");
        }

        var value = Value(row, link.LinkFromAttributeName);
        var found = value is null ? [] : Rows(link.LinkToEntityName).Where(other => Equals(Value(other, link.LinkToAttributeName), value)).ToList();
        if (found.Count == 0)
        {
            return link.JoinOperator == JoinOperator.LeftOuter ? [copy] : [];
        }

        return found.SelectMany(other =>
        {
            var joined = Copy(copy, [.. copy.Attributes.Keys]);
            foreach (var column in link.Columns.Columns)
            {
                object? joinedValue =
                    column == "versionnumber" ? long.Parse(other.RowVersion, CultureInfo.InvariantCulture)
                    : column == link.LinkToEntityName + "id" ? other.Id
                    : other.Contains(column) ? other[column]
                    : null;
                if (joinedValue is not null)
                {
                    joined[$"{link.EntityAlias}.{column}"] = new AliasedValue(link.LinkToEntityName, column, joinedValue);
                }
            }

            return Joined(link.LinkEntities, other, joined);
        });
    }

    public Task<bool> TryCreateAllAsync(IReadOnlyList<Entity> rows, CancellationToken cancellationToken)
    {
        Note($"create {rows.Count} {rows[0].LogicalName}");
        if (rows.Any(row => Rows(row.LogicalName).Any(other => Equals(other[KeyColumn], row[KeyColumn]))))
        {
            return Task.FromResult(false);
        }

        foreach (var row in rows)
        {
            Store(row);
        }

        return Task.FromResult(true);
    }

    public Task UpsertAllAsync(IReadOnlyList<Entity> rows, CancellationToken cancellationToken)
    {
        Note($"upsert {rows.Count} {rows[0].LogicalName}");
        foreach (var row in rows)
        {
            var key = row.KeyAttributes[KeyColumn];
            if (Rows(row.LogicalName).FirstOrDefault(other => Equals(other[KeyColumn], key)) is { } known)
            {
                row.Id = known.Id;
                Change(row);
            }
            else
            {
                row[KeyColumn] = key;
                Store(row);
            }
        }

        return Task.CompletedTask;
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

    private static bool Holds(Entity row, FilterExpression filter)
    {
        var parts = filter.Conditions.Select(condition => Holds(row, condition)).Concat(filter.Filters.Select(inner => Holds(row, inner))).ToList();
        return filter.FilterOperator == LogicalOperator.And || parts.Count == 0 ? parts.TrueForAll(holds => holds) : parts.Exists(holds => holds);
    }

    private static bool Holds(Entity row, ConditionExpression condition)
    {
        var value = Value(row, condition.AttributeName);
        return condition.Operator switch
        {
            ConditionOperator.Equal => Equals(value, condition.Values.Single()),
            ConditionOperator.BeginsWith => value is string text
                && text.StartsWith((string)condition.Values.Single(), StringComparison.OrdinalIgnoreCase),
            ConditionOperator.Null => value is null,
            ConditionOperator.LessEqual => value is DateTime instant && instant <= (DateTime)condition.Values.Single(),
            ConditionOperator.NotIn => value is not null && !condition.Values.Any(candidate => Equals(value, candidate)),
            ConditionOperator.In => condition.Values.Any(candidate => Equals(value, candidate)),
            _ => throw new NotSupportedException($"The fake does not know {condition.Operator}."),
        };
    }

    private static object? Value(Entity row, string column) =>
        column == row.LogicalName + "id" ? row.Id
        : row.Contains(column) ? Plain(row[column])
        : null;

    private static object? Plain(object? value) =>
        value switch
        {
            EntityReference reference => reference.Id,
            OptionSetValue choice => choice.Value,
            _ => value,
        };
}
