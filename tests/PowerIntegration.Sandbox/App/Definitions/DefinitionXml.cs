using System.Xml;
using System.Xml.Linq;
using PowerIntegration.Local.Dataverse.Metadata;

namespace PowerIntegration.Sandbox.App.Definitions;

/// <summary>One XML file of the app. What its reader does not draw is refused by file and element, never passed over.</summary>
internal sealed class DefinitionXml
{
    private DefinitionXml(string file, XElement root)
    {
        File = file;
        Root = root;
    }

    /// <summary>Path of the file.</summary>
    public string File { get; }

    /// <summary>Its root element.</summary>
    public XElement Root { get; }

    /// <summary>Reads a file.</summary>
    /// <param name="file">Path of the file.</param>
    /// <param name="rootName">Name of the root element that it must have.</param>
    /// <exception cref="SolutionRefusedException">It is not XML, or another kind of file.</exception>
    public static DefinitionXml Load(string file, string rootName)
    {
        try
        {
            using var reader = XmlReader.Create(file, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            var loaded = new DefinitionXml(file, XDocument.Load(reader).Root!);
            return loaded.Root.Name.LocalName == rootName
                ? loaded
                : throw loaded.Refused(loaded.Root, $"the root element must be '{rootName}'. Correct the file");
        }
        catch (XmlException exception)
        {
            throw new SolutionRefusedException($"{file} is not valid XML: {exception.Message} Correct the file.", exception);
        }
    }

    /// <summary>A refusal that names the file and the element.</summary>
    /// <param name="element">Where.</param>
    /// <param name="why">What is wrong and what to do, without a period.</param>
    public SolutionRefusedException Refused(XElement element, string why) => new($"{File}: element '{Path(element)}': {why}.");

    /// <summary>Refuses attributes and children outside the lists.</summary>
    /// <param name="element">The element.</param>
    /// <param name="attributes">Attributes that it may have.</param>
    /// <param name="children">Children that it may have.</param>
    public void Know(XElement element, IReadOnlyCollection<string> attributes, IReadOnlyCollection<string> children)
    {
        if (element.Attributes().FirstOrDefault(one => !one.IsNamespaceDeclaration && !attributes.Contains(one.Name.LocalName)) is { } attribute)
        {
            throw Refused(element, $"the app page here does not draw the attribute '{attribute.Name.LocalName}'. Remove it, or draw it");
        }

        if (element.Elements().FirstOrDefault(child => !children.Contains(child.Name.LocalName)) is { } stranger)
        {
            throw Refused(stranger, "the app page here does not draw this element. Remove it, or draw it");
        }
    }

    /// <summary>The one child of a name.</summary>
    /// <param name="parent">The parent.</param>
    /// <param name="name">Name of the child.</param>
    public XElement Child(XElement parent, string name) => parent.Element(name) ?? throw Refused(parent, $"the child '{name}' is missing");

    /// <summary>The text of an attribute that must be there.</summary>
    /// <param name="element">The element.</param>
    /// <param name="name">The attribute.</param>
    public string Required(XElement element, string name) =>
        element.Attribute(name)?.Value is { Length: > 0 } text ? text : throw Refused(element, $"the attribute '{name}' is missing");

    /// <summary>The identifier in a text.</summary>
    /// <param name="element">Where it is.</param>
    /// <param name="text">The text, with or without braces.</param>
    public Guid Id(XElement element, string? text) =>
        Guid.TryParse(text, out var id) ? id : throw Refused(element, $"'{text}' is not an identifier");

    /// <summary>The whole number in an attribute.</summary>
    /// <param name="element">The element.</param>
    /// <param name="name">The attribute.</param>
    /// <param name="otherwise">What it is where the attribute is missing.</param>
    public int Number(XElement element, string name, int otherwise) =>
        element.Attribute(name)?.Value is not { } text ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw Refused(element, $"'{name}' must be a whole number, not '{text}'");

    /// <summary>Whether an attribute or a text says yes.</summary>
    /// <param name="text">The text; null where there is none.</param>
    /// <param name="otherwise">What it is then.</param>
    public static bool Flag(string? text, bool otherwise) =>
        text?.Trim() switch
        {
            null or "" => otherwise,
            "1" or "true" or "True" => true,
            _ => false,
        };

    /// <summary>The first label in a list of labels, whatever the list is called; empty for none.</summary>
    /// <param name="labels">The list, or null.</param>
    public static string Label(XElement? labels) => labels?.Elements().FirstOrDefault()?.Attribute("description")?.Value ?? "";

    private static string Path(XElement element) => string.Join('/', element.AncestorsAndSelf().Reverse().Select(Step));

    private static string Step(XElement element)
    {
        var name = element.Attribute("name") ?? element.Attribute("datafieldname") ?? element.Attribute("id") ?? element.Attribute("Id");
        return name is null ? element.Name.LocalName : $"{element.Name.LocalName}[{name.Value}]";
    }
}
