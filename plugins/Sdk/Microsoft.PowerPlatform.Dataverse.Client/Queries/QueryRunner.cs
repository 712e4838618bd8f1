using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Microsoft.PowerPlatform.Dataverse.Client.Rows;
using Microsoft.PowerPlatform.Dataverse.Client.Tables;
using Microsoft.PowerPlatform.Dataverse.Client.Wire;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Microsoft.PowerPlatform.Dataverse.Client.Queries;

/// <summary>Runs any of the SDK's query kinds as one FetchXML request: one page of rows.</summary>
internal sealed class QueryRunner(WebApiChannel channel, TableCatalog tables)
{
    private const string Annotation = "@Microsoft.Dynamics.CRM.";

    public async Task<EntityCollection> RunAsync(QueryBase? query, CancellationToken cancellationToken)
    {
        XElement fetch = Fetch(query);
        FetchShape shape = await FetchShape.OfAsync(fetch, channel, tables, cancellationToken).ConfigureAwait(false);
        AskForSomeColumn(fetch, shape.Root);
        string path = $"{shape.Root.SetName}?fetchXml={Uri.EscapeDataString(fetch.ToString(SaveOptions.DisableFormatting))}";
        WebApiAnswer answer = await channel.SendAsync(WebApiRequest.Get(path), cancellationToken).ConfigureAwait(false);
        return Rows(answer.RequiredBody, shape);
    }

    private static XElement Fetch(QueryBase? query) =>
        query switch
        {
            QueryExpression expression => new FetchXmlWriter().Write(expression),
            QueryByAttribute byAttribute => new FetchXmlWriter().Write(Expression(byAttribute)),
            FetchExpression fetch => Parse(fetch.Query),
            _ => throw Faults.Of(Faults.InvalidArgument, "Required field 'Query' is missing."),
        };

    private static XElement Parse(string xml)
    {
        try
        {
            return XElement.Parse(xml);
        }
        catch (XmlException failure)
        {
            throw Faults.Of(Faults.InvalidArgument, $"Invalid XML: {failure.Message}");
        }
    }

    private static QueryExpression Expression(QueryByAttribute query)
    {
        var expression = new QueryExpression(query.EntityName) { TopCount = query.TopCount };
        expression.ColumnSet = query.ColumnSet ?? expression.ColumnSet;
        expression.PageInfo = query.PageInfo ?? expression.PageInfo;
        expression.Orders.AddRange(query.Orders);
        for (int index = 0; index < query.Attributes.Count; index++)
        {
            expression.Criteria.AddCondition(query.Attributes[index], ConditionOperator.Equal, query.Values[index]);
        }

        return expression;
    }

    /// <summary>FetchXML without columns means all of them; in the SDK it means the id alone.</summary>
    private static void AskForSomeColumn(XElement fetch, TableDefinition root)
    {
        XElement entity = fetch.Element("entity")!;
        if (entity.Element("attribute") == null && entity.Element("all-attributes") == null)
        {
            entity.AddFirst(new XElement("attribute", new XAttribute("name", root.PrimaryId)));
        }
    }

    private static EntityCollection Rows(JsonElement body, FetchShape shape)
    {
        var reader = new RowReader(shape.Root, shape.Find);
        var rows = new EntityCollection { EntityName = shape.Root.LogicalName, TotalRecordCount = -1 };
        foreach (JsonElement row in body.GetProperty("value").EnumerateArray())
        {
            rows.Entities.Add(reader.Read(row));
        }

        rows.MoreRecords = body.TryGetProperty(Annotation + "morerecords", out JsonElement more) && more.GetBoolean();
        if (body.TryGetProperty(Annotation + "fetchxmlpagingcookie", out JsonElement cookie))
        {
            rows.PagingCookie = PagingCookie.Unwrap(cookie.GetString());
        }

        if (body.TryGetProperty(Annotation + "totalrecordcount", out JsonElement total))
        {
            rows.TotalRecordCount = total.GetInt32();
        }

        if (body.TryGetProperty(Annotation + "totalrecordcountlimitexceeded", out JsonElement exceeded))
        {
            rows.TotalRecordCountLimitExceeded = exceeded.GetBoolean();
        }

        return rows;
    }
}
