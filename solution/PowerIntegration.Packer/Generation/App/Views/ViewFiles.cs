using System.Xml.Linq;
using PowerIntegration.Packer.Generation.App.Reading;
using PowerIntegration.Packer.Generation.App.Tables;
using PowerIntegration.Packer.Generation.App.Texts;
using PowerIntegration.Packer.Generation.Output;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Generation.App.Views;

/// <summary>SavedQueries: one file for each view.</summary>
internal static class ViewFiles
{
    /// <summary>The files of a table's views.</summary>
    public static IEnumerable<GeneratedFile> Of(AppModel model, AppViews views, DescribedTable table) =>
        views.Of(table).Select(view => Of(model, table, view, views.IdOf(view).ToString("B"))).ToArray();

    private static GeneratedFile Of(AppModel model, DescribedTable table, ViewPlan view, string id)
    {
        (XElement fetch, IReadOnlyList<XElement> cells) = ViewQuery.Of(model, table, view);
        XElement root = new(
            TablePart.Views.Root,
            XmlFile.InstanceNamespace,
            new XElement(
                "savedquery",
                new XElement("IsCustomizable", 1),
                new XElement("CanBeDeleted", view.IsOfEveryTable ? 0 : 1),
                new XElement("isquickfindquery", view.QueryType == ViewPlan.QuickFind ? 1 : 0),
                new XElement("isprivate", 0),
                new XElement("isdefault", view.IsDefault ? 1 : 0),
                new XElement("savedqueryid", id),
                new XElement("layoutxml", Grid(table, view, cells)),
                new XElement("querytype", view.QueryType),
                new XElement("fetchxml", fetch),
                new XElement("IntroducedVersion", AppTexts.FirstVersion),
                AppTexts.Names(view.Name)
            )
        );
        return XmlFile.Of($"{AppTexts.Core}/{table.Folder}/SavedQueries/{id}.xml", root);
    }

    private static XElement Grid(DescribedTable table, ViewPlan view, IReadOnlyList<XElement> cells) =>
        new(
            "grid",
            new XAttribute("name", "resultset"),
            new XAttribute("jump", table.PrimaryName),
            new XAttribute("select", 1),
            new XAttribute("icon", 1),
            new XAttribute("preview", view.QueryType == ViewPlan.Lookup ? 0 : 1),
            new XElement("row", new XAttribute("name", "result"), new XAttribute("id", table.PrimaryKey), cells)
        );
}
