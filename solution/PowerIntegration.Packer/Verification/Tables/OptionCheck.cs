using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Tables;

/// <summary>Options of one choice: no value and no label twice, and values of this product's choices out of its own range.</summary>
internal static class OptionCheck
{
    /// <summary>What is wrong with the options of an element optionset.</summary>
    public static IEnumerable<Finding> Find(SourceElement optionSet, bool isOwn) =>
        [
            .. isOwn ? OutsideRange(optionSet) : [],
            .. Repeated(optionSet, option => option.Attribute("value"), "value"),
            .. Repeated(optionSet, LabelOf, "label"),
        ];

    /// <summary>The options of a choice, global or of one column.</summary>
    public static IEnumerable<SourceElement> Of(SourceElement optionSet) => optionSet.Below("options", "option");

    private static IEnumerable<Finding> OutsideRange(SourceElement optionSet) =>
        Of(optionSet)
            .Where(option => !IsInRange(option.Attribute("value")))
            .Select(option =>
                option.Says(
                    $"The value {option.Attribute("value")} is outside the publisher's range. "
                        + $"Use one from {Publisher.OptionValueFirst} to {Publisher.OptionValueLast}."
                )
            );

    private static IEnumerable<Finding> Repeated(SourceElement optionSet, Func<SourceElement, string> key, string what) =>
        Of(optionSet)
            .GroupBy(key)
            .Where(group => group.Key.Length > 0)
            .SelectMany(group => group.Skip(1))
            .Select(option => option.Says($"The {what} '{key(option)}' appears twice. Give each option a {what} of its own."));

    private static string LabelOf(SourceElement option) => option.Below("labels", "label").FirstOrDefault()?.Attribute("description") ?? "";

    private static bool IsInRange(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
        && number is >= Publisher.OptionValueFirst and <= Publisher.OptionValueLast;
}
