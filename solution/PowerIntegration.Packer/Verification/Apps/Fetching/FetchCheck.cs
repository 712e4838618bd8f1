using System.Xml.Linq;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Apps.Targets;
using PowerIntegration.Packer.Verification.Shapes;

namespace PowerIntegration.Packer.Verification.Apps.Fetching;

/// <summary>Queries of views and charts: tables, columns, aliases, operators and choice values exist.</summary>
internal static class FetchCheck
{
    /// <summary>What is wrong with a query.</summary>
    /// <param name="targets">What it may refer to.</param>
    /// <param name="fetch">The element fetch.</param>
    /// <param name="table">Logical name of the table that it must read.</param>
    public static IEnumerable<Finding> Find(AppTargets targets, SourceElement fetch, string table)
    {
        SourceElement? entity = fetch.Below("entity").FirstOrDefault();
        SourceElement[] links = [.. fetch.Element.Descendants("link-entity").Select(fetch.At)];
        return
        [
            .. ShapeCheck.Find(fetch, FetchShape.Fetch, complete: false),
            .. entity is null ? [] : ShapeCheck.Find(entity, FetchShape.Entity, complete: false),
            .. links.SelectMany(link => ShapeCheck.Find(link, FetchShape.Link, complete: false)),
            .. fetch.Element.Descendants("filter").SelectMany(filter => ShapeCheck.Find(fetch.At(filter), FetchShape.Filter, complete: false)),
            .. entity is null ? [] : Entity(entity, table),
            .. links.SelectMany(link => LinkCheck.Find(targets, link)),
            .. Aliases(links),
            .. Repeated(fetch),
            .. fetch.Element.Descendants("order").SelectMany(order => Order(fetch.At(order))),
            .. fetch.Element.Descendants().SelectMany(part => Column(targets, fetch.At(part))),
            .. fetch.Element.Descendants("condition").SelectMany(condition => ConditionCheck.Find(targets, fetch.At(condition))),
        ];
    }

    /// <summary>Logical name of the table that an attribute, an order or a condition speaks of.</summary>
    public static string TableOf(XElement part)
    {
        string alias = (string?)part.Attribute("entityname") ?? "";
        XElement? owner =
            alias.Length == 0
                ? part.Ancestors().FirstOrDefault(ancestor => ancestor.Name == "entity" || ancestor.Name == "link-entity")
                : part.Ancestors("fetch").Descendants("link-entity").FirstOrDefault(link => AliasOf(link) == alias);
        return (string?)owner?.Attribute("name") ?? "";
    }

    /// <summary>The name under which the columns of a link are known; the table's own where it has none.</summary>
    public static string AliasOf(XElement link) => (string?)link.Attribute("alias") ?? (string?)link.Attribute("name") ?? "";

    private static IEnumerable<Finding> Entity(SourceElement entity, string table)
    {
        if (entity.Attribute("name") != table)
        {
            yield return entity.Says($"The query reads '{entity.Attribute("name")}', but belongs to {table}. Write {table}.");
        }
    }

    private static IEnumerable<Finding> Aliases(SourceElement[] links) =>
        links
            .Where(link => link.Attribute("alias").Length > 0)
            .GroupBy(link => link.Attribute("alias"))
            .SelectMany(group => group.Skip(1))
            .Select(link => link.Says($"The alias {link.Attribute("alias")} appears twice in this query. Give each link one of its own."));

    private static IEnumerable<Finding> Repeated(SourceElement fetch) =>
        fetch
            .Element.Descendants("attribute")
            .GroupBy(attribute => (attribute.Parent, (string?)attribute.Attribute("alias") ?? (string?)attribute.Attribute("name")))
            .SelectMany(group => group.Skip(1))
            .Select(attribute => fetch.At(attribute).Says("The attribute is read twice. Remove one."));

    private static IEnumerable<Finding> Order(SourceElement order)
    {
        if ((order.Attribute("attribute").Length == 0) == (order.Attribute("alias").Length == 0))
        {
            yield return order.Says("An order names a column by 'attribute' or an aggregate by 'alias'. Write one of the two.");
        }
    }

    private static IEnumerable<Finding> Column(AppTargets targets, SourceElement part)
    {
        string column = part.Element.Name.LocalName switch
        {
            "attribute" => part.Attribute("name"),
            "order" or "condition" => part.Attribute("attribute"),
            _ => "",
        };
        string table = column.Length == 0 ? "" : TableOf(part.Element);
        if (table.Length == 0 && part.Attribute("entityname").Length > 0)
        {
            yield return part.Says($"No link of this query has the alias {part.Attribute("entityname")}. Name one that has.");
        }
        else if (targets.Table(table) is { } described && ColumnTypes.Of(described, column) is null)
        {
            yield return part.Says($"{table} has no column {column}. Name a column of the table.");
        }
    }
}
