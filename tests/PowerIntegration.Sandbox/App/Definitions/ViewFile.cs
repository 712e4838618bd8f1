using System.Xml.Linq;

namespace PowerIntegration.Sandbox.App.Definitions;

/// <summary>Reads <c>SavedQueries/{id}.xml</c>.</summary>
internal static class ViewFile
{
    private const int WidthDefault = 150;

    private static readonly string[] Children =
    [
        "IsCustomizable",
        "CanBeDeleted",
        "isquickfindquery",
        "isprivate",
        "isdefault",
        "savedqueryid",
        "layoutxml",
        "layoutjson",
        "querytype",
        "fetchxml",
        "IntroducedVersion",
        "LocalizedNames",
        "Descriptions",
        "statecode",
        "statuscode",
    ];

    private static readonly string[] GridAttributes = ["name", "jump", "select", "icon", "preview", "object"];
    private static readonly string[] CellAttributes = ["name", "width", "ishidden", "disableSorting", "LabelId", "desc"];

    /// <summary>Reads the file; it may hold several views.</summary>
    /// <param name="file">Its path.</param>
    /// <param name="table">The table of the folder that it is in.</param>
    public static IEnumerable<ViewDefinition> Read(string file, string table)
    {
        var xml = DefinitionXml.Load(file, "savedqueries");
        xml.Know(xml.Root, [], ["savedquery"]);
        return xml.Root.Elements().Select(query => Read(xml, query, table)).ToList();
    }

    private static ViewDefinition Read(DefinitionXml xml, XElement query, string table)
    {
        xml.Know(query, ["unmodified"], Children);
        var id = xml.Child(query, "savedqueryid");
        var fetch = xml.Child(xml.Child(query, "fetchxml"), "fetch");
        if (fetch.Element("entity")?.Attribute("name")?.Value != table)
        {
            throw xml.Refused(fetch, $"the query of a view of '{table}' must ask for that table. Correct its entity element");
        }

        return new ViewDefinition
        {
            Id = xml.Id(id, id.Value.Trim()),
            Table = table,
            Name = DefinitionXml.Label(query.Element("LocalizedNames")),
            Kind = Kind(xml, query),
            IsDefault = DefinitionXml.Flag(query.Element("isdefault")?.Value, false),
            Fetch = fetch,
            Cells = [.. Cells(xml, query)],
            File = xml.File,
        };
    }

    private static ViewKind Kind(DefinitionXml xml, XElement query)
    {
        var type = xml.Child(query, "querytype");
        return Enum.TryParse<ViewKind>(type.Value.Trim(), out var kind) && Enum.IsDefined(kind)
            ? kind
            : throw xml.Refused(type, $"views of type '{type.Value}' are not drawn here. Use 0, 1, 2, 4 or 64");
    }

    private static IEnumerable<ViewCell> Cells(DefinitionXml xml, XElement query)
    {
        var grid = xml.Child(xml.Child(query, "layoutxml"), "grid");
        xml.Know(grid, GridAttributes, ["row"]);
        var row = xml.Child(grid, "row");
        xml.Know(row, ["name", "id", "multiobjectidfield"], ["cell"]);
        foreach (var cell in row.Elements())
        {
            xml.Know(cell, CellAttributes, []);
            yield return new ViewCell(
                xml.Required(cell, "name"),
                xml.Number(cell, "width", WidthDefault),
                DefinitionXml.Flag(cell.Attribute("ishidden")?.Value, false),
                !DefinitionXml.Flag(cell.Attribute("disableSorting")?.Value, false)
            );
        }
    }
}
