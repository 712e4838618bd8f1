using System.Xml;
using System.Xml.Linq;

namespace PowerIntegration.Local.Dataverse.Metadata;

/// <summary>Reads one XML file of a solution and refuses, by file and element, what its reader does not support.</summary>
internal sealed class SolutionXml
{
    private SolutionXml(string file, XElement root)
    {
        File = file;
        Root = root;
    }

    public string File { get; }

    public XElement Root { get; }

    public static SolutionXml Load(string file, string rootName)
    {
        using var reader = XmlReader.Create(file, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        var root = XDocument.Load(reader).Root!;
        var loaded = new SolutionXml(file, root);
        return root.Name.LocalName == rootName ? loaded : throw loaded.Refused(root, $"the root element must be '{rootName}'");
    }

    public SolutionRefusedException Refused(XElement element, string why) =>
        new(
            $"{File}: element '{Path(element)}': {why}. The local Dataverse does not support this. Change the solution, or add it to the local "
                + "Dataverse."
        );

    /// <summary>Refuses children outside the list.</summary>
    public void KnowOnly(XElement parent, IReadOnlySet<string> known)
    {
        var stranger = parent.Elements().FirstOrDefault(child => !known.Contains(child.Name.LocalName));
        if (stranger is not null)
        {
            throw Refused(stranger, "the element is not supported");
        }
    }

    public XElement Child(XElement parent, string name) => parent.Element(name) ?? throw Refused(parent, $"the child '{name}' is missing");

    public string Text(XElement parent, string name)
    {
        var text = Child(parent, name).Value.Trim();
        return text.Length > 0 ? text : throw Refused(parent, $"the child '{name}' is empty");
    }

    public static string? Optional(XElement parent, string name)
    {
        var text = parent.Element(name)?.Value.Trim();
        return string.IsNullOrEmpty(text) ? null : text;
    }

    public int Number(XElement parent, string name) =>
        int.TryParse(Text(parent, name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Refused(parent, $"'{name}' must be a whole number");

    public decimal? OptionalDecimal(XElement parent, string name)
    {
        var text = Optional(parent, name);
        if (text is null)
        {
            return null;
        }

        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Refused(parent, $"'{name}' must be a number");
    }

    public bool Flag(XElement parent, string name, bool otherwise) =>
        Optional(parent, name) switch
        {
            null => otherwise,
            "1" => true,
            "0" => false,
            var other => throw Refused(parent, $"'{name}' must be 0 or 1, not '{other}'"),
        };

    public Guid Id(XElement element, string attribute) => ToId(element, element.Attribute(attribute)?.Value);

    public Guid ToId(XElement element, string? text) =>
        Guid.TryParse(text, out var id) ? id : throw Refused(element, $"'{text}' is not an identifier");

    public static string Label(XElement? labels) => labels?.Elements().FirstOrDefault()?.Attribute("description")?.Value ?? "";

    private static string Path(XElement element) => string.Join('/', element.AncestorsAndSelf().Reverse().Select(Step));

    private static string Step(XElement element)
    {
        var name = element.Attribute("PhysicalName") ?? element.Attribute("Name") ?? element.Attribute("name") ?? element.Attribute("uniquename");
        return name is null ? element.Name.LocalName : $"{element.Name.LocalName}[{name.Value}]";
    }
}
