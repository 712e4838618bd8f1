using System.Xml.Linq;
using PowerIntegration.Sandbox.App.Catalog;
using PowerIntegration.Sandbox.App.Definitions;

namespace PowerIntegration.Sandbox.App.Grids;

/// <summary>The columns of a view with what the tables say about them.</summary>
internal static class GridColumns
{
    /// <summary>The columns that are shown.</summary>
    /// <param name="view">The view.</param>
    /// <param name="catalog">The tables.</param>
    public static IReadOnlyList<GridColumn> Of(ViewDefinition view, TableCatalog catalog) =>
        [.. view.Cells.Where(cell => !cell.IsHidden).Select(cell => Find(view, cell, catalog)).OfType<GridColumn>()];

    /// <summary>A column of a view; null where its table or its query does not have it.</summary>
    /// <param name="view">The view.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="catalog">The tables.</param>
    public static GridColumn? Find(ViewDefinition view, ViewCell cell, TableCatalog catalog)
    {
        var dot = cell.Name.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
        {
            return catalog.Find(view.Table)?.Column(cell.Name) is { } own
                ? new GridColumn(cell.Name, own.WireName, own.Label, own, null, cell.IsSortable, cell.Width)
                : null;
        }

        var alias = cell.Name[..dot];
        var link = view.Fetch.Descendants("link-entity").FirstOrDefault(one => one.Attribute("alias")?.Value == alias);
        return link is not null && catalog.Find(Name(link))?.Column(cell.Name[(dot + 1)..]) is { } linked
            ? new GridColumn(
                cell.Name,
                cell.Name,
                $"{linked.Label} ({Through(view, link, catalog)})",
                linked,
                alias,
                cell.IsSortable,
                cell.Width
            )
            : null;
    }

    // As the product says it: the column of the other table, and by which lookup it was reached.
    private static string Through(ViewDefinition view, XElement link, TableCatalog catalog)
    {
        var parent = link.Parent!.Name.LocalName == "link-entity" ? Name(link.Parent) : view.Table;
        return catalog.Find(parent)?.Column(link.Attribute("to")?.Value ?? "") is { IsLookup: true } lookup
            ? lookup.Label
            : catalog.Find(Name(link))!.Label;
    }

    private static string Name(XElement link) => link.Attribute("name")?.Value ?? "";
}
