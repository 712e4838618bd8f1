using System.Text.Json.Nodes;
using System.Xml.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Local.Dataverse.Errors;
using PowerIntegration.Local.Dataverse.Metadata;
using PowerIntegration.Local.Dataverse.Pipeline;
using PowerIntegration.Local.Dataverse.Query;

namespace PowerIntegration.Local.Dataverse.WebApi;

/// <summary>Answers a collection: by OData options or by FetchXML.</summary>
internal sealed class QueryEndpoint
{
    private const string CookieAnnotation = "@Microsoft.Dynamics.CRM.fetchxmlpagingcookie";

    private readonly Platform platform;
    private readonly MessagePipeline pipeline;
    private readonly RowWriter writer;
    private readonly ExpandReader expand;
    private readonly ODataQueryParser parser;

    public QueryEndpoint(Platform platform, MessagePipeline pipeline, RowWriter writer, ExpandReader expand, ODataQueryParser parser)
    {
        this.platform = platform;
        this.pipeline = pipeline;
        this.writer = writer;
        this.expand = expand;
        this.parser = parser;
    }

    public WebApiResponse Read(WebApiRequest request, TableDefinition table) =>
        request.Options.TryGetValue("fetchXml", out var fetch) ? ReadFetch(request, table, fetch) : ReadOData(request, table);

    /// <summary>The number of rows, capped like every total.</summary>
    public WebApiResponse Count(WebApiRequest request, TableDefinition table)
    {
        var query = parser.Parse(table, request.Options).Query;
        query.ColumnSet = new ColumnSet(table.PrimaryKey);
        query.PageInfo = new PagingInfo
        {
            Count = 1,
            PageNumber = 1,
            ReturnTotalRecordCount = true,
        };
        var total = Execute(query, request).TotalRecordCount;
        return new WebApiResponse(200) { Text = total.ToString(CultureInfo.InvariantCulture) };
    }

    private WebApiResponse ReadOData(WebApiRequest request, TableDefinition table)
    {
        var parsed = parser.Parse(table, request.Options);
        var query = parsed.Query;
        var page = SkipToken.Page(request.Options.GetValueOrDefault("$skiptoken"));
        if (request.Preferences.PageSize is not null || query.TopCount is null)
        {
            // With a page size, $top is ignored.
            query.TopCount = null;
            query.PageInfo = new PagingInfo { Count = request.Preferences.PageSize ?? QueryEngine.PageSizeMax, PageNumber = page };
        }

        query.PageInfo.ReturnTotalRecordCount = parsed.WithCount;
        var found = Execute(query, request);
        var json = Envelope(request, table, found, parsed.WithCount);
        json["value"] = Rows(request, table, found, parsed.Columns, parsed.Expand);
        if (found.MoreRecords)
        {
            json["@odata.nextLink"] = SkipToken.NextLink(request, page + 1);
        }

        return new WebApiResponse(200, json);
    }

    private WebApiResponse ReadFetch(WebApiRequest request, TableDefinition table, string fetch)
    {
        var aggregate = FetchXmlParser.ParseAggregate(fetch);
        var query = aggregate?.Rows ?? FetchXmlParser.Parse(fetch);
        if (query.EntityName != table.LogicalName)
        {
            throw Faults.Invalid($"The FetchXML asks for '{query.EntityName}', and the path for '{table.EntitySetName}'.");
        }

        if (aggregate is not null)
        {
            return ReadGroups(request, table, fetch);
        }

        var found = Execute(query, request);
        var json = Envelope(request, table, found, query.PageInfo.ReturnTotalRecordCount);
        json["value"] = Rows(request, table, found, FetchColumns(table, query), []);
        json["@Microsoft.Dynamics.CRM.morerecords"] = found.MoreRecords;
        if (found.MoreRecords)
        {
            json[CookieAnnotation] = FetchCookie(query.PageInfo.PageNumber + 1, found.PagingCookie);
        }

        return new WebApiResponse(200, json);
    }

    private WebApiResponse ReadGroups(WebApiRequest request, TableDefinition table, string fetch)
    {
        var call = new RetrieveMultipleRequest { Query = new FetchExpression(fetch) };
        var found = ((RetrieveMultipleResponse)pipeline.Execute(call, request.Caller)).EntityCollection;
        var json = Envelope(request, table, found, withCount: false);
        json["value"] = new JsonArray([.. found.Entities.Select(group => (JsonNode)writer.WriteGroup(group, request.Preferences))]);
        json["@Microsoft.Dynamics.CRM.morerecords"] = found.MoreRecords;
        return new WebApiResponse(200, json);
    }

    private EntityCollection Execute(QueryExpression query, WebApiRequest request) =>
        ((RetrieveMultipleResponse)pipeline.Execute(new RetrieveMultipleRequest { Query = query }, request.Caller)).EntityCollection;

    private static JsonObject Envelope(WebApiRequest request, TableDefinition table, EntityCollection found, bool withCount)
    {
        var json = new JsonObject { ["@odata.context"] = $"{request.Root}/$metadata#{table.EntitySetName}" };
        if (withCount)
        {
            json["@odata.count"] = found.TotalRecordCount;
            json["@Microsoft.Dynamics.CRM.totalrecordcount"] = found.TotalRecordCount;
            json["@Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded"] = found.TotalRecordCountLimitExceeded;
        }

        return json;
    }

    private JsonArray Rows(
        WebApiRequest request,
        TableDefinition table,
        EntityCollection found,
        IReadOnlyList<ColumnDefinition>? columns,
        IReadOnlyList<ExpandOption> options
    )
    {
        var transaction = options.Count > 0 ? platform.Store.Begin() : null;
        var rows = new JsonArray();
        foreach (var entity in found.Entities)
        {
            var json = writer.Write(table, entity, columns, request.Preferences);
            if (transaction?.Find(table.LogicalName, entity.Id) is { } row)
            {
                expand.Add(json, row, options, request, transaction);
            }

            rows.Add((JsonNode)json);
        }

        return rows;
    }

    private static List<ColumnDefinition>? FetchColumns(TableDefinition table, QueryExpression query) =>
        query.ColumnSet.AllColumns ? null : [.. query.ColumnSet.Columns.Select(name => table.Find(name)!)];

    // Clients decode the inner cookie twice, once for the attribute and once for themselves.
    private static string FetchCookie(int page, string cookie) =>
        new XElement(
            "cookie",
            new XAttribute("pagenumber", page),
            new XAttribute("pagingcookie", Uri.EscapeDataString(Uri.EscapeDataString(cookie))),
            new XAttribute("istracking", "False")
        ).ToString(SaveOptions.DisableFormatting);
}
