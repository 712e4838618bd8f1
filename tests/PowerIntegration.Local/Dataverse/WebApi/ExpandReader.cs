using System.Text.Json.Nodes;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Local.Dataverse.Metadata;
using PowerIntegration.Local.Dataverse.Pipeline;
using PowerIntegration.Local.Dataverse.Query;
using PowerIntegration.Local.Dataverse.Storage;

namespace PowerIntegration.Local.Dataverse.WebApi;

/// <summary>Adds expanded rows to a row already written.</summary>
internal sealed class ExpandReader
{
    private readonly Platform platform;
    private readonly RowWriter writer;

    public ExpandReader(Platform platform, RowWriter writer)
    {
        this.platform = platform;
        this.writer = writer;
    }

    public void Add(JsonObject json, Row row, IReadOnlyList<ExpandOption> options, WebApiRequest request, Transaction transaction)
    {
        foreach (var option in options)
        {
            var table = platform.Table(option.Query.EntityName);
            platform.Privileges.Require(request.Caller.UserId, "Read", table);
            json[option.Navigation] = option.IsCollection
                ? Many(table, row, option, request, transaction)
                : One(table, row, option, request, transaction);
        }
    }

    private JsonObject? One(TableDefinition table, Row row, ExpandOption option, WebApiRequest request, Transaction transaction)
    {
        if (
            row[option.Relationship.ReferencingColumn] is not RowReference reference
            || transaction.Find(table.LogicalName, reference.Id) is not { } found
        )
        {
            return null;
        }

        var entity = EntityProjection.Single(platform.Model, transaction, table, option.Query.ColumnSet, found);
        var json = writer.Write(table, entity, option.Columns, request.Preferences, withTag: false);
        Add(json, found, option.Nested, request, transaction);
        return json;
    }

    private JsonArray Many(TableDefinition table, Row row, ExpandOption option, WebApiRequest request, Transaction transaction)
    {
        var query = new QueryExpression(table.LogicalName) { ColumnSet = option.Query.ColumnSet, TopCount = option.Query.TopCount };
        query.Criteria.AddCondition(option.Relationship.ReferencingColumn, ConditionOperator.Equal, row.Id);
        query.Criteria.AddFilter(option.Query.Criteria);
        query.Orders.AddRange(option.Query.Orders);
        query.LinkEntities.AddRange(option.Query.LinkEntities);
        var found = new QueryEngine(platform.Model, transaction, request.Caller.UserId, platform.Now).Execute(query);
        return new JsonArray([
            .. found.Entities.Select(entity =>
            {
                var json = writer.Write(table, entity, option.Columns, request.Preferences);
                Add(json, transaction.Find(table.LogicalName, entity.Id)!, option.Nested, request, transaction);
                return (JsonNode)json;
            }),
        ]);
    }
}
