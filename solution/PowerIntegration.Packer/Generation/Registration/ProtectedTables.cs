using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Generation.Plugins;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Generation.Registration;

/// <summary>
/// The steps of tables whose every change one class decides. Columns and messages come from the table, so that nothing that is added to it is
/// forgotten.
/// </summary>
internal static class ProtectedTables
{
    /// <summary>Name of the attribute.</summary>
    public const string Attribute = "ProtectedTable";

    private const int PreOperation = 20;
    private const string PrimaryKeyType = "primarykey";

    /// <summary>The steps of the tables that a class protects.</summary>
    public static IEnumerable<StepDeclaration> StepsOf(PluginClass plugin, IReadOnlyList<TableSource> tables) =>
        from attribute in plugin.All(Attribute)
        let table = TableOf(attribute, tables)
        where table is not null
        from message in MessagesOf(table)
        select Step(plugin, attribute, table, message);

    /// <summary>What the attributes name and the solution does not have.</summary>
    public static IEnumerable<Finding> Faults(PluginClass plugin, IReadOnlyList<TableSource> tables)
    {
        foreach (DeclaredAttribute attribute in plugin.All(Attribute))
        {
            if (TableOf(attribute, tables) is not { } table)
            {
                yield return plugin.Says(Place(attribute), $"The table '{attribute.Text(0)}' is not in solution/core. Name a table that is.");
                continue;
            }

            foreach (string column in attribute.Texts("Refreshable").Where(column => table.Column(column) is null))
            {
                yield return plugin.Says(Place(attribute), $"The table {table.LogicalName} has no column '{column}'. Correct Refreshable.");
            }
        }
    }

    private static TableSource? TableOf(DeclaredAttribute attribute, IReadOnlyList<TableSource> tables) =>
        tables.FirstOrDefault(table => table.LogicalName == attribute.Text(0));

    // The platform has no Assign for rows that have no owner; a step on it fails the import.
    private static IEnumerable<string> MessagesOf(TableSource table) =>
        ["Update", "Delete", .. table.IsUserOwned ? ["Assign"] : Array.Empty<string>(), "SetState", "SetStateDynamicEntity"];

    private static StepDeclaration Step(PluginClass plugin, DeclaredAttribute attribute, TableSource table, string message)
    {
        StepDeclaration step = new()
        {
            Class = plugin,
            Attribute = Place(attribute),
            Message = message,
            Table = table.LogicalName,
            Stage = PreOperation,
        };
        return message == "Update"
            ? step with
            {
                Columns = [.. ColumnsOf(table).Except(attribute.Texts("Refreshable"))],
                Image = attribute.Text("PreImage"),
                ImageColumns = attribute.Texts("PreImageAttributes"),
            }
            : step;
    }

    private static IEnumerable<string> ColumnsOf(TableSource table) =>
        table
            .Columns.Where(column => column.Text("Type") != PrimaryKeyType)
            .Select(column => column.Text("LogicalName"))
            .Union(["statecode", "statuscode", .. table.IsUserOwned ? ["ownerid"] : Array.Empty<string>()]);

    private static string Place(DeclaredAttribute attribute) => $"{Attribute} {attribute.Text(0)}";
}
