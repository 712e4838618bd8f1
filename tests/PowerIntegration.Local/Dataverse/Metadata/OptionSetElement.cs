using System.Collections.Frozen;
using System.Xml.Linq;

namespace PowerIntegration.Local.Dataverse.Metadata;

/// <summary>Reads an <c>optionset</c> element: a global choice or the inline one of a column.</summary>
internal static class OptionSetElement
{
    private static readonly FrozenSet<string> Known = FrozenSet.Create(
        "OptionSetType",
        "IsGlobal",
        "IntroducedVersion",
        "IsCustomizable",
        "ExternalTypeName",
        "displaynames",
        "Descriptions",
        "options",
        "states",
        "statuses"
    );

    private static readonly FrozenSet<string> Types = FrozenSet.Create("picklist", "bit", "state", "status");

    public static ChoiceDefinition Read(SolutionXml xml, XElement element)
    {
        xml.KnowOnly(element, Known);
        var type = xml.Text(element, "OptionSetType");
        if (!Types.Contains(type))
        {
            throw xml.Refused(element, $"the choice type '{type}' is not supported");
        }

        var name = element.Attribute("Name")?.Value ?? throw xml.Refused(element, "the choice has no Name");
        var list = element.Element("options") ?? element.Element("states") ?? element.Element("statuses");
        return new ChoiceDefinition(name.ToLowerInvariant(), list is null ? [] : [.. list.Elements().Select(option => ReadOption(xml, option))]);
    }

    private static ChoiceOption ReadOption(SolutionXml xml, XElement element) =>
        new(
            Number(xml, element, "value") ?? throw xml.Refused(element, "the option has no value"),
            SolutionXml.Label(element.Element("labels")),
            Number(xml, element, "state"),
            Number(xml, element, "defaultstatus")
        );

    private static int? Number(SolutionXml xml, XElement element, string attribute)
    {
        var text = element.Attribute(attribute)?.Value;
        if (text is null)
        {
            return null;
        }

        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw xml.Refused(element, $"'{attribute}' must be a whole number");
    }
}
