using System.Collections.Frozen;

namespace PowerIntegration.Packer.Verification.Apps.Fetching;

/// <summary>Operators of a condition, by what they compare with.</summary>
internal static class FetchOperator
{
    private static readonly FrozenSet<string> WithoutValue = FrozenSet.Create(
        "null",
        "not-null",
        "yesterday",
        "today",
        "tomorrow",
        "last-seven-days",
        "next-seven-days",
        "last-week",
        "this-week",
        "next-week",
        "last-month",
        "this-month",
        "next-month",
        "last-year",
        "this-year",
        "next-year",
        "eq-userid",
        "ne-userid",
        "eq-userteams",
        "eq-useroruserteams",
        "eq-useroruserhierarchy",
        "eq-useroruserhierarchyandteams",
        "eq-businessid",
        "ne-businessid",
        "eq-userlanguage",
        "this-fiscal-year",
        "this-fiscal-period",
        "next-fiscal-year",
        "next-fiscal-period",
        "last-fiscal-year",
        "last-fiscal-period"
    );

    private static readonly FrozenSet<string> WithValues = FrozenSet.Create(
        "in",
        "not-in",
        "between",
        "not-between",
        "contain-values",
        "not-contain-values",
        "in-fiscal-period-and-year",
        "in-or-before-fiscal-period-and-year",
        "in-or-after-fiscal-period-and-year"
    );

    private static readonly FrozenSet<string> WithNumber = FrozenSet.Create(
        "last-x-hours",
        "next-x-hours",
        "last-x-days",
        "next-x-days",
        "last-x-weeks",
        "next-x-weeks",
        "last-x-months",
        "next-x-months",
        "last-x-years",
        "next-x-years",
        "olderthan-x-minutes",
        "olderthan-x-hours",
        "olderthan-x-days",
        "olderthan-x-weeks",
        "olderthan-x-months",
        "olderthan-x-years",
        "last-x-fiscal-years",
        "last-x-fiscal-periods",
        "next-x-fiscal-years",
        "next-x-fiscal-periods",
        "in-fiscal-year",
        "in-fiscal-period"
    );

    private static readonly FrozenSet<string> WithValue = FrozenSet.Create(
        "eq",
        "neq",
        "ne",
        "gt",
        "ge",
        "le",
        "lt",
        "like",
        "not-like",
        "begins-with",
        "not-begin-with",
        "ends-with",
        "not-end-with",
        "on",
        "on-or-before",
        "on-or-after",
        "under",
        "eq-or-under",
        "not-under",
        "above",
        "eq-or-above"
    );

    /// <summary>True for an operator that there is.</summary>
    public static bool IsKnown(string name) => IsLone(name) || TakesList(name) || TakesNumber(name) || WithValue.Contains(name);

    /// <summary>True where nothing is compared with, such as today.</summary>
    public static bool IsLone(string name) => WithoutValue.Contains(name);

    /// <summary>True where several values are compared with, each an element of its own.</summary>
    public static bool TakesList(string name) => WithValues.Contains(name);

    /// <summary>True where the value is a whole number above zero, such as that of days.</summary>
    public static bool TakesNumber(string name) => WithNumber.Contains(name);
}
