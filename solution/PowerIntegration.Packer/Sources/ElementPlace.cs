using System.Xml;
using System.Xml.Linq;

namespace PowerIntegration.Packer.Sources;

/// <summary>Says where in its file an element is, so that a person finds it: the path of names, and the line where it is known.</summary>
internal static class ElementPlace
{
    // What tells an element from its siblings, in the kinds of file that unpacked solutions have.
    private static readonly string[] Identity = ["PhysicalName", "Name", "name", "uniquename", "schemaname", "schemaName", "value", "id"];

    // Tells labels apart; a root that names its base language has no siblings.
    private const string Language = "languagecode";

    /// <summary>Path from the root, such as Entity/EntityInfo/entity[pint_Document]/attributes.</summary>
    public static string Of(XElement element) => Of(element, LineOf(element));

    /// <summary>The same path with a line of its own, such as that of one word in a text; 0 where the line is not known.</summary>
    public static string Of(XElement element, int line)
    {
        string path = string.Join('/', element.AncestorsAndSelf().Reverse().Select(Step));
        return line > 0 ? $"{path} (line {line})" : path;
    }

    /// <summary>The line of a node in its file; 0 where it is not known.</summary>
    public static int LineOf(XObject node) => node is IXmlLineInfo line && line.HasLineInfo() ? line.LineNumber : 0;

    private static string Step(XElement element)
    {
        string? identity =
            Identity.Select(name => element.Attribute(name)?.Value).FirstOrDefault(value => value is not null)
            ?? (element.HasElements ? null : element.Attribute(Language)?.Value);
        if (identity is not null)
        {
            return $"{element.Name.LocalName}[{identity}]";
        }

        int before = element.ElementsBeforeSelf(element.Name).Count();
        return before == 0 ? element.Name.LocalName : $"{element.Name.LocalName}({before + 1})";
    }
}
