using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;
using PowerIntegration.Tables.Versions;

namespace PowerIntegration.Plugins.Versions;

/// <summary>Reads versions with every column that a decision about them needs.</summary>
internal static class VersionReader
{
    /// <summary>The row with the id; null where there is none.</summary>
    public static Entity? Find(IOrganizationService service, VersionedTable table, Guid id)
    {
        var query = Rows.Of(table.LogicalName, table.Columns);
        query.Criteria.AddCondition(table.Id, ConditionOperator.Equal, id);
        return Rows.First(service, query);
    }

    /// <summary>The row that a save is about, whether the caller named it by its id or by its key; null where there is none.</summary>
    public static Entity? Target(IOrganizationService service, VersionedTable table, Guid id, KeyAttributeCollection keys)
    {
        var target = new EntityReference(table.LogicalName, id) { KeyAttributes = keys };
        return Rows.Target(service, target, table.Id, CommitmentTable.Key, table.Columns);
    }

    /// <summary>The rows of a batch in one state, in the order of their keys.</summary>
    public static IReadOnlyList<Entity> Batch(IOrganizationService service, VersionedTable table, string batch, int state = RuleStateChoice.Draft)
    {
        var query = Rows.Of(table.LogicalName, table.Columns);
        query.Criteria.AddCondition(CommitmentTable.Batch, ConditionOperator.Equal, batch);
        query.Criteria.AddCondition(CommitmentTable.RuleState, ConditionOperator.Equal, state);
        query.AddOrder(CommitmentTable.Key, OrderType.Ascending);
        return Rows.All(service, query);
    }

    /// <summary>The rows of a draft's scope that are not superseded, and the one that it replaces: what may contradict it.</summary>
    public static IReadOnlyList<Entity> Others(IOrganizationService service, VersionedTable table, Entity draft)
    {
        var view = new RowView(draft);
        var rows = new List<Entity>();
        if (table.Scope.Count > 0)
        {
            var query = Rows.Of(table.LogicalName, table.Columns);
            foreach (var column in table.Scope)
            {
                Equal(query.Criteria, column, draft.Contains(column) ? draft[column] : null);
            }

            var state = query.Criteria.AddFilter(LogicalOperator.Or);
            state.AddCondition(CommitmentTable.RuleState, ConditionOperator.Equal, RuleStateChoice.Draft);
            state.AddCondition(CommitmentTable.RuleState, ConditionOperator.Equal, RuleStateChoice.Active);
            rows.AddRange(Rows.All(service, query).Where(row => row.Id != draft.Id));
        }

        if (view.Reference(CommitmentTable.ReplacesId) is { } replaced && rows.TrueForAll(row => row.Id != replaced))
        {
            rows.AddRange(Find(service, table, replaced) is { } row ? [row] : []);
        }

        return rows;
    }

    /// <summary>The row with lookups that name their row by its key replaced by its id, as they will be stored.</summary>
    public static Entity Resolved(IOrganizationService service, Entity row)
    {
        var resolved = new Entity(row.LogicalName, row.Id);
        foreach (var column in row.Attributes)
        {
            resolved[column.Key] =
                column.Value is EntityReference { KeyAttributes.Count: > 0 } reference && reference.Id == Guid.Empty
                    ? Resolve(service, reference)
                    : column.Value;
        }

        return resolved;
    }

    private static EntityReference Resolve(IOrganizationService service, EntityReference reference)
    {
        var query = Rows.Of(reference.LogicalName, []);
        foreach (var key in reference.KeyAttributes)
        {
            query.Criteria.AddCondition(key.Key, ConditionOperator.Equal, key.Value);
        }

        return Rows.First(service, query) is { } row ? row.ToEntityReference() : reference;
    }

    private static void Equal(FilterExpression criteria, string column, object? value)
    {
        var plain = value switch
        {
            EntityReference reference => reference.Id,
            OptionSetValue choice => choice.Value,
            "" => null,
            _ => value,
        };
        if (plain is null)
        {
            criteria.AddCondition(column, ConditionOperator.Null);
        }
        else
        {
            criteria.AddCondition(column, ConditionOperator.Equal, plain);
        }
    }
}
