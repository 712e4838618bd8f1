using System.Xml.Linq;

namespace PowerIntegration.Packer.Packing;

/// <summary>
/// Writes [Content_Types].xml: one Default for each extension, one Override for each part without one. A part that it does not name makes the package
/// unreadable.
/// </summary>
internal static class ContentTypes
{
    /// <summary>Name of the part.</summary>
    public const string PartName = "[Content_Types].xml";

    private const string ContentType = "application/octet-stream";
    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";

    /// <summary>The part that names all others.</summary>
    public static PackagePart For(IReadOnlyCollection<PackagePart> parts)
    {
        IEnumerable<string> extensions = parts
            .Select(part => ExtensionOf(part.Path))
            .Where(extension => extension.Length > 0)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.Ordinal);
        IEnumerable<string> withoutExtension = parts
            .Select(part => part.Path)
            .Where(path => ExtensionOf(path).Length == 0)
            .Order(StringComparer.Ordinal);
        XElement root = new(
            Types + "Types",
            extensions.Select(extension => Entry("Default", "Extension", extension)),
            withoutExtension.Select(path => Entry("Override", "PartName", "/" + path))
        );
        return new PackagePart(PartName, PackageXml.Write(root));
    }

    /// <summary>The parts that a [Content_Types].xml does not name.</summary>
    /// <param name="root">Its root.</param>
    /// <param name="paths">Paths of the other parts.</param>
    public static IEnumerable<string> Undeclared(XElement root, IEnumerable<string> paths)
    {
        HashSet<string> extensions = ValuesOf(root, "Default", "Extension");
        HashSet<string> names = ValuesOf(root, "Override", "PartName");
        return paths.Where(path => !extensions.Contains(ExtensionOf(path)) && !names.Contains("/" + path));
    }

    private static HashSet<string> ValuesOf(XElement root, string element, string attribute) =>
        root.Elements(Types + element)
            .Select(entry => (string?)entry.Attribute(attribute) ?? "")
            .Where(value => value.Length > 0)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static XElement Entry(string element, string attribute, string value) =>
        new(Types + element, new XAttribute(attribute, value), new XAttribute("ContentType", ContentType));

    private static string ExtensionOf(string path) => Path.GetExtension(path).TrimStart('.');
}
