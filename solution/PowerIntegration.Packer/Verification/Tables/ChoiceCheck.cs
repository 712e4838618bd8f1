using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Tables;

/// <summary>Choices carry the publisher's prefix in their names and in their values; no value and no label occurs twice.</summary>
internal static class ChoiceCheck
{
    public static IEnumerable<Finding> Find(Catalogue catalogue) => catalogue.All("OptionSets", ".xml").SelectMany(Find);

    private static IEnumerable<Finding> Find(SourceElement choice)
    {
        string name = choice.Attribute("Name");
        if (!Publisher.Owns(name) || name != LogicalName.Of(name) || choice.File != $"OptionSets/{name}.xml")
        {
            yield return choice.Says(name, $"The name begins with {Publisher.Prefix}_, is lower case and is the name of the file.");
        }

        SourceElement[] options = [.. choice.Element.Descendants("option").Select(choice.At)];
        foreach (SourceElement option in options.Where(option => !IsOwn(option.Attribute("value"))))
        {
            yield return choice.Says(
                name,
                $"The value {option.Attribute("value")} lies outside {Publisher.OptionValueFirst} to {Publisher.OptionValueLast}, the "
                    + "publisher's own."
            );
        }

        foreach (string value in Repeated(options.Select(option => option.Attribute("value"))))
        {
            yield return choice.Says(name, $"The value {value} is there more than once.");
        }

        foreach (
            string label in Repeated(options.Select(option => (string?)option.Element.Descendants("label").First().Attribute("description") ?? ""))
        )
        {
            yield return choice.Says(name, $"The label '{label}' is there more than once.");
        }
    }

    private static bool IsOwn(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
        && number is >= Publisher.OptionValueFirst and <= Publisher.OptionValueLast;

    private static IEnumerable<string> Repeated(IEnumerable<string> texts) =>
        texts.GroupBy(text => text).Where(group => group.Count() > 1).Select(group => group.Key);
}
