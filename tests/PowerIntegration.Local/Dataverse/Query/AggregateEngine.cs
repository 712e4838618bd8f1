using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Local.Dataverse.Errors;
using PowerIntegration.Local.Dataverse.Metadata;
using PowerIntegration.Local.Dataverse.Storage;

namespace PowerIntegration.Local.Dataverse.Query;

/// <summary>Groups the rows of a query and computes the figures of each group.</summary>
internal sealed class AggregateEngine
{
    /// <summary>Most rows that are aggregated; the platform's bound.</summary>
    public const int RowsMax = 50_000;

    private const int MonthsInQuarter = 3;
    private const int DaysInWeek = 7;

    private readonly OrganizationModel model;
    private readonly Transaction transaction;

    public AggregateEngine(OrganizationModel model, Transaction transaction)
    {
        this.model = model;
        this.transaction = transaction;
    }

    /// <summary>The groups as entities without an id, whose values are aliased.</summary>
    /// <param name="query">The query.</param>
    /// <param name="rows">Its rows, and the tables that its aliases name.</param>
    public EntityCollection Execute(AggregateQuery query, QueryEngine rows)
    {
        var (scope, found) = rows.Find(query.Rows, RowsMax + 1);
        if (found.Count > RowsMax)
        {
            throw Faults.Of(DataverseErrorCode.AggregateRowLimit, "The maximum record limit is exceeded. Reduce the number of records.");
        }

        if (query.Orders.FirstOrDefault(order => query.Columns.All(column => column.Alias != order.Alias)) is { } stranger)
        {
            throw Faults.Invalid($"The order names the alias '{stranger.Alias}', which no attribute has.");
        }

        var columns = query.Columns.Select(column => (Ask: column, Column: scope.Column(column.Link, column.Name))).ToList();
        var groups = columns.Where(column => column.Ask.Function is null).ToList();
        var results = found
            .GroupBy(row => new GroupKey([.. groups.Select(group => Grouped(group.Ask, group.Column, row))]))
            .Select(group => (group.Key, Values: columns.ToDictionary(column => column.Ask.Alias, column => Value(column, groups, group.Key, [.. group]))))
            .ToList();
        if (results.Count == 0 && groups.Count == 0)
        {
            results.Add((new GroupKey([]), columns.ToDictionary(column => column.Ask.Alias, column => Value(column, groups, new GroupKey([]), []))));
        }

        var sorted = Sorted(query, results.Select(result => result.Values)).ToList();
        return Page(query.Rows, [.. sorted.Select(values => Entity(query.Rows.EntityName, columns, values))]);
    }

    private static EntityCollection Page(QueryExpression query, List<Entity> groups)
    {
        var paging = query.PageInfo ?? new PagingInfo();
        var size = query.TopCount ?? (paging.Count > 0 ? paging.Count : QueryEngine.PageSizeMax);
        var start = query.TopCount is null ? (Math.Max(1, paging.PageNumber) - 1) * size : 0;
        return new EntityCollection([.. groups.Skip(start).Take(size)])
        {
            EntityName = query.EntityName,
            MoreRecords = query.TopCount is null && groups.Count - start > size,
            TotalRecordCount = -1,
        };
    }

    private static object? Value(
        (AggregateColumn Ask, ColumnDefinition Column) column,
        List<(AggregateColumn Ask, ColumnDefinition Column)> groups,
        GroupKey key,
        IReadOnlyList<JoinedRow> rows
    )
    {
        if (column.Ask.Function is not { } function)
        {
            return key.Values[groups.IndexOf(column)];
        }

        if (function == "count")
        {
            return rows.Count;
        }

        var values = rows.Select(row => row.Of(column.Ask.Link)?[column.Column.LogicalName]).OfType<object>().ToList();
        return function switch
        {
            "countcolumn" => column.Ask.IsDistinct ? values.Distinct().Count() : values.Count,
            "min" => values.Count == 0 ? null : values.Aggregate((least, value) => StoredValueOrder.Compare(value, least) < 0 ? value : least),
            "max" => values.Count == 0 ? null : values.Aggregate((most, value) => StoredValueOrder.Compare(value, most) > 0 ? value : most),
            "sum" or "avg" => values.Count == 0 ? null : Figure(column.Column, function, values),
            _ => throw Faults.NotBuilt($"The FetchXML aggregate '{function}'"),
        };
    }

    // A whole number stays one where it is added up, and its average is one too.
    private static object Figure(ColumnDefinition column, string function, List<object> values)
    {
        var total = values.Sum(value =>
            column.Kind switch
            {
                ColumnKind.Integer => (int)value,
                ColumnKind.BigInt => (long)value,
                ColumnKind.Decimal => (decimal)value,
                _ => throw Faults.Invalid($"The aggregate '{function}' needs a number; '{column.LogicalName}' is {column.Kind}."),
            }
        );
        var figure = function == "sum" ? total : total / values.Count;
        return column.Kind == ColumnKind.Decimal ? figure : (int)figure;
    }

    private static object? Grouped(AggregateColumn ask, ColumnDefinition column, JoinedRow row)
    {
        var value = row.Of(ask.Link)?[column.LogicalName];
        return ask.DatePart is null || value is null ? value
            : value is DateTime time
                ? ask.DatePart switch
                {
                    "day" => time.Day,
                    "week" => ((time.DayOfYear - 1) / DaysInWeek) + 1,
                    "month" => time.Month,
                    "quarter" => ((time.Month - 1) / MonthsInQuarter) + 1,
                    "year" => time.Year,
                    var other => throw Faults.NotBuilt($"The FetchXML dategrouping '{other}'"),
                }
            : throw Faults.Invalid($"A dategrouping needs a date; '{column.LogicalName}' is {column.Kind}.");
    }

    private static IEnumerable<Dictionary<string, object?>> Sorted(AggregateQuery query, IEnumerable<Dictionary<string, object?>> groups)
    {
        IOrderedEnumerable<Dictionary<string, object?>>? sorted = null;
        // What the query leaves open is settled by the groups themselves, so that answers are alike.
        var orders = query.Orders.Concat(
            query.Columns.Where(column => column.Function is null).Select(column => new AggregateOrder(column.Alias, false))
        );
        foreach (var order in orders)
        {
            object? Key(Dictionary<string, object?> group) => Comparable(group[order.Alias]);
            var comparer = Comparer<object?>.Create((x, y) => (order.IsDescending ? -1 : 1) * StoredValueOrder.Compare(x, y));
            sorted = sorted is null ? groups.OrderBy(Key, comparer) : sorted.ThenBy(Key, comparer);
        }

        return sorted ?? groups;
    }

    private static object? Comparable(object? value) => value is RowReference reference ? reference.Id : value;

    private Entity Entity(string table, List<(AggregateColumn Ask, ColumnDefinition Column)> columns, Dictionary<string, object?> values)
    {
        var entity = new Entity(table);
        foreach (var (ask, column) in columns)
        {
            if (values[ask.Alias] is not { } value)
            {
                continue;
            }

            var isOfColumn = ask.DatePart is null && ask.Function is not ("count" or "countcolumn");
            entity[ask.Alias] = new AliasedValue(table, ask.Name, isOfColumn ? EntityProjection.ToSdk(model, transaction, column, value) : value);
            var shown =
                !isOfColumn ? ((int)value).ToString("#,0", CultureInfo.InvariantCulture)
                : value is RowReference reference ? ReferenceName.Of(reference, transaction, model)
                : ShownValue.Of(column, value);
            if (shown is not null)
            {
                entity.FormattedValues[ask.Alias] = shown;
            }
        }

        return entity;
    }

    // Groups are told apart as values are: case does not count.
    private sealed class GroupKey(IReadOnlyList<object?> values) : IEquatable<GroupKey>
    {
        public IReadOnlyList<object?> Values => values;

        public bool Equals(GroupKey? other) => other is not null && values.Select(Folded).SequenceEqual(other.Values.Select(Folded));

        public override bool Equals(object? obj) => Equals(obj as GroupKey);

        public override int GetHashCode() => values.Aggregate(0, (hash, value) => HashCode.Combine(hash, Folded(value)));

        private static object? Folded(object? value) => value is string text ? text.ToUpperInvariant() : value;
    }
}
