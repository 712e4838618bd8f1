using System.Xml.Linq;

namespace PowerIntegration.Sandbox.App.Definitions;

/// <summary>Reads the tabs, sections and cells that forms and dashboards share.</summary>
internal static class LayoutElement
{
    private const int Whole = 100;

    private static readonly string[] TabAttributes =
    [
        "name",
        "id",
        "labelid",
        "verticallayout",
        "IsUserDefined",
        "expanded",
        "showlabel",
        "visible",
        "locklevel",
        "availableforphone",
    ];

    private static readonly string[] SectionAttributes =
    [
        "name",
        "id",
        "labelid",
        "IsUserDefined",
        "showlabel",
        "showbar",
        "columns",
        "visible",
        "locklevel",
        "layout",
        "height",
        "labelwidth",
        "celllabelalignment",
        "celllabelposition",
        "availableforphone",
    ];

    private static readonly string[] CellAttributes =
    [
        "id",
        "labelid",
        "showlabel",
        "visible",
        "colspan",
        "rowspan",
        "auto",
        "locklevel",
        "userspacer",
        "availableforphone",
    ];

    /// <summary>Reads a <c>tabs</c> element.</summary>
    /// <param name="xml">Its file.</param>
    /// <param name="tabs">The element.</param>
    public static IReadOnlyList<FormTab> Tabs(DefinitionXml xml, XElement tabs)
    {
        xml.Know(tabs, ["showlabels"], ["tab"]);
        return [.. tabs.Elements().Select(tab => Tab(xml, tab))];
    }

    /// <summary>Reads the cells of a <c>header</c> element.</summary>
    /// <param name="xml">Its file.</param>
    /// <param name="header">The element, or null.</param>
    public static IReadOnlyList<FormCell> Header(DefinitionXml xml, XElement? header)
    {
        if (header is null)
        {
            return [];
        }

        xml.Know(header, ["id", "columns", "celllabelposition", "celllabelalignment", "labelwidth"], ["rows"]);
        return [.. Rows(xml, xml.Child(header, "rows")).SelectMany(row => row)];
    }

    private static FormTab Tab(DefinitionXml xml, XElement tab)
    {
        xml.Know(tab, TabAttributes, ["labels", "columns"]);
        var columns = xml.Child(tab, "columns");
        xml.Know(columns, [], ["column"]);
        return new FormTab(
            tab.Attribute("name")?.Value ?? tab.Attribute("id")?.Value ?? "",
            DefinitionXml.Label(tab.Element("labels")),
            DefinitionXml.Flag(tab.Attribute("visible")?.Value, true),
            [.. columns.Elements().Select(column => Column(xml, column))]
        );
    }

    private static FormColumn Column(DefinitionXml xml, XElement column)
    {
        xml.Know(column, ["width"], ["sections"]);
        var sections = xml.Child(column, "sections");
        xml.Know(sections, [], ["section"]);
        var width = column.Attribute("width")?.Value.TrimEnd('%');
        return new FormColumn(
            int.TryParse(width, NumberStyles.None, CultureInfo.InvariantCulture, out var percent) ? percent : Whole,
            [.. sections.Elements().Select(section => Section(xml, section))]
        );
    }

    private static FormSection Section(DefinitionXml xml, XElement section)
    {
        xml.Know(section, SectionAttributes, ["labels", "rows"]);
        return new FormSection(
            section.Attribute("name")?.Value ?? "",
            DefinitionXml.Flag(section.Attribute("showlabel")?.Value, true) ? DefinitionXml.Label(section.Element("labels")) : "",
            DefinitionXml.Flag(section.Attribute("visible")?.Value, true),
            Width(section.Attribute("columns")?.Value),
            section.Element("rows") is { } rows ? Rows(xml, rows) : []
        );
    }

    // "11" and "2" both say two: the platform writes a digit for each, people write the number.
    private static int Width(string? columns) =>
        columns is null ? 1
        : columns.Length > 1 ? columns.Length
        : Math.Max(1, columns[0] - '0');

    private static IReadOnlyList<IReadOnlyList<FormCell>> Rows(DefinitionXml xml, XElement rows)
    {
        xml.Know(rows, [], ["row"]);
        var all = new List<IReadOnlyList<FormCell>>();
        foreach (var row in rows.Elements())
        {
            xml.Know(row, ["height"], ["cell"]);
            // Empty rows below a tall cell make its height, and nothing else.
            if (row.HasElements)
            {
                all.Add([.. row.Elements().Select(cell => Cell(xml, cell))]);
            }
        }

        return all;
    }

    private static FormCell Cell(DefinitionXml xml, XElement cell)
    {
        xml.Know(cell, CellAttributes, ["labels", "control", "events"]);
        if (cell.Element("events") is { HasElements: true } events)
        {
            throw FormFile.Scripted(xml, events);
        }

        return new FormCell(
            cell.Attribute("id")?.Value.Trim('{', '}') ?? "",
            DefinitionXml.Label(cell.Element("labels")),
            DefinitionXml.Flag(cell.Attribute("showlabel")?.Value, true),
            DefinitionXml.Flag(cell.Attribute("visible")?.Value, true),
            xml.Number(cell, "colspan", 1),
            xml.Number(cell, "rowspan", 1),
            cell.Element("control") is { } control ? ControlElement.Read(xml, control) : null
        );
    }
}
