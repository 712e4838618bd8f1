using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Plugins.Shell;

/// <summary>Queries that answer in one request or not at all.</summary>
internal static class Rows
{
    // What Dataverse gives at most on one page, and gives where no size is asked for.
    private const int PageSize = 5000;

    public static QueryExpression Of(string table, IEnumerable<string> columns) => new(table) { ColumnSet = new ColumnSet([.. columns]) };

    public static LinkEntity Join(this LinkEntity link, string alias, IEnumerable<string> columns)
    {
        link.EntityAlias = alias;
        link.Columns = new ColumnSet([.. columns]);
        return link;
    }

    // A second page would be another request, and rows left behind would be money left behind.
    public static IReadOnlyList<Entity> All(IOrganizationService service, QueryExpression query)
    {
        var answer = service.RetrieveMultiple(query);
        Invariant.Require(!answer.MoreRecords, $"The rows of {query.EntityName} for one document fit on one page.");
        return [.. answer.Entities.AsEnumerable()];
    }

    /// <summary>So many pages; null where more rows are left, because rows left behind would be money left behind.</summary>
    public static IReadOnlyList<Entity>? Pages(IOrganizationService service, QueryExpression query, int pagesMax)
    {
        var rows = Some(service, query, pagesMax, out var isCut);
        return isCut ? null : rows;
    }

    /// <summary>So many pages, for lists that say where they are not complete.</summary>
    public static IReadOnlyList<Entity> Some(IOrganizationService service, QueryExpression query, int pagesMax, out bool isCut)
    {
        var rows = new List<Entity>();
        isCut = true;
        for (var page = 1; isCut && page <= pagesMax; page++)
        {
            var answer = service.RetrieveMultiple(query);
            rows.AddRange(answer.Entities.AsEnumerable());
            isCut = answer.MoreRecords;
            query.PageInfo = new PagingInfo
            {
                Count = PageSize,
                PageNumber = page + 1,
                PagingCookie = answer.PagingCookie,
            };
        }

        return rows;
    }

    public static Entity? First(IOrganizationService service, QueryExpression query)
    {
        var rows = All(service, query);
        return rows.Count == 0 ? null : rows[0];
    }

    /// <summary>The row that a message is about, whether the caller named it by its id or by its key; null where there is none.</summary>
    public static Entity? Target(IOrganizationService service, EntityReference target, string idColumn, string keyColumn, IEnumerable<string> columns)
    {
        var query = Of(target.LogicalName, columns);
        if (target.Id == Guid.Empty && target.KeyAttributes.TryGetValue(keyColumn, out var key))
        {
            query.Criteria.AddCondition(keyColumn, ConditionOperator.Equal, key);
        }
        else
        {
            query.Criteria.AddCondition(idColumn, ConditionOperator.Equal, target.Id);
        }

        return First(service, query);
    }
}
