using System.Collections.Immutable;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Local.Dataverse.Errors;
using PowerIntegration.Local.Dataverse.Metadata;
using PowerIntegration.Local.Dataverse.Storage;

namespace PowerIntegration.Local.Dataverse.Query;

/// <summary>Answers a <see cref="QueryExpression"/>; FetchXML and OData are parsed into one first.</summary>
internal sealed class QueryEngine
{
    /// <summary>Most rows on one page; the platform's bound.</summary>
    public const int PageSizeMax = 5000;

    /// <summary>Most link-entities in one query; the platform's bound.</summary>
    private const int LinksMax = 15;

    private readonly OrganizationModel model;
    private readonly Transaction transaction;
    private readonly Guid userId;

    private readonly DateTime now;

    public QueryEngine(OrganizationModel model, Transaction transaction, Guid userId, DateTime now)
    {
        this.now = now;
        this.model = model;
        this.transaction = transaction;
        this.userId = userId;
    }

    /// <summary>The rows of a query that computes from them: in no order, at most so many.</summary>
    /// <param name="query">Table, filters and links.</param>
    /// <param name="most">How many are enough.</param>
    public (QueryScope Scope, IReadOnlyList<JoinedRow> Rows) Find(QueryExpression query, int most)
    {
        var table = Table(query.EntityName);
        var scope = new QueryScope(table, userId, now);
        var links = Links(query.LinkEntities, null, scope).ToList();
        var plan = new QueryPlan(transaction, table, query.Criteria, userId);
        var rows = Joined(plan.Candidates(), links, query.Criteria, scope.Compile(query.Criteria, null)).Take(most).ToList();
        transaction.Examined(plan.Examined);
        return (scope, rows);
    }

    public EntityCollection Execute(QueryExpression query)
    {
        var table = Table(query.EntityName);
        var scope = new QueryScope(table, userId, now);
        var links = Links(query.LinkEntities, null, scope).ToList();
        if (links.Count > LinksMax)
        {
            throw Faults.Invalid($"The query has {links.Count} link-entities; at most {LinksMax} are allowed.");
        }

        var filter = scope.Compile(query.Criteria, null);
        var orders = Orders(query, links).ToList();
        var projection = new EntityProjection(model, transaction, table, query.ColumnSet, links);
        var plan = new QueryPlan(transaction, table, query.Criteria, userId);
        var needed = query.Distinct ? int.MaxValue : Needed(query);
        IEnumerable<JoinedRow> Sorted(IEnumerable<Row> rows) =>
            RowOrder.Sort(Joined(rows, links, query.Criteria, filter), orders, scope, transaction, model);

        var found =
            plan.InOrder(orders, needed) is { } groups && needed < int.MaxValue
                ? groups.SelectMany(Sorted).Take(needed).ToList()
                : Sorted(plan.Candidates()).ToList();
        transaction.Examined(plan.Examined);
        return Page(query, table, query.Distinct ? Distinct(found, projection) : found, projection);
    }

    // What a page, the mark that more follow and the capped total need; the rest need not be found.
    private static int Needed(QueryExpression query)
    {
        var paging = query.PageInfo ?? new PagingInfo();
        var size = query.TopCount ?? (paging.Count > 0 ? paging.Count : PageSizeMax);
        var last = (Math.Max(1, paging.PageNumber) * (long)size) + 1;
        return (int)Math.Min(int.MaxValue - 1, Math.Max(last, paging.ReturnTotalRecordCount ? PageSizeMax + 1 : 0));
    }

    // What the queried table itself decides is decided before anything is joined to it.
    private IEnumerable<JoinedRow> Joined(IEnumerable<Row> rows, List<LinkOf> links, FilterExpression? criteria, Func<JoinedRow, bool> filter)
    {
        var joined = rows.Select(row => new JoinedRow(row, ImmutableDictionary<string, Row>.Empty));
        var isOfMain = links.Count == 0 || IsOfMain(criteria);
        joined = isOfMain ? joined.Where(filter) : joined;
        foreach (var link in links)
        {
            joined = joined.SelectMany(row => Join(row, link));
        }

        return isOfMain ? joined : joined.Where(filter);
    }

    private static bool IsOfMain(FilterExpression? filter) =>
        filter is null || (filter.Conditions.All(condition => string.IsNullOrEmpty(condition.EntityName)) && filter.Filters.All(IsOfMain));

    private static EntityCollection Page(QueryExpression query, TableDefinition table, List<JoinedRow> found, EntityProjection projection)
    {
        var paging = query.PageInfo ?? new PagingInfo();
        if (query.TopCount is { } top && paging.Count > 0)
        {
            throw Faults.Invalid("The Top.Count can't be specified with pagingInfo.");
        }

        var size = query.TopCount ?? (paging.Count > 0 ? paging.Count : PageSizeMax);
        if (size > PageSizeMax)
        {
            throw Faults.Invalid($"A page of {size} rows was asked for; at most {PageSizeMax} are allowed.");
        }

        var page = Math.Max(1, paging.PageNumber);
        // A page number of a client times a size passes the end of a whole number.
        var start = (int)Math.Min((page - 1L) * size, found.Count);
        var more = query.TopCount is null && found.Count - start > size;
        var result = new EntityCollection(found.Skip(start).Take(size).Select(projection.Project).ToList())
        {
            EntityName = table.LogicalName,
            MoreRecords = more,
            PagingCookie = more
                ? $"<cookie page=\"{page}\"><{table.PrimaryKey} last=\"{found[start + size - 1].Main.Id:B}\" "
                    + $"first=\"{found[start].Main.Id:B}\" /></cookie>"
                : null,
            TotalRecordCount = paging.ReturnTotalRecordCount ? Math.Min(found.Count, PageSizeMax) : -1,
            TotalRecordCountLimitExceeded = paging.ReturnTotalRecordCount && found.Count > PageSizeMax,
        };
        return result;
    }

    private static List<JoinedRow> Distinct(List<JoinedRow> found, EntityProjection projection) => [.. found.DistinctBy(projection.Fingerprint)];

    private static IEnumerable<OrderOf> Orders(QueryExpression query, List<LinkOf> links) =>
        query
            .Orders.Select(order => new OrderOf(string.IsNullOrEmpty(order.EntityName) ? null : order.EntityName, order))
            .Concat(links.SelectMany(link => link.Link.Orders.Select(order => new OrderOf(link.Alias, order))));

    private IEnumerable<LinkOf> Links(IEnumerable<LinkEntity> entities, string? parent, QueryScope scope)
    {
        foreach (var link in entities)
        {
            if (link.JoinOperator is not (JoinOperator.Inner or JoinOperator.LeftOuter))
            {
                throw Faults.NotBuilt($"The link type '{link.JoinOperator}'");
            }

            var table = Table(link.LinkToEntityName);
            var alias = string.IsNullOrEmpty(link.EntityAlias) ? link.LinkToEntityName + (scope.Count + 1) : link.EntityAlias;
            scope.Add(alias, table);
            var from = scope.Column(parent, link.LinkFromAttributeName);
            var to = scope.Column(alias, link.LinkToAttributeName);
            yield return new LinkOf(link, alias, parent, table, from, to, scope.Compile(link.LinkCriteria, alias));
            foreach (var nested in Links(link.LinkEntities, alias, scope))
            {
                yield return nested;
            }
        }
    }

    private IEnumerable<JoinedRow> Join(JoinedRow row, LinkOf link)
    {
        var any = false;
        var value = ComparedValue.Stored(row.Of(link.Parent)?[link.From.LogicalName]);
        foreach (var candidate in value is null ? [] : QueryPlan.Matching(transaction, link.Table, link.To, value))
        {
            var joined = row with { Linked = row.Linked.Add(link.Alias, candidate) };
            if (link.Filter(joined))
            {
                any = true;
                yield return joined;
            }
        }

        if (!any && link.Link.JoinOperator == JoinOperator.LeftOuter)
        {
            yield return row;
        }
    }

    private TableDefinition Table(string? name) => model.FindTable(name ?? "") ?? throw Faults.UnknownTable(name ?? "");
}
