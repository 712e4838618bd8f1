using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Generation.Registration;

/// <summary>Columns that a step may name: those that the table describes, and those of the platform that a caller may set.</summary>
internal static class StepColumns
{
    private static readonly string[] OfAll = ["statecode", "statuscode"];

    /// <summary>The columns of the platform that callers may set.</summary>
    public static IEnumerable<string> OfPlatform(TableSource table) => table.IsUserOwned ? [.. OfAll, "ownerid"] : OfAll;

    /// <summary>True where the table has the column.</summary>
    public static bool Has(TableSource table, string column) => table.Column(column) is not null || OfPlatform(table).Contains(column);
}
