using System.Text;
using System.Xml.Linq;
using PowerIntegration.Sandbox.App.Catalog;
using PowerIntegration.Sandbox.App.Definitions;

namespace PowerIntegration.Sandbox.App.Grids;

/// <summary>The query of a view with what a page adds to it: a page, an order, words, the record that rows belong to.</summary>
internal static class GridQuery
{
    /// <summary>Name of the currency in a group of totals.</summary>
    public const string CurrencyAlias = "currency";

    /// <summary>The query of one page of rows.</summary>
    /// <param name="request">Which rows.</param>
    /// <param name="quickFind">The view that says where words are searched; null for none.</param>
    /// <param name="table">The table of the view.</param>
    public static XElement Rows(GridRequest request, ViewDefinition? quickFind, TableInfo table)
    {
        var fetch = Filtered(request, quickFind, table);
        fetch.SetAttributeValue("count", request.PageSize);
        fetch.SetAttributeValue("page", request.State.Page);
        fetch.SetAttributeValue("returntotalrecordcount", "true");
        if (request.State.Sort is { } sort)
        {
            Sort(fetch, sort, request.State.IsDescending);
        }

        return fetch;
    }

    /// <summary>The same rows, as a query without a page.</summary>
    /// <param name="request">Which rows.</param>
    /// <param name="quickFind">The view that says where words are searched; null for none.</param>
    /// <param name="table">The table of the view.</param>
    public static XElement Filtered(GridRequest request, ViewDefinition? quickFind, TableInfo table)
    {
        var fetch = new XElement(request.View.Fetch);
        var entity = fetch.Element("entity")!;
        if (request.Parent is { } parent)
        {
            entity.Add(new XElement("filter", Condition(parent.Column, "eq", parent.Id.ToString())));
        }

        if (request.Find.Length > 0 && quickFind is not null)
        {
            entity.Add(Words(request.Find, quickFind, table));
        }

        return fetch;
    }

    /// <summary>Sums of amounts over the same rows, a group for each currency.</summary>
    /// <param name="request">Which rows.</param>
    /// <param name="quickFind">The view that says where words are searched; null for none.</param>
    /// <param name="table">The table of the view.</param>
    /// <param name="amounts">Columns that are added up.</param>
    public static XElement Totals(GridRequest request, ViewDefinition? quickFind, TableInfo table, IEnumerable<ColumnInfo> amounts)
    {
        var fetch = Filtered(request, quickFind, table);
        foreach (var name in new[] { "count", "page", "top", "returntotalrecordcount", "distinct" })
        {
            fetch.SetAttributeValue(name, null);
        }

        fetch.SetAttributeValue("aggregate", "true");
        fetch.Descendants().Where(element => element.Name.LocalName is "attribute" or "order").ToList().ForEach(element => element.Remove());
        var entity = fetch.Element("entity")!;
        if (table.Currency is { } currency)
        {
            entity.Add(Figure(currency.Name, CurrencyAlias, ("groupby", "true")));
        }

        entity.Add(amounts.Select(column => Figure(column.Name, column.Name, ("aggregate", "sum"))));
        return fetch;
    }

    /// <summary>The columns in which a view searches for words.</summary>
    /// <param name="quickFind">The view.</param>
    public static IReadOnlyList<string> SearchedColumns(ViewDefinition quickFind) =>
        [
            .. quickFind
                .Fetch.Descendants("filter")
                .Where(filter => DefinitionXml.Flag(filter.Attribute("isquickfindfields")?.Value, false))
                .Elements("condition")
                .Select(condition => condition.Attribute("attribute")?.Value ?? ""),
        ];

    private static XElement Figure(string name, string alias, (string Name, string Value) what) =>
        new("attribute", new XAttribute("name", name), new XAttribute("alias", alias), new XAttribute(what.Name, what.Value));

    private static void Sort(XElement fetch, string sort, bool isDescending)
    {
        fetch.Descendants("order").Remove();
        var dot = sort.IndexOf('.', StringComparison.Ordinal);
        var order = new XElement("order", new XAttribute("attribute", sort[(dot + 1)..]), new XAttribute("descending", isDescending));
        if (dot >= 0)
        {
            order.SetAttributeValue("entityname", sort[..dot]);
        }

        fetch.Element("entity")!.Add(order);
    }

    // Words begin a value, as in the product; a star stands for any text.
    private static XElement Words(string words, ViewDefinition quickFind, TableInfo table)
    {
        var filter = new XElement("filter", new XAttribute("type", "or"));
        foreach (var column in SearchedColumns(quickFind).Select(table.Column).OfType<ColumnInfo>())
        {
            switch (column.Type)
            {
                case "String" or "Memo":
                    filter.Add(Condition(column.Name, "like", Escaped(words) + "%"));
                    break;
                case "Integer" or "Decimal" when decimal.TryParse(words, NumberStyles.Number, CultureInfo.InvariantCulture, out var number):
                    filter.Add(Condition(column.Name, "eq", number.ToString(CultureInfo.InvariantCulture)));
                    break;
            }
        }

        return filter.HasElements ? filter : new XElement("filter", Condition(table.Key, "null", null));
    }

    private static string Escaped(string words)
    {
        var text = new StringBuilder();
        foreach (var letter in words)
        {
            text.Append(
                letter switch
                {
                    '*' => "%",
                    '%' or '_' or '[' => $"[{letter}]",
                    _ => letter.ToString(),
                }
            );
        }

        return text.ToString();
    }

    private static XElement Condition(string column, string operation, string? value)
    {
        var condition = new XElement("condition", new XAttribute("attribute", column), new XAttribute("operator", operation));
        condition.SetAttributeValue("value", value);
        return condition;
    }
}
