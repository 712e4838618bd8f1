using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Local.Dataverse.Errors;
using PowerIntegration.Local.Dataverse.Metadata;

namespace PowerIntegration.Local.Dataverse.Query;

/// <summary>Turns one condition into a test of a stored value. Strings compare without case.</summary>
internal static class ConditionTest
{
    public static Func<object?, bool> Compile(ColumnDefinition column, ConditionExpression condition, Guid userId, DateTime? now)
    {
        if (RelativeDays.Is(condition.Operator))
        {
            return Within(column, condition, now);
        }

        if (condition.CompareColumns)
        {
            throw Faults.NotBuilt("Comparing a column with a column");
        }

        var values = Flatten(condition.Values).ToList();
        return condition.Operator switch
        {
            ConditionOperator.Null => value => value is null,
            ConditionOperator.NotNull => value => value is not null,
            ConditionOperator.Equal => EqualTo(One(column, condition, values)),
            ConditionOperator.NotEqual => Not(EqualTo(One(column, condition, values))),
            ConditionOperator.GreaterThan => Compared(One(column, condition, values), order => order > 0),
            ConditionOperator.GreaterEqual => Compared(One(column, condition, values), order => order >= 0),
            ConditionOperator.On => OnDay(column, condition, values, order => order == 0),
            ConditionOperator.OnOrAfter => OnDay(column, condition, values, order => order >= 0),
            ConditionOperator.OnOrBefore => OnDay(column, condition, values, order => order <= 0),
            ConditionOperator.LessThan => Compared(One(column, condition, values), order => order < 0),
            ConditionOperator.LessEqual => Compared(One(column, condition, values), order => order <= 0),
            ConditionOperator.In => AnyOf(column, values),
            ConditionOperator.NotIn => Not(AnyOf(column, values)),
            ConditionOperator.Between => Between(column, values),
            ConditionOperator.NotBetween => Not(Between(column, values)),
            ConditionOperator.EqualUserId => EqualTo(userId),
            ConditionOperator.NotEqualUserId => Not(EqualTo(userId)),
            _ => CompileText(column, condition, values),
        };
    }

    private static Func<object?, bool> Within(ColumnDefinition column, ConditionExpression condition, DateTime? now)
    {
        if (column.Kind != ColumnKind.DateTime || now is not { } time)
        {
            throw Faults.NotBuilt($"The condition operator '{condition.Operator}' on column '{column.LogicalName}' ({column.Kind}) here");
        }

        var (first, last) = RelativeDays.Of(condition, time.Date);
        return value => value is DateTime stored && stored.Date >= first && stored.Date <= last;
    }

    private static Func<object?, bool> CompileText(ColumnDefinition column, ConditionExpression condition, List<object?> values)
    {
        if (column.Kind is not (ColumnKind.Text or ColumnKind.Memo))
        {
            throw Faults.NotBuilt($"The condition operator '{condition.Operator}' on column '{column.LogicalName}' ({column.Kind})");
        }

        return condition.Operator switch
        {
            ConditionOperator.Like => Like((string)One(column, condition, values)),
            ConditionOperator.NotLike => Not(Like((string)One(column, condition, values))),
            ConditionOperator.BeginsWith => Like((string)One(column, condition, values) + "%"),
            ConditionOperator.DoesNotBeginWith => Not(Like((string)One(column, condition, values) + "%")),
            ConditionOperator.EndsWith => Like("%" + (string)One(column, condition, values)),
            ConditionOperator.DoesNotEndWith => Not(Like("%" + (string)One(column, condition, values))),
            _ => throw Faults.NotBuilt($"The condition operator '{condition.Operator}'"),
        };
    }

    // The platform's negative operators also find empty columns; this follows general knowledge, not a document at hand.
    private static Func<object?, bool> Not(Func<object?, bool> test) => value => !test(value);

    private static Func<object?, bool> EqualTo(object expected) => value => value is not null && ComparedValue.Compare(value, expected) == 0;

    private static Func<object?, bool> Compared(object expected, Func<int, bool> accept) =>
        value => value is not null && accept(ComparedValue.Compare(value, expected));

    // Whole days, in UTC: the users here have no time zone of their own.
    private static Func<object?, bool> OnDay(ColumnDefinition column, ConditionExpression condition, List<object?> values, Func<int, bool> accept)
    {
        var day = One(column, condition, values) is DateTime time
            ? time.Date
            : throw Faults.Invalid($"The condition operator {condition.Operator} needs a date column; '{column.LogicalName}' is {column.Kind}.");
        return value => value is DateTime stored && accept(stored.Date.CompareTo(day));
    }

    private static Func<object?, bool> AnyOf(ColumnDefinition column, List<object?> values)
    {
        var expected = values.Select(value => ComparedValue.Of(column, value)).ToList();
        return value => value is not null && expected.Exists(candidate => ComparedValue.Compare(value, candidate) == 0);
    }

    private static Func<object?, bool> Between(ColumnDefinition column, List<object?> values)
    {
        if (values.Count != 2)
        {
            throw Faults.Invalid($"The condition operator Between on '{column.LogicalName}' requires exactly 2 values.");
        }

        var from = ComparedValue.Of(column, values[0]);
        var to = ComparedValue.Of(column, values[1]);
        return value => value is not null && ComparedValue.Compare(value, from) >= 0 && ComparedValue.Compare(value, to) <= 0;
    }

    private static Func<object?, bool> Like(string pattern)
    {
        var expression = LikePattern.Compile(pattern);
        return value => value is string text && expression.IsMatch(text);
    }

    private static object One(ColumnDefinition column, ConditionExpression condition, List<object?> values) =>
        values.Count == 1
            ? ComparedValue.Of(column, values[0])
            : throw Faults.Invalid(
                $"The condition operator {condition.Operator} on '{column.LogicalName}' requires exactly 1 value, and has {values.Count}."
            );

    // The SDK wraps an array handed over as one value.
    private static IEnumerable<object?> Flatten(IEnumerable<object?> values) =>
        values.SelectMany(value => value is Array array ? array.Cast<object?>() : [value]);
}
