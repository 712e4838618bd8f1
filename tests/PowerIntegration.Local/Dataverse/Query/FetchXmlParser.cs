using System.Xml;
using System.Xml.Linq;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Local.Dataverse.Errors;

namespace PowerIntegration.Local.Dataverse.Query;

/// <summary>Parses FetchXML into a <see cref="QueryExpression"/>, or into a query that groups. What it does not support is refused by name.</summary>
internal static class FetchXmlParser
{
    private static readonly string[] FetchAttributes =
    [
        "version",
        "mapping",
        "output-format",
        "distinct",
        "top",
        "count",
        "page",
        "paging-cookie",
        "returntotalrecordcount",
        "no-lock",
    ];

    private static readonly string[] AggregateAttributes = ["name", "alias", "aggregate", "groupby", "distinct", "dategrouping"];

    /// <summary>The rows that a query asks for.</summary>
    public static QueryExpression Parse(string text) => Rows(Load(text), FetchAttributes);

    /// <summary>The groups that a query asks for; null where it asks for rows.</summary>
    public static AggregateQuery? ParseAggregate(string text)
    {
        var fetch = Load(text);
        if (!Flag(fetch, "aggregate"))
        {
            return null;
        }

        var asked = fetch.Descendants("attribute").Select(Aggregate).ToList();
        var orders = fetch.Descendants("order").Select(AggregateOrder).ToList();
        var rows = new XElement(fetch);
        rows.Attribute("aggregate")!.Remove();
        rows.Descendants().Where(element => element.Name.LocalName is "attribute" or "order").ToList().ForEach(element => element.Remove());
        return new AggregateQuery(Rows(rows, FetchAttributes), asked, orders);
    }

    private static AggregateColumn Aggregate(XElement attribute)
    {
        Know(attribute, AggregateAttributes, []);
        var function = attribute.Attribute("aggregate")?.Value;
        if (function is null != Flag(attribute, "groupby"))
        {
            throw Faults.Invalid("An attribute can not be requested when an aggregate operation has been specified and its neither groupby not aggregate.");
        }

        var parent = attribute.Parent!;
        return new AggregateColumn(
            parent.Name.LocalName == "link-entity" ? Required(parent, "alias") : null,
            Required(attribute, "name"),
            Required(attribute, "alias"),
            function,
            Flag(attribute, "distinct"),
            attribute.Attribute("dategrouping")?.Value
        );
    }

    private static AggregateOrder AggregateOrder(XElement order)
    {
        Know(order, ["alias", "descending"], []);
        return new AggregateOrder(Required(order, "alias"), Flag(order, "descending"));
    }

    private static QueryExpression Rows(XElement fetch, string[] attributes)
    {
        Know(fetch, attributes, ["entity"]);
        var entity = fetch.Elements().Count() == 1 ? fetch.Elements().Single() : throw Faults.Invalid("The FetchXML must have one entity element.");
        Know(entity, ["name"], ["attribute", "all-attributes", "no-attrs", "order", "filter", "link-entity"]);
        var query = new QueryExpression(Required(entity, "name"))
        {
            Distinct = Flag(fetch, "distinct"),
            TopCount = Number(fetch, "top"),
            ColumnSet = Columns(entity),
            Criteria = Criteria(entity),
            PageInfo = new PagingInfo
            {
                Count = Number(fetch, "count") ?? 0,
                PageNumber = Number(fetch, "page") ?? 1,
                PagingCookie = fetch.Attribute("paging-cookie")?.Value,
                ReturnTotalRecordCount = Flag(fetch, "returntotalrecordcount"),
            },
        };
        query.Orders.AddRange(entity.Elements("order").Select(Order));
        query.LinkEntities.AddRange(entity.Elements("link-entity").Select(link => Link(link, query.EntityName)));
        return query;
    }

    private static XElement Load(string text)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            var root = XDocument.Load(reader).Root!;
            return root.Name.LocalName == "fetch"
                ? root
                : throw Faults.Invalid($"The FetchXML begins with '{root.Name.LocalName}', not with 'fetch'.");
        }
        catch (XmlException exception)
        {
            throw Faults.Invalid("Invalid XML. " + exception.Message);
        }
    }

    private static LinkEntity Link(XElement element, string parent)
    {
        Know(
            element,
            ["name", "from", "to", "alias", "link-type", "visible", "intersect"],
            ["attribute", "all-attributes", "no-attrs", "order", "filter", "link-entity"]
        );
        var link = new LinkEntity(parent, Required(element, "name"), Required(element, "to"), Required(element, "from"), JoinOf(element))
        {
            EntityAlias = element.Attribute("alias")?.Value,
            Columns = Columns(element),
            LinkCriteria = Criteria(element),
        };
        link.Orders.AddRange(element.Elements("order").Select(Order));
        link.LinkEntities.AddRange(element.Elements("link-entity").Select(nested => Link(nested, link.LinkToEntityName)));
        return link;
    }

    private static JoinOperator JoinOf(XElement element) =>
        element.Attribute("link-type")?.Value switch
        {
            null or "inner" => JoinOperator.Inner,
            "outer" => JoinOperator.LeftOuter,
            var other => throw Faults.NotBuilt($"The FetchXML link-type '{other}'"),
        };

    private static ColumnSet Columns(XElement element)
    {
        if (element.Element("all-attributes") is not null)
        {
            return new ColumnSet(true);
        }

        foreach (var attribute in element.Elements("attribute"))
        {
            Know(attribute, ["name"], []);
        }

        return new ColumnSet([.. element.Elements("attribute").Select(attribute => Required(attribute, "name"))]);
    }

    private static OrderExpression Order(XElement element)
    {
        Know(element, ["attribute", "descending", "entityname"], []);
        return new OrderExpression(Required(element, "attribute"), Flag(element, "descending") ? OrderType.Descending : OrderType.Ascending)
        {
            EntityName = element.Attribute("entityname")?.Value,
        };
    }

    private static FilterExpression Criteria(XElement element)
    {
        var all = new FilterExpression(LogicalOperator.And);
        all.Filters.AddRange(element.Elements("filter").Select(Filter));
        // One filter is the criteria itself; the engine looks for an index at the top.
        return all.Filters.Count == 1 ? all.Filters[0] : all;
    }

    private static FilterExpression Filter(XElement element)
    {
        Know(element, ["type"], ["condition", "filter"]);
        var filter = new FilterExpression(element.Attribute("type")?.Value == "or" ? LogicalOperator.Or : LogicalOperator.And);
        filter.Conditions.AddRange(element.Elements("condition").Select(Condition));
        filter.Filters.AddRange(element.Elements("filter").Select(Filter));
        return filter;
    }

    private static ConditionExpression Condition(XElement element)
    {
        Know(element, ["attribute", "operator", "value", "entityname", "uiname", "uitype"], ["value"]);
        var name = Required(element, "operator");
        var condition = new ConditionExpression(element.Attribute("entityname")?.Value, Required(element, "attribute"), FetchOperator.Of(name));
        if (element.Attribute("value") is { } value)
        {
            condition.Values.Add(FetchOperator.Value(name, value.Value));
        }

        condition.Values.AddRange(element.Elements("value").Select(child => FetchOperator.Value(name, child.Value)));
        return condition;
    }

    private static void Know(XElement element, string[] attributes, string[] children)
    {
        var stranger =
            element.Attributes().Select(attribute => attribute.Name.LocalName).Except(attributes).FirstOrDefault()
            ?? element.Elements().Select(child => child.Name.LocalName).Except(children).FirstOrDefault();
        if (stranger is not null)
        {
            throw Faults.NotBuilt($"'{stranger}' in the FetchXML element '{element.Name.LocalName}'");
        }
    }

    private static string Required(XElement element, string name) =>
        element.Attribute(name)?.Value ?? throw Faults.Invalid($"The FetchXML element '{element.Name.LocalName}' has no '{name}'.");

    private static bool Flag(XElement element, string name) => element.Attribute(name)?.Value is "true" or "1";

    private static int? Number(XElement element, string name)
    {
        if (element.Attribute(name)?.Value is not { } text)
        {
            return null;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Faults.Invalid($"The FetchXML attribute '{name}' must be a whole number, not '{text}'.");
    }
}
