using System.Collections.Frozen;

namespace PowerIntegration.Packer.Sources;

/// <summary>Columns that the server gives every table, so that no source writes them.</summary>
internal static class StandardColumns
{
    private static readonly FrozenSet<string> OfAll = FrozenSet.Create(
        "createdby",
        "createdon",
        "createdonbehalfby",
        "importsequencenumber",
        "modifiedby",
        "modifiedon",
        "modifiedonbehalfby",
        "overriddencreatedon",
        "statecode",
        "statuscode",
        "timezoneruleversionnumber",
        "utcconversiontimezonecode"
    );

    private static readonly FrozenSet<string> OfOwned = FrozenSet.Create("ownerid", "owningbusinessunit", "owningteam", "owninguser");

    /// <summary>True where a table has the column without describing it.</summary>
    public static bool Has(TableSource table, string logicalName) =>
        OfAll.Contains(logicalName) || (table.IsUserOwned && OfOwned.Contains(logicalName));
}
