using System.Collections.Frozen;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Apps.Targets;

/// <summary>Types of columns, those included that the server gives every table.</summary>
internal static class ColumnTypes
{
    private static readonly FrozenDictionary<string, string> Standard = new Dictionary<string, string>
    {
        ["createdby"] = "lookup",
        ["createdon"] = "datetime",
        ["createdonbehalfby"] = "lookup",
        ["importsequencenumber"] = "int",
        ["modifiedby"] = "lookup",
        ["modifiedon"] = "datetime",
        ["modifiedonbehalfby"] = "lookup",
        ["overriddencreatedon"] = "datetime",
        ["ownerid"] = "lookup",
        ["owningbusinessunit"] = "lookup",
        ["owningteam"] = "lookup",
        ["owninguser"] = "lookup",
        ["statecode"] = "state",
        ["statuscode"] = "status",
        ["timezoneruleversionnumber"] = "int",
        ["utcconversiontimezonecode"] = "int",
    }.ToFrozenDictionary();

    /// <summary>The type as Entity.xml writes it, such as nvarchar; null where the table does not have the column.</summary>
    public static string? Of(TableSource table, string logicalName) =>
        table.Column(logicalName)?.Text("Type") ?? (table.Has(logicalName) ? Standard.GetValueOrDefault(logicalName) : null);

    /// <summary>Logical name of the table's primary key.</summary>
    public static string PrimaryKeyOf(TableSource table) =>
        table.Columns.FirstOrDefault(column => column.Text("Type") == "primarykey")?.Text("LogicalName") ?? table.LogicalName + "id";
}
