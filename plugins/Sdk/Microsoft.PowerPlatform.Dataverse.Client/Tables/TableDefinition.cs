using Microsoft.PowerPlatform.Dataverse.Client.Wire;
using Microsoft.Xrm.Sdk;

namespace Microsoft.PowerPlatform.Dataverse.Client.Tables;

/// <summary>What the client must know of a table to speak the Web API for it.</summary>
internal sealed record TableDefinition(
    string LogicalName,
    string SetName,
    string PrimaryId,
    IReadOnlyDictionary<string, ColumnType> Columns,
    IReadOnlyList<LookupPath> Lookups,
    IReadOnlyList<ChildPath> Children
)
{
    public ColumnType TypeOf(string column) =>
        Columns.TryGetValue(column, out ColumnType type) ? type : throw Faults.UnknownColumn(LogicalName, column);

    public static bool IsLookup(ColumnType type) => type is ColumnType.Lookup or ColumnType.Owner or ColumnType.Customer;

    /// <summary>The name a column has in $select and in a row: lookups are read as _column_value.</summary>
    public string WireName(string column) => IsLookup(TypeOf(column)) ? $"_{column}_value" : column;

    /// <summary>The single-valued navigation by which a lookup is written; a lookup of several targets has one for each.</summary>
    public string NavigationTo(string column, string target)
    {
        List<LookupPath> paths = [.. Lookups.Where(path => path.Attribute == column)];
        LookupPath? exact = paths.Find(path => path.Target == target);
        if (exact == null && TypeOf(column) == ColumnType.Owner && target is "systemuser" or "team")
        {
            exact = paths.Find(path => path.Target == "owner");
        }

        return exact?.Navigation ?? throw Faults.Of(Faults.InvalidArgument, $"Lookup '{column}' of '{LogicalName}' cannot name a row of '{target}'.");
    }

    /// <summary>The navigation by which a lookup is emptied: any of its targets will do.</summary>
    public string AnyNavigation(string column) =>
        Lookups.FirstOrDefault(path => path.Attribute == column)?.Navigation
        ?? throw Faults.Of(Faults.InvalidArgument, $"Lookup '{column}' of '{LogicalName}' has no relationship to write it by.");

    public ChildPath? ChildrenBy(Relationship relationship) =>
        relationship.PrimaryEntityRole == EntityRole.Referencing ? null : Children.FirstOrDefault(path => path.SchemaName == relationship.SchemaName);

    public LookupPath? LookupBy(Relationship relationship) =>
        relationship.PrimaryEntityRole == EntityRole.Referenced ? null : Lookups.FirstOrDefault(path => path.SchemaName == relationship.SchemaName);
}
