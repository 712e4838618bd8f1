using System.Xml.Linq;
using PowerIntegration.Packer.Generation.App.Charts;
using PowerIntegration.Packer.Generation.App.Forms;
using PowerIntegration.Packer.Generation.App.Reading;
using PowerIntegration.Packer.Generation.App.Tables;
using PowerIntegration.Packer.Generation.App.Texts;
using PowerIntegration.Packer.Generation.App.Views;
using PowerIntegration.Packer.Generation.Output;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Generation.App.Navigation;

/// <summary>Dashboards: rows of lists and charts, each with one view of one table.</summary>
internal static class DashboardFiles
{
    private const int TileRows = 12;
    private const int RecordsOnTile = 10;
    private const int TilesInRow = 4;

    /// <summary>The files of the dashboards.</summary>
    public static IEnumerable<GeneratedFile> Of(AppModel model, AppViews views) =>
        Declared(model).Select(dashboard => Of(model, views, dashboard)).ToArray();

    /// <summary>Ids of the dashboards, in their order.</summary>
    public static IEnumerable<Guid> Ids(AppModel model) => Declared(model).Select(dashboard => IdOf(model, dashboard));

    /// <summary>Id of a dashboard by its name, or null.</summary>
    public static Guid? IdOf(AppModel model, Word name)
    {
        if (Declared(model).FirstOrDefault(dashboard => dashboard.Attribute("name") == name.Text) is { } found)
        {
            return IdOf(model, found);
        }

        model.Refuse(name.Says($"No dashboard is named '{name.Text}'. Name one that {DeclarationFile.AppFile} declares."));
        return null;
    }

    private static IEnumerable<SourceElement> Declared(AppModel model) => model.Declarations.App.Below("dashboard");

    private static string KeyOf(SourceElement dashboard) =>
        $"dashboard/{(dashboard.Attribute("was") is { Length: > 0 } was ? was : dashboard.Attribute("name"))}";

    private static Guid IdOf(AppModel model, SourceElement dashboard) => model.Ids.Of(KeyOf(dashboard));

    private static GeneratedFile Of(AppModel model, AppViews views, SourceElement dashboard)
    {
        string id = IdOf(model, dashboard).ToString("B");
        string name = dashboard.Attribute("name");
        int tile = 0;
        XElement[] sections =
        [
            .. dashboard.Below("row").Select((row, place) => Section(model, dashboard, place, Tiles(model, views, dashboard, row, ref tile))),
        ];
        XElement tabs = new(
            "tabs",
            new XElement(
                "tab",
                new XAttribute("name", "tab_dashboard"),
                Id(model, dashboard, "tab"),
                new XAttribute("verticallayout", "true"),
                new XAttribute("IsUserDefined", 1),
                new XAttribute("showlabel", "false"),
                AppTexts.Labels(name),
                new XElement("columns", new XElement("column", new XAttribute("width", "100%"), new XElement("sections", sections)))
            )
        );
        XElement root = new(
            "Dashboard",
            XmlFile.InstanceNamespace,
            AppTexts.Names(name),
            AppTexts.Descriptions(dashboard.Attribute("help")),
            new XElement("FormId", id),
            new XElement("IsCustomizable", 1),
            new XElement("IsDefault", 0),
            new XElement("FormXml", new XElement("forms", new XAttribute("type", "dashboard"), new XElement("form", tabs))),
            new XElement("IntroducedVersion", AppTexts.FirstVersion),
            new XElement("IsTabletEnabled", 0)
        );
        return XmlFile.Of($"{AppTexts.Core}/Dashboards/{id}.xml", root);
    }

    private static XElement[] Tiles(AppModel model, AppViews views, SourceElement dashboard, SourceElement row, ref int number)
    {
        SourceElement[] items = [.. row.Element.Elements().Select(row.At)];
        if (items.Length is 0 or > TilesInRow)
        {
            model.Refuse(row.Says($"A row has 1 to {TilesInRow} lists and charts, and this one has {items.Length}. Correct it."));
        }

        List<XElement?> tiles = [];
        foreach (SourceElement item in items)
        {
            tiles.Add(Tile(model, views, dashboard, item, ++number));
        }

        return [.. tiles.OfType<XElement>()];
    }

    private static XElement Section(AppModel model, SourceElement dashboard, int place, XElement[] tiles)
    {
        string number = (place + 1).ToString(CultureInfo.InvariantCulture);
        return new XElement(
            "section",
            new XAttribute("name", "sec_row_" + number),
            Id(model, dashboard, "section/" + number),
            new XAttribute("IsUserDefined", 0),
            new XAttribute("showlabel", "false"),
            new XAttribute("showbar", "false"),
            new XAttribute("columns", new string('1', Math.Clamp(tiles.Length, 1, TilesInRow))),
            AppTexts.Labels(dashboard.Attribute("name")),
            // A tile covers the empty rows below it.
            new XElement("rows", new XElement("row", tiles), Enumerable.Range(1, TileRows - 1).Select(_ => new XElement("row")))
        );
    }

    private static XElement? Tile(AppModel model, AppViews views, SourceElement dashboard, SourceElement item, int number)
    {
        bool isChart = item.Element.Name == "chart";
        if (model.Shown(Word.Of(item, "table")) is not { } table || views.Find(table, Word.Of(item, "view")) is not { } view)
        {
            return null;
        }

        Guid? chart = isChart ? ChartFiles.IdOf(model, table, Word.Of(item, "name")) : null;
        string place = number.ToString(CultureInfo.InvariantCulture);
        return new XElement(
            "cell",
            Id(model, dashboard, "cell/" + place),
            new XAttribute("colspan", 1),
            new XAttribute("rowspan", TileRows),
            new XAttribute("showlabel", "true"),
            new XAttribute("auto", "false"),
            AppTexts.Labels(TitleOf(item, isChart, view)),
            new XElement(
                "control",
                new XAttribute("id", "Component" + place),
                new XAttribute("classid", ControlIds.Grid),
                new XAttribute("indicationOfSubgrid", "true"),
                new XAttribute("uniqueid", model.Ids.Of($"{KeyOf(dashboard)}/control/{place}").ToString("B")),
                Parameters(table, views.IdOf(view).ToString("B"), chart)
            )
        );
    }

    private static string TitleOf(SourceElement item, bool isChart, ViewPlan view) =>
        isChart ? item.Attribute("name")
        : item.Attribute("label") is { Length: > 0 } label ? label
        : view.Name;

    private static XElement Parameters(DescribedTable table, string view, Guid? chart) =>
        new(
            "parameters",
            new XElement("TargetEntityType", table.Name),
            new XElement("ChartGridMode", chart is null ? "Grid" : "Chart"),
            new XElement("EnableQuickFind", "false"),
            new XElement("EnableViewPicker", "false"),
            new XElement("EnableJumpBar", "false"),
            new XElement("RecordsPerPage", RecordsOnTile),
            new XElement("ViewId", view),
            new XElement("IsUserView", "false"),
            new XElement("ViewIds", view),
            new XElement("AutoExpand", "Fixed"),
            chart is { } id ? new XElement("VisualizationId", id.ToString("B")) : null,
            new XElement("IsUserChart", "false"),
            new XElement("EnableChartPicker", "false"),
            new XElement("RelationshipName", "")
        );

    private static XAttribute Id(AppModel model, SourceElement dashboard, string place) =>
        new("id", model.Ids.Of($"{KeyOf(dashboard)}/{place}").ToString("B"));
}
