using System.Text.Json.Nodes;
using PowerIntegration.Packer.Generation.App.Reading;
using PowerIntegration.Packer.Generation.App.Tables;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Generation.App.Commands;

/// <summary>A column of the record of a command, or of a record that a lookup of it leads to, as the script reads it.</summary>
internal static class ColumnPath
{
    /// <summary>The description that the script reads; null where there is no such column.</summary>
    /// <param name="model">What may be named.</param>
    /// <param name="table">Table of the record.</param>
    /// <param name="path">A column, or a lookup and a column with a period between them.</param>
    public static JsonObject? Of(AppModel model, DescribedTable table, Word path)
    {
        string[] steps = path.Text.Split('.');
        if (steps.Length == 1)
        {
            return model.Column(table, path) is { } own ? Described(own, null) : null;
        }

        if (model.Lookup(table, path.As(steps[0])) is not var (lookup, target) || model.Column(target, path.As(steps[1])) is not { } column)
        {
            return null;
        }

        return Described(column, NavigationOf(model, table, lookup.Name));
    }

    private static JsonObject Described(DescribedColumn column, string? through)
    {
        JsonObject described = new() { ["wire"] = column.IsLookup ? $"_{column.Name}_value" : column.Name, ["label"] = column.Label };
        if (through is not null)
        {
            described["through"] = through;
        }

        return described;
    }

    // The Web API follows a lookup by the name of its relationship's property, not by that of the column.
    private static string NavigationOf(AppModel model, DescribedTable table, string lookup) =>
        model
            .Targets.Relationships.Where(found =>
                LogicalName.Of(found.Text("ReferencingEntityName")) == table.Name && LogicalName.Of(found.Text("ReferencingAttributeName")) == lookup
            )
            .SelectMany(found => found.Below("EntityRelationshipRoles", "EntityRelationshipRole"))
            .First(role => role.Text("RelationshipRoleType") == "1")
            .Text("NavigationPropertyName");
}
