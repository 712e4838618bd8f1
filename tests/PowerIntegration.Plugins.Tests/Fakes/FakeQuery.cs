using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace PowerIntegration.Plugins.Tests.Fakes;

/// <summary>Conditions and joins as the plug-ins use them; others are refused.</summary>
internal static class FakeQuery
{
    public static void RefuseUnknown(QueryExpression query)
    {
        Refuse(query.Distinct, "Distinct");
        Refuse(query.PageInfo is { Count: > 0 and not 5000 }, "PageInfo");
        Refuse(query.ColumnSet.AllColumns, "AllColumns");
    }

    public static bool Matches(Entity row, FilterExpression filter)
    {
        var conditions = filter
            .Conditions.Select(condition => Matches(row, condition))
            .Concat(filter.Filters.Select(inner => Matches(row, inner)))
            .ToList();
        return filter.FilterOperator == LogicalOperator.And ? conditions.TrueForAll(met => met) : conditions.Exists(met => met);
    }

    /// <summary>
    /// Rows in the order that a query asks for; what has no value comes first, as in Dataverse. The columns need not be among those given.
    /// </summary>
    public static IEnumerable<Entity> Ordered(IEnumerable<Entity> rows, IEnumerable<OrderExpression> orders)
    {
        IOrderedEnumerable<Entity>? ordered = null;
        foreach (var order in orders)
        {
            ordered = (ordered, order.OrderType) switch
            {
                (null, OrderType.Ascending) => rows.OrderBy(row => Value(row, order.AttributeName), Order),
                (null, _) => rows.OrderByDescending(row => Value(row, order.AttributeName), Order),
                (_, OrderType.Ascending) => ordered.ThenBy(row => Value(row, order.AttributeName), Order),
                _ => ordered.ThenByDescending(row => Value(row, order.AttributeName), Order),
            };
        }

        return ordered ?? rows;
    }

    // Texts in the order in which a condition compares them.
    private static readonly Comparer<object?> Order = Comparer<object?>.Create(
        (one, other) => one is string text && other is string same ? string.CompareOrdinal(text, same) : Comparer<object?>.Default.Compare(one, other)
    );

    /// <summary>Joins rows; each joined table is indexed once for each query.</summary>
    public static Func<Entity, IEnumerable<Entity>> Joiner(QueryExpression query, Func<string, IEnumerable<Entity>> table)
    {
        var indexes = new Dictionary<LinkEntity, ILookup<object?, Entity>>();
        ILookup<object?, Entity> Index(LinkEntity link)
        {
            if (!indexes.TryGetValue(link, out var index))
            {
                var rows = table(link.LinkToEntityName).Where(row => Matches(row, link.LinkCriteria));
                indexes[link] = index = rows.ToLookup(row => Value(row, link.LinkToAttributeName));
            }

            return index;
        }

        return row => Expand(Project(row, query.ColumnSet), row, query.LinkEntities, Index);
    }

    private static IEnumerable<Entity> Expand(
        Entity result,
        Entity current,
        IEnumerable<LinkEntity> links,
        Func<LinkEntity, ILookup<object?, Entity>> index
    )
    {
        IEnumerable<Entity> results = [result];
        foreach (var link in links)
        {
            results = results.SelectMany(row => Join(row, current, link, index)).ToList();
        }

        return results;
    }

    private static IEnumerable<Entity> Join(Entity result, Entity current, LinkEntity link, Func<LinkEntity, ILookup<object?, Entity>> index)
    {
        var key = Value(current, link.LinkFromAttributeName);
        List<Entity> found = key is null ? [] : [.. index(link)[key]];
        if (found.Count == 0)
        {
            return link.JoinOperator switch
            {
                JoinOperator.LeftOuter => [result],
                JoinOperator.Inner => [],
                _ => throw new NotSupportedException($"Join {link.JoinOperator} is not known here."),
            };
        }

        return found.SelectMany(row => Expand(WithAliases(result, row, link), row, link.LinkEntities, index));
    }

    private static Entity Project(Entity row, ColumnSet columns)
    {
        var projected = new Entity(row.LogicalName, row.Id);
        foreach (var column in columns.Columns)
        {
            if (row.Attributes.TryGetValue(column, out var value) && value is not null)
            {
                projected[column] = value;
            }
        }

        return projected;
    }

    private static Entity WithAliases(Entity result, Entity joined, LinkEntity link)
    {
        var copy = new Entity(result.LogicalName, result.Id);
        copy.Attributes.AddRange(result.Attributes);
        foreach (var column in link.Columns.Columns)
        {
            // The primary key is a column like others where it is asked for.
            var value =
                column == joined.LogicalName + "id" ? joined.Id
                : joined.Attributes.TryGetValue(column, out var other) ? other
                : null;
            if (value is not null)
            {
                copy[link.EntityAlias + "." + column] = new AliasedValue(joined.LogicalName, column, value);
            }
        }

        return copy;
    }

    private static void Refuse(bool isAsked, string what)
    {
        if (isAsked)
        {
            throw new NotSupportedException($"{what} of a query is not known here.");
        }
    }

    private static bool Matches(Entity row, ConditionExpression condition) =>
        condition.Operator switch
        {
            ConditionOperator.Equal => Equals(Value(row, condition.AttributeName), condition.Values.Single()),
            // What is empty differs from every value.
            ConditionOperator.NotEqual => !Equals(Value(row, condition.AttributeName), condition.Values.Single()),
            ConditionOperator.In => Value(row, condition.AttributeName) is { } value && condition.Values.Any(one => IsSame(one, value)),
            ConditionOperator.Like => Value(row, condition.AttributeName) is string text && Like(text, (string)condition.Values.Single()),
            ConditionOperator.LessEqual => Value(row, condition.AttributeName) is DateTime day && day <= (DateTime)condition.Values.Single(),
            ConditionOperator.GreaterEqual => Value(row, condition.AttributeName) is DateTime day && day >= (DateTime)condition.Values.Single(),
            ConditionOperator.GreaterThan => IsGreater(Value(row, condition.AttributeName), condition.Values.Single()),
            ConditionOperator.LessThan => Value(row, condition.AttributeName) is int number && number < (int)condition.Values.Single(),
            ConditionOperator.Null => Value(row, condition.AttributeName) is null,
            ConditionOperator.NotNull => Value(row, condition.AttributeName) is not null,
            _ => throw new NotSupportedException($"Condition {condition.Operator} is not known here."),
        };

    private static bool IsGreater(object? value, object than) =>
        (value, than) switch
        {
            (null, _) => false,
            (string key, string other) => string.CompareOrdinal(key, other) > 0,
            (int number, int other) => number > other,
            (DateTime time, DateTime other) => time > other,
            _ => throw new NotSupportedException($"{value} and {than} are not compared here."),
        };

    // Dataverse compares texts without case.
    private static bool IsSame(object one, object other) =>
        one is string text && other is string same ? string.Equals(text, same, StringComparison.OrdinalIgnoreCase) : Equals(one, other);

    // Only text between two signs of per cent is asked for, and text at the beginning.
    private static bool Like(string text, string pattern) =>
        !pattern.StartsWith('%') && pattern.IndexOf('%', StringComparison.Ordinal) == pattern.Length - 1
            ? text.StartsWith(pattern[..^1], StringComparison.OrdinalIgnoreCase)
        : pattern.StartsWith('%') && pattern.EndsWith('%') ? text.Contains(pattern.Trim('%'), StringComparison.OrdinalIgnoreCase)
        : throw new NotSupportedException($"The pattern {pattern} is not known here.");

    private static object? Value(Entity row, string column) =>
        column == row.LogicalName + "id" ? row.Id
        : !row.Attributes.TryGetValue(column, out var value) ? null
        : value switch
        {
            EntityReference reference => reference.Id,
            OptionSetValue choice => choice.Value,
            _ => value,
        };
}
