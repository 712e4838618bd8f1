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

    public QueryEngine(OrganizationModel model, Transaction transaction, Guid userId)
    {
        this.model = model;
        this.transaction = transaction;
        this.userId = userId;
    }

    public EntityCollection Execute(QueryExpression query)
    {
        var table = Table(query.EntityName);
        var scope = new QueryScope(table, userId);
        var links = Links(query.LinkEntities, null, scope).ToList();
        if (links.Count > LinksMax)
        {
            throw Faults.Invalid($"The query has {links.Count} link-entities; at most {LinksMax} are allowed.");
        }

        var filter = scope.Compile(query.Criteria, null);
        var rows = Candidates(table, query.Criteria).Select(row => new JoinedRow(row, ImmutableDictionary<string, Row>.Empty));
        foreach (var link in links)
        {
            rows = rows.SelectMany(row => Join(row, link));
        }

        var projection = new EntityProjection(model, transaction, table, query.ColumnSet, links);
        var found = RowOrder.Sort(rows.Where(filter), Orders(query, links), scope, transaction, model).ToList();
        return Page(query, table, query.Distinct ? Distinct(found, projection) : found, projection);
    }

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
        foreach (var candidate in value is null ? [] : Matching(link.Table, link.To, value))
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

    private IEnumerable<Row> Matching(TableDefinition table, ColumnDefinition column, object value)
    {
        if (value is Guid id && column.Kind == ColumnKind.PrimaryKey)
        {
            return transaction.Find(table.LogicalName, id) is { } row ? [row] : [];
        }

        if (value is Guid target && column.Kind is (ColumnKind.Lookup or ColumnKind.Owner))
        {
            return transaction.PointingTo(table.LogicalName, column.LogicalName, target);
        }

        return transaction
            .All(table.LogicalName)
            .Where(row =>
                ComparedValue.Stored(row[column.LogicalName]) is { } stored
                && stored.GetType() == value.GetType()
                && ComparedValue.Compare(stored, value) == 0
            );
    }

    // An index helps where every row must meet one equality; the filter itself still runs over what it gives.
    private IEnumerable<Row> Candidates(TableDefinition table, FilterExpression? criteria)
    {
        var equalities =
            criteria?.FilterOperator == LogicalOperator.And
                ? criteria.Conditions.Where(condition =>
                    condition.Operator == ConditionOperator.Equal && string.IsNullOrEmpty(condition.EntityName) && condition.Values.Count == 1
                )
                : [];
        foreach (var condition in equalities)
        {
            if (table.Find(condition.AttributeName ?? "") is not { } column)
            {
                continue;
            }

            if (column.Kind is ColumnKind.PrimaryKey or ColumnKind.Lookup or ColumnKind.Owner)
            {
                return Matching(table, column, ComparedValue.Of(column, condition.Values[0]));
            }

            if (table.FindKey([column.LogicalName]) is { } key)
            {
                var text = KeyValueText.Of(key, _ => ComparedValue.Of(column, condition.Values[0]));
                return transaction.FindByKey(table, key, text!) is { } row ? [row] : [];
            }
        }

        return transaction.All(table.LogicalName);
    }

    private TableDefinition Table(string? name) => model.FindTable(name ?? "") ?? throw Faults.UnknownTable(name ?? "");
}
