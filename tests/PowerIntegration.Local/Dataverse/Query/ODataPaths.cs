using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Local.Dataverse.Errors;
using PowerIntegration.Local.Dataverse.Metadata;

namespace PowerIntegration.Local.Dataverse.Query;

/// <summary>Resolves OData property paths of one table. A path through a lookup becomes an outer link of the query.</summary>
internal sealed class ODataPaths
{
    private readonly OrganizationModel model;
    private readonly QueryExpression? query;
    private readonly Dictionary<string, string> linkAliases = [];

    /// <param name="model">All tables.</param>
    /// <param name="table">The table the names belong to.</param>
    /// <param name="query">Where links are added; null where the expression may not leave its table.</param>
    public ODataPaths(OrganizationModel model, TableDefinition table, QueryExpression? query)
    {
        this.model = model;
        Table = table;
        this.query = query;
    }

    public TableDefinition Table { get; }

    /// <summary>The column of a wire name, as <c>name</c> or <c>_name_value</c>; its own name alone does not name a lookup.</summary>
    public static ColumnDefinition Column(TableDefinition table, string wireName) =>
        Find(table, wireName)
        ?? throw Faults.Of(
            DataverseErrorCode.UriNotUnderstood,
            $"Could not find a property named '{wireName}' on type 'Microsoft.Dynamics.CRM.{table.LogicalName}'."
        );

    public static ColumnDefinition? Find(TableDefinition table, string wireName) =>
        wireName.StartsWith('_') && wireName.EndsWith("_value", StringComparison.Ordinal)
            ? table.Columns.FirstOrDefault(column => column.WireName == wireName)
        : table.Find(wireName) is { } plain && plain.WireName == wireName ? plain
        : null;

    public (string? Alias, ColumnDefinition Column) Resolve(string path)
    {
        var parts = path.Split('/');
        return parts.Length switch
        {
            1 => (null, Column(Table, path)),
            2 when query is not null => Linked(query, parts[0], parts[1]),
            _ => throw Faults.Of(DataverseErrorCode.UriNotUnderstood, $"The path '{path}' is not understood here; one lookup may be followed."),
        };
    }

    private (string? Alias, ColumnDefinition Column) Linked(QueryExpression owner, string navigation, string name)
    {
        var relationship =
            model.LookupsOf(Table.LogicalName).FirstOrDefault(candidate => candidate.LookupNavigation == navigation)
            ?? throw Faults.Of(
                DataverseErrorCode.UriNotUnderstood,
                $"Could not find a property named '{navigation}' on type 'Microsoft.Dynamics.CRM.{Table.LogicalName}'."
            );
        var target = model.FindTable(relationship.ReferencedTable)!;
        if (!linkAliases.TryGetValue(navigation, out var alias))
        {
            alias = "path_" + navigation;
            var link = owner.AddLink(target.LogicalName, relationship.ReferencingColumn, target.PrimaryKey, JoinOperator.LeftOuter);
            link.EntityAlias = alias;
            linkAliases[navigation] = alias;
        }

        return (alias, Column(target, name));
    }
}
