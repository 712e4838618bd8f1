using System.Xml.Linq;

namespace PowerIntegration.Packer.Sources;

/// <summary>A file that a component names and that lies beside the XML: the definition of a flow, the text of a web resource, an assembly.</summary>
/// <param name="SourcePath">Path in the unpacked folder.</param>
/// <param name="PackagePath">Path in the package.</param>
internal sealed record PayloadFile(string SourcePath, string PackagePath)
{
    private static readonly string[] ConnectorParts =
    [
        "openapidefinition",
        "connectionparameters",
        "policytemplateinstances",
        "customcodeblobcontent",
        "iconblob",
    ];

    /// <summary>The files that elements of these names, at any depth, name by one path for both places.</summary>
    public static IEnumerable<PayloadFile> Named(XElement component, params string[] elements) =>
        PathsIn(component, elements).Select(path => new PayloadFile(path, path));

    /// <summary>The files of a connector: the folder has an s in the source and none in the package.</summary>
    public static IEnumerable<PayloadFile> OfConnector(XElement connector) =>
        PathsIn(connector, ConnectorParts).Select(path => new PayloadFile(Moved(path, "Connector/", "Connectors/"), path));

    /// <summary>The formulas of calculated columns: beside their table in the source, together in the package.</summary>
    public static IEnumerable<PayloadFile> Formulas(XElement table) =>
        PathsIn(table, ["FormulaDefinitionFileName"]).Select(path => new PayloadFile($"Entities/{table.Element("Name")?.Value}/{path}", path));

    private static IEnumerable<string> PathsIn(XElement component, string[] elements) =>
        component
            .Descendants()
            .Where(element => elements.Contains(element.Name.LocalName, StringComparer.Ordinal) && !element.HasElements)
            .Select(element => element.Value.TrimStart('/'))
            .Where(path => path.Length > 0);

    private static string Moved(string path, string from, string to) =>
        path.StartsWith(from, StringComparison.Ordinal) ? to + path[from.Length..] : path;
}
