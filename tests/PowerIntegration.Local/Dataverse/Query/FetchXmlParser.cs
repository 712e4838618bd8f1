using System.Xml;
using System.Xml.Linq;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Local.Dataverse.Errors;

namespace PowerIntegration.Local.Dataverse.Query;

/// <summary>Parses FetchXML into a <see cref="QueryExpression"/>. Aggregates and whatever else it does not support are refused by name.</summary>
internal static class FetchXmlParser
{
    public static QueryExpression Parse(string text)
    {
        var fetch = Load(text);
        Know(
            fetch,
            ["version", "mapping", "output-format", "distinct", "top", "count", "page", "paging-cookie", "returntotalrecordcount", "no-lock"],
            ["entity"]
        );
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
