using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Apps.Targets;
using PowerIntegration.Packer.Verification.Shapes;

namespace PowerIntegration.Packer.Verification.Apps.Fetching;

/// <summary>A condition has a known operator, the values that it takes, and choice values that exist.</summary>
internal static class ConditionCheck
{
    public static IEnumerable<Finding> Find(AppTargets targets, SourceElement condition)
    {
        string name = condition.Attribute("operator");
        if (name.Length == 0)
        {
            return [];
        }

        return FetchOperator.IsKnown(name)
            ? [.. Counts(condition, name), .. Choices(targets, condition), .. Types(targets, condition, name)]
            : [condition.Says($"The operator '{name}' does not exist. Name one that does, such as eq.")];
    }

    private static IEnumerable<Finding> Counts(SourceElement condition, string name)
    {
        string[] values = ValuesOf(condition);
        if (FetchOperator.IsLone(name))
        {
            return values.Length == 0 ? [] : [condition.Says($"The operator {name} takes no value, and '{values[0]}' is there. Remove it.")];
        }

        if (condition.Attribute("valueof").Length > 0)
        {
            return [];
        }

        int least = name is "between" or "not-between" ? 2 : 1;
        if (values.Length < least || (values.Length > 1 && !FetchOperator.TakesList(name)))
        {
            string expected = FetchOperator.TakesList(name) ? $"{least} or more values, each in an element value" : "one value";
            return [condition.Says($"The operator {name} takes {expected}, and {values.Length} are there. Correct the values.")];
        }

        return FetchOperator.TakesNumber(name) && !Values.Whole(1, 10_000).Accepts(values[0])
            ? [condition.Says($"The operator {name} takes a whole number above zero, and '{values[0]}' is there. Correct it.")]
            : [];
    }

    private static IEnumerable<Finding> Choices(AppTargets targets, SourceElement condition)
    {
        string column = condition.Attribute("attribute");
        string table = FetchCheck.TableOf(condition.Element);
        string[] known = targets.Table(table) is { } described ? targets.ChoicesOf(described, column) : [];
        return known.Length == 0
            ? []
            : ValuesOf(condition)
                .Where(value => !known.Contains(value))
                .Select(value => condition.Says($"{column} of {table} has no value {value}. Write one of {string.Join(", ", known)}."));
    }

    // Text is compared as it is, and dates have many forms; the rest can be told.
    private static IEnumerable<Finding> Types(AppTargets targets, SourceElement condition, string name)
    {
        if (FetchOperator.TakesNumber(name) || targets.Table(FetchCheck.TableOf(condition.Element)) is not { } table)
        {
            yield break;
        }

        string column = condition.Attribute("attribute");
        ValueRule? rule = ColumnTypes.Of(table, column) switch
        {
            "int" or "bigint" => Values.Whole(long.MinValue, long.MaxValue),
            "decimal" or "money" or "float" => Values.Number(decimal.MinValue, decimal.MaxValue),
            "lookup" or "primarykey" or "uniqueidentifier" => AppValues.AnyId,
            _ => null,
        };
        foreach (string value in ValuesOf(condition).Where(value => rule?.Accepts(value) == false))
        {
            yield return condition.Says($"The value of {column} is '{value}'. Write {rule!.Expected}.");
        }
    }

    private static string[] ValuesOf(SourceElement condition) =>
        condition.Element.Attribute("value") is { } value ? [value.Value] : [.. condition.Below("value").Select(child => child.Element.Value)];
}
