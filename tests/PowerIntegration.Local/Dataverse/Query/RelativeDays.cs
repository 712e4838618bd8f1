using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Local.Dataverse.Errors;

namespace PowerIntegration.Local.Dataverse.Query;

/// <summary>
/// Days that a condition counts from today, in UTC: the users here have no time zone of their own. A week begins on Sunday, as the platform sets it
/// up; that "last" and "next" days include today is general knowledge, not from a document at hand.
/// </summary>
internal static class RelativeDays
{
    private const int WeekDays = 7;
    private const int CountMax = 10_000;

    /// <summary>Whether the operator counts days from today.</summary>
    public static bool Is(ConditionOperator operation) =>
        operation
            is ConditionOperator.Today
                or ConditionOperator.Yesterday
                or ConditionOperator.Tomorrow
                or ConditionOperator.ThisWeek
                or ConditionOperator.LastWeek
                or ConditionOperator.ThisMonth
                or ConditionOperator.LastMonth
                or ConditionOperator.LastXDays
                or ConditionOperator.NextXDays;

    /// <summary>The first and the last day.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="today">The day on which it is asked.</param>
    public static (DateTime First, DateTime Last) Of(ConditionExpression condition, DateTime today)
    {
        var week = today.AddDays(-(int)today.DayOfWeek);
        var month = today.AddDays(1 - today.Day);
        return condition.Operator switch
        {
            ConditionOperator.Today => (today, today),
            ConditionOperator.Yesterday => (today.AddDays(-1), today.AddDays(-1)),
            ConditionOperator.Tomorrow => (today.AddDays(1), today.AddDays(1)),
            ConditionOperator.ThisWeek => (week, week.AddDays(WeekDays - 1)),
            ConditionOperator.LastWeek => (week.AddDays(-WeekDays), week.AddDays(-1)),
            ConditionOperator.ThisMonth => (month, month.AddMonths(1).AddDays(-1)),
            ConditionOperator.LastMonth => (month.AddMonths(-1), month.AddDays(-1)),
            ConditionOperator.LastXDays => (today.AddDays(-Count(condition)), today),
            _ => (today, today.AddDays(Count(condition))),
        };
    }

    private static int Count(ConditionExpression condition) =>
        condition.Values.Count == 1
        && int.TryParse(condition.Values[0].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
        && count is > 0 and <= CountMax
            ? count
            : throw Faults.Invalid($"The condition operator {condition.Operator} on '{condition.AttributeName}' needs a number of days.");
}
