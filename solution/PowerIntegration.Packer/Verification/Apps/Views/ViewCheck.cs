using System.Xml.Linq;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Apps.Fetching;
using PowerIntegration.Packer.Verification.Apps.Targets;
using PowerIntegration.Packer.Verification.Shapes;

namespace PowerIntegration.Packer.Verification.Apps.Views;

/// <summary>Views show columns that their query reads, and their query reads what the table has.</summary>
internal static class ViewCheck
{
    private const string QuickFind = "4";

    public static IEnumerable<Finding> Find(AppTargets targets) => targets.Views.SelectMany(view => Find(targets, view));

    private static IEnumerable<Finding> Find(AppTargets targets, TableItem view)
    {
        SourceElement? fetch = view.Source.Below("fetchxml", "fetch").FirstOrDefault();
        return
        [
            .. ShapeCheck.Find(view.Source, ViewShape.SavedQuery, complete: false),
            .. fetch is null ? [] : FetchCheck.Find(targets, fetch, view.TableName),
            .. fetch is null ? [] : Layout(view, fetch),
            .. QuickFindFilter(view.Source),
        ];
    }

    private static IEnumerable<Finding> Layout(TableItem view, SourceElement fetch)
    {
        HashSet<string> read = [.. fetch.Element.Descendants("attribute").Select(ShownAs)];
        bool all = fetch.Element.Descendants("all-attributes").Any();
        SourceElement[] grids = [.. view.Source.Below("layoutxml", "grid")];
        foreach (SourceElement cell in grids.SelectMany(grid => grid.Below("row", "cell")))
        {
            string name = cell.Attribute("name");
            if (!all && name.Length > 0 && !read.Contains(name))
            {
                yield return cell.Says(
                    $"The query does not read {name}, so the column would be empty. Add it as an attribute of the query, or remove the cell."
                );
            }

            if (cell.Element.ElementsBeforeSelf("cell").Any(before => (string?)before.Attribute("name") == name))
            {
                yield return cell.Says($"The column {name} appears twice in this view. Remove one cell.");
            }
        }

        foreach (Finding finding in grids.SelectMany(grid => Opened(view, grid)))
        {
            yield return finding;
        }
    }

    private static IEnumerable<Finding> Opened(TableItem view, SourceElement grid)
    {
        string jump = grid.Attribute("jump");
        if (view.Table is not null && jump.Length > 0 && ColumnTypes.Of(view.Table, jump) is null)
        {
            yield return grid.Says($"{view.TableName} has no column {jump}, which 'jump' names. Name the primary name.");
        }

        string key = view.Table is null ? "" : ColumnTypes.PrimaryKeyOf(view.Table);
        foreach (SourceElement row in grid.Below("row").Where(row => key.Length > 0 && row.Attribute("id") != key))
        {
            yield return row.Says($"The row's id is '{row.Attribute("id")}', so a row cannot be opened. Write the primary key {key}.");
        }
    }

    private static string ShownAs(XElement attribute)
    {
        string name = (string?)attribute.Attribute("name") ?? "";
        return attribute.Parent is { } owner && owner.Name == "link-entity" ? $"{FetchCheck.AliasOf(owner)}.{name}" : name;
    }

    private static IEnumerable<Finding> QuickFindFilter(SourceElement view)
    {
        bool isQuickFind = view.Text("querytype") == QuickFind;
        if (isQuickFind != (view.Text("isquickfindquery") == "1"))
        {
            yield return view.Says(
                $"isquickfindquery is '{view.Text("isquickfindquery")}' and querytype '{view.Text("querytype")}'. "
                    + $"Write 1 and {QuickFind} for a quick find view; other views have neither."
            );
        }

        SourceElement[] filters =
        [
            .. view.Element.Descendants("filter").Where(filter => (string?)filter.Attribute("isquickfindfields") is "1" or "true").Select(view.At),
        ];
        if (isQuickFind && filters.All(filter => !filter.Below("condition").Any()))
        {
            yield return view.Says(
                "A quick find view names the columns that it searches. Add a filter with isquickfindfields=\"1\" and a condition for each."
            );
        }
        else if (!isQuickFind && filters.Length > 0)
        {
            yield return filters[0].Says("Only a quick find view (querytype 4) has a filter with isquickfindfields. Remove the attribute.");
        }
    }
}
