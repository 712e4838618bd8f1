using System.Collections;
using System.Xml.Linq;
using Microsoft.PowerPlatform.Dataverse.Client.Rows;
using Microsoft.Xrm.Sdk.Query;

namespace Microsoft.PowerPlatform.Dataverse.Client.Queries;

/// <summary>Writes a query as FetchXML, the one query language that the Web API shares with the SDK.</summary>
internal sealed class FetchXmlWriter
{
    private int linkCount;

    public XElement Write(QueryExpression query)
    {
        var fetch = new XElement("fetch");
        Set(fetch, "distinct", query.Distinct ? "true" : null);
        Set(fetch, "top", query.TopCount?.ToString(CultureInfo.InvariantCulture));
        SetPage(fetch, query.PageInfo);
        var entity = new XElement("entity", new XAttribute("name", query.EntityName));
        AddColumns(entity, query.ColumnSet);
        AddOrders(entity, query.Orders);
        AddFilter(entity, query.Criteria);
        foreach (LinkEntity link in query.LinkEntities)
        {
            entity.Add(Link(link));
        }

        fetch.Add(entity);
        return fetch;
    }

    private static void SetPage(XElement fetch, PagingInfo? page)
    {
        if (page == null)
        {
            return;
        }

        Set(fetch, "page", page.PageNumber > 0 ? page.PageNumber.ToString(CultureInfo.InvariantCulture) : null);
        Set(fetch, "count", page.Count > 0 ? page.Count.ToString(CultureInfo.InvariantCulture) : null);
        Set(fetch, "returntotalrecordcount", page.ReturnTotalRecordCount ? "true" : null);
        Set(fetch, "paging-cookie", string.IsNullOrEmpty(page.PagingCookie) ? null : page.PagingCookie);
    }

    private XElement Link(LinkEntity link)
    {
        linkCount++;
        var element = new XElement(
            "link-entity",
            new XAttribute("name", link.LinkToEntityName),
            new XAttribute("from", link.LinkToAttributeName),
            new XAttribute("to", link.LinkFromAttributeName),
            new XAttribute("link-type", LinkType(link.JoinOperator)),
            new XAttribute(
                "alias",
                string.IsNullOrEmpty(link.EntityAlias) ? link.LinkToEntityName + linkCount.ToString(CultureInfo.InvariantCulture) : link.EntityAlias
            )
        );
        AddColumns(element, link.Columns);
        AddOrders(element, link.Orders);
        AddFilter(element, link.LinkCriteria);
        foreach (LinkEntity inner in link.LinkEntities)
        {
            element.Add(Link(inner));
        }

        return element;
    }

    private static string LinkType(JoinOperator join) =>
        join switch
        {
            JoinOperator.Inner => "inner",
            JoinOperator.LeftOuter => "outer",
            JoinOperator.Exists => "exists",
            JoinOperator.In => "in",
            _ => throw new NotSupportedException($"Join operator {join} is not one that the client stand-in sends."),
        };

    private static void AddColumns(XElement element, ColumnSet columns)
    {
        if (columns.AllColumns)
        {
            element.Add(new XElement("all-attributes"));
            return;
        }

        element.Add(columns.Columns.Select(column => new XElement("attribute", new XAttribute("name", column))));
    }

    private static void AddOrders(XElement element, IEnumerable<OrderExpression> orders)
    {
        foreach (OrderExpression order in orders)
        {
            var child = new XElement("order", new XAttribute("attribute", order.AttributeName));
            Set(child, "descending", order.OrderType == OrderType.Descending ? "true" : null);
            Set(child, "entityname", order.EntityName);
            element.Add(child);
        }
    }

    private static void AddFilter(XElement element, FilterExpression? filter)
    {
        if (filter == null || (filter.Conditions.Count == 0 && filter.Filters.Count == 0))
        {
            return;
        }

        var child = new XElement("filter", new XAttribute("type", filter.FilterOperator == LogicalOperator.Or ? "or" : "and"));
        child.Add(filter.Conditions.Select(Condition));
        foreach (FilterExpression inner in filter.Filters)
        {
            AddFilter(child, inner);
        }

        element.Add(child);
    }

    private static XElement Condition(ConditionExpression condition)
    {
        var element = new XElement("condition");
        Set(element, "entityname", condition.EntityName);
        Set(element, "attribute", condition.AttributeName);
        Set(element, "operator", ConditionOperators.Word(condition.Operator));
        List<string> values = [.. Flat(condition.Values).Select(value => Text(condition, value))];
        if (condition.CompareColumns)
        {
            Set(element, "valueof", values.Single());
        }
        else if (ConditionOperators.TakesList(condition.Operator))
        {
            element.Add(values.Select(value => new XElement("value", value)));
        }
        else if (values.Count > 0)
        {
            Set(element, "value", values.Single());
        }

        return element;
    }

    /// <summary>A list given as the one value of a condition counts as its items.</summary>
    private static IEnumerable<object?> Flat(IEnumerable<object?> values) =>
        values.SelectMany(value => value is IEnumerable list and not string ? list.Cast<object?>() : [value]);

    private static string Text(ConditionExpression condition, object? value) =>
        value switch
        {
            string text => text,
            Guid id => id.ToString("D"),
            int number => number.ToString(CultureInfo.InvariantCulture),
            long number => number.ToString(CultureInfo.InvariantCulture),
            decimal number => number.ToString(CultureInfo.InvariantCulture),
            bool flag => flag ? "1" : "0",
            DateTime instant => DateText.Instant(instant),
            _ => throw new NotSupportedException(
                $"The condition on '{condition.AttributeName}' has a value of type {value?.GetType().FullName ?? "null"}. "
                    + "Give the platform a text, number, Guid, yes/no or date; of a choice or a lookup its number or id."
            ),
        };

    private static void Set(XElement element, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            element.SetAttributeValue(name, value);
        }
    }
}
