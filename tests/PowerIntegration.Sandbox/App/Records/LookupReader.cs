using System.Xml.Linq;
using PowerIntegration.Sandbox.App.Access;
using PowerIntegration.Sandbox.App.Catalog;
using PowerIntegration.Sandbox.App.Definitions;

namespace PowerIntegration.Sandbox.App.Records;

/// <summary>Rows that a lookup offers: those of its view, as the person may read them.</summary>
internal static class LookupReader
{
    private const int ListedMax = 100;
    private const int FoundMax = 20;

    /// <summary>All rows, where they can be listed.</summary>
    /// <param name="visit">Who asks.</param>
    /// <param name="column">The lookup.</param>
    /// <param name="view">Its view; null for the table's lookup view.</param>
    /// <returns>Null where there are too many.</returns>
    public static async Task<IReadOnlyList<LookupOption>?> AllAsync(AppVisit visit, ColumnInfo column, Guid? view)
    {
        var found = await FindAsync(visit, column, view, null, ListedMax + 1);
        return found.Count > ListedMax ? null : found;
    }

    /// <summary>Rows whose name has the words.</summary>
    /// <param name="visit">Who asks.</param>
    /// <param name="column">The lookup.</param>
    /// <param name="view">Its view; null for the table's lookup view.</param>
    /// <param name="words">The words.</param>
    public static Task<IReadOnlyList<LookupOption>> SearchAsync(AppVisit visit, ColumnInfo column, Guid? view, string words) =>
        FindAsync(visit, column, view, words, FoundMax);

    private static async Task<IReadOnlyList<LookupOption>> FindAsync(AppVisit visit, ColumnInfo column, Guid? view, string? words, int count)
    {
        if (visit.Catalog.Find(column.Targets.Count > 0 ? column.Targets[0] : "") is not { NameColumn: { } name } table || !visit.MayRead(table.Name))
        {
            return [];
        }

        var fetch = Query(visit, table, view, name);
        fetch.SetAttributeValue("count", count);
        fetch.SetAttributeValue("page", 1);
        if (words is not null)
        {
            var like = "%" + words.Replace("[", "[[]", StringComparison.Ordinal).Replace("%", "[%]", StringComparison.Ordinal) + "%";
            fetch
                .Element("entity")!
                .Add(
                    new XElement(
                        "filter",
                        new XElement(
                            "condition",
                            new XAttribute("attribute", name),
                            new XAttribute("operator", "like"),
                            new XAttribute("value", like)
                        )
                    )
                );
        }

        var answer = await visit.Dataverse.FetchAsync(table.Set, fetch, visit.Cancellation);
        return
        [
            .. answer.Rows.Select(row => new LookupOption(
                Guid.Parse(row[table.Key]!.ToString()),
                row[name]?.ToString() is { Length: > 0 } text ? text : "(no name)"
            )),
        ];
    }

    private static XElement Query(AppVisit visit, TableInfo table, Guid? view, string name)
    {
        var named = view is { } id && visit.App.View(id) is { } one && one.Table == table.Name ? one : null;
        if ((named ?? visit.App.ViewFor(table.Name, ViewKind.Lookup)) is { } found)
        {
            var fetch = new XElement(found.Fetch);
            var entity = fetch.Element("entity")!;
            if (entity.Elements("attribute").All(attribute => attribute.Attribute("name")?.Value != name))
            {
                entity.AddFirst(new XElement("attribute", new XAttribute("name", name)));
            }

            return fetch;
        }

        return new XElement(
            "fetch",
            new XElement(
                "entity",
                new XAttribute("name", table.Name),
                new XElement("attribute", new XAttribute("name", name)),
                new XElement("order", new XAttribute("attribute", name))
            )
        );
    }
}
