using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Local.Dataverse.Metadata;
using PowerIntegration.Local.Dataverse.Storage;

namespace PowerIntegration.Local.Dataverse.Query;

/// <summary>
/// Which rows a query has to look at: an index helps where every row must meet an equality, or where the first rows of an order are enough. The
/// filter itself still runs over what it gives.
/// </summary>
internal sealed class QueryPlan
{
    /// <summary>Below this a look at every row costs less than an index.</summary>
    private const int RowsMin = 256;

    private readonly Transaction transaction;
    private readonly TableDefinition table;
    private readonly Guid userId;
    private readonly (int Count, IEnumerable<Row>? Rows) rarest;
    private long examined;

    public QueryPlan(Transaction transaction, TableDefinition table, FilterExpression? criteria, Guid userId)
    {
        this.transaction = transaction;
        this.table = table;
        this.userId = userId;
        rarest = Rarest(Required(criteria));
    }

    /// <summary>Rows looked at so far.</summary>
    public long Examined => examined;

    /// <summary>Rows of a table whose column has a value.</summary>
    public static IEnumerable<Row> Matching(Transaction transaction, TableDefinition table, ColumnDefinition column, object value)
    {
        if (value is Guid id && column.Kind == ColumnKind.PrimaryKey)
        {
            return transaction.Find(table.LogicalName, id) is { } row ? [row] : [];
        }

        if (value is Guid target && column.Kind is (ColumnKind.Lookup or ColumnKind.Owner))
        {
            return transaction.PointingTo(table.LogicalName, column.LogicalName, target);
        }

        return transaction
            .All(table.LogicalName)
            .Where(row =>
                ComparedValue.Stored(row[column.LogicalName]) is { } stored
                && stored.GetType() == value.GetType()
                && ComparedValue.Compare(stored, value) == 0
            );
    }

    /// <summary>The rows in any order: those of the rarest value that the query requires, else all.</summary>
    public IEnumerable<Row> Candidates() => Counted(rarest.Rows ?? transaction.All(table.LogicalName));

    /// <summary>
    /// The rows in the order of the query's first column, those of one value together; null where that would not save anything.
    /// </summary>
    /// <param name="orders">The orders of the query.</param>
    /// <param name="needed">How many results are enough.</param>
    public IEnumerable<IEnumerable<Row>>? InOrder(IReadOnlyList<OrderOf> orders, int needed)
    {
        var all = transaction.CountOf(table.LogicalName);
        if (
            all < RowsMin
            || orders.Count == 0
            || orders[0].Alias is not null
            || table.Find(orders[0].Order.AttributeName) is not { } column
            || !IsIndexed(column)
        )
        {
            return null;
        }

        // As many as it takes to meet enough of the rare ones, if they lie evenly.
        if ((double)needed * all / Math.Max(1, rarest.Count) >= rarest.Count || transaction.Indexed(table.LogicalName, column.LogicalName) is not { } snapshot)
        {
            return null;
        }

        return snapshot
            .Indexes[column.LogicalName]
            .Groups(orders[0].Order.OrderType == OrderType.Descending)
            .Select(group => Counted(group.Select(id => snapshot.Rows[id])));
    }

    // Conditions that every row must meet, however deep they stand in filters of "and".
    private static IEnumerable<ConditionExpression> Required(FilterExpression? filter) =>
        filter is { FilterOperator: LogicalOperator.And, IsQuickFindFilter: false }
            ? filter.Conditions.Where(condition => string.IsNullOrEmpty(condition.EntityName)).Concat(filter.Filters.SelectMany(Required))
            : [];

    private static bool IsIndexed(ColumnDefinition column) =>
        column.Kind is not (ColumnKind.PrimaryKey or ColumnKind.Lookup or ColumnKind.Owner or ColumnKind.Memo);

    private (int Count, IEnumerable<Row>? Rows) Rarest(IEnumerable<ConditionExpression> required)
    {
        var all = transaction.CountOf(table.LogicalName);
        var least = (Count: all, Rows: (IEnumerable<Row>?)null);
        foreach (var condition in required)
        {
            if (Found(condition, all) is { } found && (least.Rows is null || found.Count < least.Count))
            {
                least = found;
            }
        }

        return least;
    }

    private (int Count, IEnumerable<Row>? Rows)? Found(ConditionExpression condition, int all)
    {
        if (table.Find(condition.AttributeName ?? "") is not { } column || ValuesOf(condition, column) is not { } values)
        {
            return null;
        }

        if (column.Kind is ColumnKind.PrimaryKey or ColumnKind.Lookup or ColumnKind.Owner)
        {
            var rows = values.Contains(null) ? null : values.SelectMany(value => Matching(transaction, table, column, value!)).ToList();
            return rows is null ? null : (rows.Count, rows);
        }

        if (values is [{ } only] && table.FindKey([column.LogicalName]) is { } key)
        {
            return (1, transaction.FindByKey(table, key, KeyValueText.Of(key, _ => only)!) is { } row ? [row] : []);
        }

        if (all < RowsMin || !IsIndexed(column) || transaction.Indexed(table.LogicalName, column.LogicalName) is not { } snapshot)
        {
            return null;
        }

        var index = snapshot.Indexes[column.LogicalName];
        return (values.Sum(index.CountOf), values.SelectMany(index.Equal).Select(id => snapshot.Rows[id]));
    }

    // The values that the condition allows; null where it is no equality.
    private List<object?>? ValuesOf(ConditionExpression condition, ColumnDefinition column) =>
        (condition.Operator, condition.Values.Count) switch
        {
            (ConditionOperator.Null, 0) => [null],
            (ConditionOperator.Equal, 1) => [ComparedValue.Of(column, condition.Values[0])],
            (ConditionOperator.EqualUserId, 0) => [userId],
            (ConditionOperator.In, > 0) when condition.Values.All(value => value is string or not System.Collections.IEnumerable) =>
            [
                .. condition.Values.Select(value => ComparedValue.Of(column, value)).Distinct(),
            ],
            _ => null,
        };

    private IEnumerable<Row> Counted(IEnumerable<Row> rows)
    {
        foreach (var row in rows)
        {
            examined++;
            yield return row;
        }
    }
}
