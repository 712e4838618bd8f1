using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Generation.Tables;

/// <summary>The class of a table: its logical name, every column, and how long its texts may be.</summary>
internal static class TableConstants
{
    private const string PrimaryKeyType = "primarykey";

    private static readonly string[] TextTypes = ["nvarchar", "ntext"];

    /// <summary>Constants for the names of the table and its columns and for the lengths of its texts.</summary>
    public static ConstantClass Of(TableSource table) =>
        new(
            MemberName.OfSchemaName(table.SchemaName) + "Table",
            Text(table.Entity, "LocalizedNames", "LocalizedName", table.SchemaName),
            table.Entity,
            [Constant.Text("LogicalName", table.LogicalName, "Logical name of the table.", table.Entity), .. table.Columns.SelectMany(Column)]
        );

    /// <summary>What the class needs and the table does not have.</summary>
    public static IEnumerable<Finding> Faults(TableSource table)
    {
        int keys = table.Columns.Count(column => column.Text("Type") == PrimaryKeyType);
        if (keys != 1)
        {
            yield return table.Entity.Says(
                "table " + table.SchemaName,
                $"It has {keys} columns of the type {PrimaryKeyType}. Describe one, {table.LogicalName}id."
            );
        }

        foreach (SourceElement column in table.Columns.Where(column => IsText(column) && LengthMax(column) is null))
        {
            yield return column.Says(
                "column " + column.Attribute("PhysicalName"),
                $"MaxLength is '{column.Text("MaxLength")}'. Write the greatest number of characters."
            );
        }
    }

    private static IEnumerable<Constant> Column(SourceElement column)
    {
        string name = column.Text("Type") == PrimaryKeyType ? "Id" : MemberName.OfSchemaName(column.Attribute("PhysicalName"));
        yield return Constant.Text(name, column.Text("LogicalName"), Text(column, "displaynames", "displayname", name), column);
        if (IsText(column) && LengthMax(column) is { } length)
        {
            yield return Constant.Number(name + "LengthMax", length, $"Most characters in {name}.", column);
        }
    }

    private static bool IsText(SourceElement column) => TextTypes.Contains(column.Text("Type"));

    private static int? LengthMax(SourceElement column) =>
        int.TryParse(column.Text("MaxLength"), NumberStyles.None, CultureInfo.InvariantCulture, out int length) ? length : null;

    private static string Text(SourceElement element, string names, string name, string nameless) =>
        Summaries.Of(
            Summaries.First(element, names, name) is { Length: > 0 } shown ? shown : nameless,
            Summaries.First(element, "Descriptions", "Description")
        );
}
