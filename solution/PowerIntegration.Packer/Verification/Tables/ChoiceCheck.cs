using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Shapes;

namespace PowerIntegration.Packer.Verification.Tables;

/// <summary>Choices of their own: shape, name, options.</summary>
internal static class ChoiceCheck
{
    public static IEnumerable<Finding> Find(Catalogue catalogue) =>
        [
            .. catalogue.Solutions.SelectMany(solution => solution.XmlIn("OptionSets", ".xml").SelectMany(choice => Find(choice, solution.IsOwn))),
            .. Repeated(catalogue),
        ];

    private static IEnumerable<Finding> Find(SourceElement choice, bool isOwn) =>
        [.. ShapeCheck.Find(choice, OptionSetShape.Global, isOwn), .. Names(choice, isOwn), .. OptionCheck.Find(choice, isOwn)];

    private static IEnumerable<Finding> Names(SourceElement choice, bool isOwn)
    {
        string name = choice.Attribute("Name");
        if (choice.File != $"OptionSets/{name}.xml")
        {
            yield return choice.Says($"The choice is named '{name}'. Give the choice and its file the same name.");
        }

        if (isOwn && !Publisher.Owns(name))
        {
            yield return choice.Says($"The name '{name}' does not begin with {Publisher.Prefix}_. Rename the choice.");
        }

        if (isOwn && choice.Below("displaynames", "displayname").FirstOrDefault()?.Attribute("description") is { } label)
        {
            if (choice.Attribute("localizedName") != label)
            {
                yield return choice.Says(
                    $"localizedName is '{choice.Attribute("localizedName")}' and the display name '{label}'. Write the same text."
                );
            }
        }

        if (isOwn && choice.Below("Descriptions", "Description").FirstOrDefault()?.Attribute("description") is { } description)
        {
            if (choice.Attribute("description") != description)
            {
                yield return choice.Says("The attribute description and the element Description differ. Write the same text.");
            }
        }
    }

    private static IEnumerable<Finding> Repeated(Catalogue catalogue) =>
        catalogue
            .All("OptionSets", ".xml")
            .Repeated(choice => LogicalName.Of(choice.Attribute("Name")))
            .Select(choice => choice.Says($"The choice {choice.Attribute("Name")} is defined twice. Keep one of the files."));
}
