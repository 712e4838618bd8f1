using System.Xml.Linq;

namespace PowerIntegration.Sandbox.App.Definitions;

/// <summary>Reads <c>Visualizations/{id}.xml</c>.</summary>
internal static class ChartFile
{
    private static readonly string[] Children =
    [
        "savedqueryvisualizationid",
        "datadescription",
        "presentationdescription",
        "isdefault",
        "LocalizedNames",
        "Descriptions",
        "IsCustomizable",
        "CanBeDeleted",
        "IntroducedVersion",
    ];

    /// <summary>Reads the file.</summary>
    /// <param name="file">Its path.</param>
    /// <param name="table">The table of the folder that it is in.</param>
    public static ChartDefinition Read(string file, string table)
    {
        var xml = DefinitionXml.Load(file, "visualization");
        xml.Know(xml.Root, ["unmodified"], Children);
        var id = xml.Child(xml.Root, "savedqueryvisualizationid");
        var data = xml.Child(xml.Child(xml.Root, "datadescription"), "datadefinition");
        xml.Know(data, [], ["fetchcollection", "categorycollection"]);
        var fetch = xml.Child(xml.Child(data, "fetchcollection"), "fetch");
        var categories = xml.Child(data, "categorycollection").Elements().ToList();
        var category = categories.Count == 1 ? categories[0] : throw xml.Refused(data, "a chart has one category here. Keep one of them");
        var measures = category.Elements("measurecollection").Elements("measure").Select(measure => xml.Required(measure, "alias")).ToList();
        if (measures.Count == 0)
        {
            throw xml.Refused(category, "the chart has no measure. Add one");
        }

        var alias = category.Attribute("alias")?.Value ?? xml.Required(fetch.Descendants("attribute").First(IsGroup), "alias");
        return new ChartDefinition(
            xml.Id(id, id.Value.Trim()),
            table,
            DefinitionXml.Label(xml.Root.Element("LocalizedNames")),
            fetch,
            alias,
            fetch.Descendants("attribute").Where(IsGroup).Select(one => one.Attribute("alias")?.Value).FirstOrDefault(one => one != alias),
            measures,
            Kind(xml),
            file
        );
    }

    private static bool IsGroup(XElement attribute) => DefinitionXml.Flag(attribute.Attribute("groupby")?.Value, false);

    private static ChartKind Kind(DefinitionXml xml)
    {
        var chart = xml.Child(xml.Child(xml.Root, "presentationdescription"), "Chart");
        var series = chart.Element("Series")?.Elements("Series").ToList() ?? [];
        var type = series.Count > 0 ? series[0].Attribute("ChartType")?.Value : null;
        return type switch
        {
            "Bar" or "StackedBar" => ChartKind.Bar,
            "Column" or "StackedColumn" => ChartKind.Column,
            "Line" or "Area" => ChartKind.Line,
            "Pie" or "Doughnut" or "Funnel" => ChartKind.Pie,
            _ => throw xml.Refused(chart, $"charts of type '{type}' are not drawn here. Use Bar, Column, Line or Pie"),
        };
    }
}
