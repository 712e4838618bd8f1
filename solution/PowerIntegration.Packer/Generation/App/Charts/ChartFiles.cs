using System.Xml.Linq;
using PowerIntegration.Packer.Generation.App.Reading;
using PowerIntegration.Packer.Generation.App.Tables;
using PowerIntegration.Packer.Generation.App.Texts;
using PowerIntegration.Packer.Generation.Output;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Generation.App.Charts;

/// <summary>Visualizations: one file for each chart. A chart groups by one column, and counts or adds up.</summary>
internal static class ChartFiles
{
    private const string Group = "category";
    private const string Value = "value";

    private static readonly string[] Added = ["int", "decimal", "money", "float"];

    // Colors that also people who do not tell red from green tell apart.
    private const string Palette = "0,114,178; 230,159,0; 0,158,115; 204,121,167; 86,180,233; 213,94,0; 240,228,66; 117,117,117";

    /// <summary>The files of a table's charts.</summary>
    public static IEnumerable<GeneratedFile> Of(AppModel model, DescribedTable table, TableDeclaration declaration)
    {
        foreach (IGrouping<string, SourceElement> group in declaration.Charts.GroupBy(chart => chart.Attribute("name")))
        {
            foreach (SourceElement chart in group.Skip(1))
            {
                model.Refuse(chart.Says($"{table.Name} has two charts named '{group.Key}'. Give one another name."));
            }
        }

        return declaration.Charts.DistinctBy(chart => chart.Attribute("name")).Select(chart => Of(model, table, chart)).OfType<GeneratedFile>();
    }

    /// <summary>Id of the chart of a table, or null where the table has none of this name.</summary>
    public static Guid? IdOf(AppModel model, DescribedTable table, Word name)
    {
        TableDeclaration declaration = model.Declared.First(pair => pair.Table == table).Declaration;
        if (declaration.Charts.FirstOrDefault(chart => chart.Attribute("name") == name.Text) is { } found)
        {
            return IdOf(model, table, found);
        }

        model.Refuse(name.Says($"{table.Name} has no chart '{name.Text}'. Name one of its declaration."));
        return null;
    }

    private static Guid IdOf(AppModel model, DescribedTable table, SourceElement chart) =>
        model.Ids.Of($"chart/{table.Name}/{(chart.Attribute("was") is { Length: > 0 } was ? was : chart.Attribute("name"))}");

    private static GeneratedFile? Of(AppModel model, DescribedTable table, SourceElement chart)
    {
        if (!Columns(model, table, chart))
        {
            return null;
        }

        string id = IdOf(model, table, chart).ToString("B");
        XElement root = new(
            TablePart.Charts.Root,
            XmlFile.InstanceNamespace,
            new XElement("savedqueryvisualizationid", id),
            new XElement("datadescription", Data(table, chart)),
            new XElement("presentationdescription", Drawing(chart)),
            new XElement("isdefault", 0),
            AppTexts.Names(chart.Attribute("name")),
            AppTexts.Descriptions(""),
            new XElement("IntroducedVersion", AppTexts.FirstVersion)
        );
        return XmlFile.Of($"{AppTexts.Core}/{table.Folder}/Visualizations/{id}.xml", root);
    }

    private static bool Columns(AppModel model, DescribedTable table, SourceElement chart)
    {
        DescribedColumn?[] named =
        [
            .. new[] { "by", "sum" }.Where(part => chart.Attribute(part).Length > 0).Select(part => model.Column(table, Word.Of(chart, part))),
        ];
        if (named.Contains(null))
        {
            return false;
        }

        if (table.Column(chart.Attribute("sum")) is { } sum && !Added.Contains(sum.Type))
        {
            model.Refuse(chart.Says($"{sum.Name} of {table.Name} is of type {sum.Type}, and a chart adds up numbers. Name a column of numbers."));
        }

        if (chart.Attribute("per").Length > 0 && table.Column(chart.Attribute("by")) is { Type: not "datetime" } by)
        {
            model.Refuse(chart.Says($"{by.Name} of {table.Name} is not a date. Remove the attribute 'per', or name a date."));
        }

        return true;
    }

    private static XElement Data(DescribedTable table, SourceElement chart)
    {
        string sum = chart.Attribute("sum");
        XElement entity = new(
            "entity",
            new XAttribute("name", table.Name),
            GroupedBy(chart.Attribute("by"), Group, chart.Attribute("per")),
            new XElement(
                "attribute",
                new XAttribute("name", sum.Length > 0 ? sum : table.PrimaryKey),
                new XAttribute("alias", Value),
                new XAttribute("aggregate", sum.Length > 0 ? "sum" : "countcolumn")
            ),
            chart.Attribute("per").Length > 0
                ? new XElement("order", new XAttribute("alias", Group))
                : new XElement("order", new XAttribute("alias", Value), new XAttribute("descending", "true"))
        );
        XElement measures = new("measurecollection", new XElement("measure", new XAttribute("alias", Value)));
        return new XElement(
            "datadefinition",
            new XElement(
                "fetchcollection",
                new XElement(
                    "fetch",
                    new XAttribute("mapping", "logical"),
                    new XAttribute("aggregate", "true"),
                    chart.Attribute("top").Length > 0 ? new XAttribute("count", chart.Attribute("top")) : null,
                    entity
                )
            ),
            new XElement("categorycollection", new XElement("category", new XAttribute("alias", Group), measures))
        );
    }

    private static XElement GroupedBy(string column, string alias, string per) =>
        new(
            "attribute",
            new XAttribute("name", column),
            new XAttribute("groupby", "true"),
            new XAttribute("alias", alias),
            per.Length > 0 ? new XAttribute("dategrouping", per) : null
        );

    private static XElement Drawing(SourceElement chart) =>
        new(
            "Chart",
            new XAttribute("Palette", "None"),
            new XAttribute("PaletteCustomColors", Palette),
            new XElement(
                "Series",
                new XElement("Series", new XAttribute("ChartType", chart.Attribute("type")), new XAttribute("IsValueShownAsLabel", "True"))
            ),
            new XElement(
                "ChartAreas",
                new XElement(
                    "ChartArea",
                    new XAttribute("BorderColor", "White"),
                    new XElement("AxisY", new XElement("MajorGrid", new XAttribute("LineColor", "239, 242, 246"))),
                    new XElement("AxisX", new XElement("MajorGrid", new XAttribute("LineColor", "Transparent")))
                )
            ),
            new XElement("Titles", new XElement("Title", new XAttribute("Alignment", "TopLeft")))
        );
}
