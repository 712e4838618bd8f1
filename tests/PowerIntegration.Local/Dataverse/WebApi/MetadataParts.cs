using System.Text.Json.Nodes;
using PowerIntegration.Local.Dataverse.Errors;
using PowerIntegration.Local.Dataverse.Metadata;

namespace PowerIntegration.Local.Dataverse.WebApi;

/// <summary>Describes the parts of a table definition in the Web API's words.</summary>
internal static class MetadataParts
{
    public static JsonObject Attribute(TableDefinition table, ColumnDefinition column)
    {
        var type = TypeOf(column.Kind);
        var json = new JsonObject
        {
            ["@odata.type"] = $"#Microsoft.Dynamics.CRM.{ClassOf(column.Kind)}AttributeMetadata",
            ["LogicalName"] = column.LogicalName,
            ["SchemaName"] = column.SchemaName,
            ["AttributeType"] = type,
            ["IsPrimaryId"] = column.Kind == ColumnKind.PrimaryKey,
            ["IsPrimaryName"] = column.LogicalName == table.PrimaryName,
            ["IsValidForCreate"] = column.ValidForCreate,
            ["IsValidForUpdate"] = column.ValidForUpdate,
            ["IsValidForRead"] = true,
            ["DisplayName"] = Label(column.DisplayName),
            ["Description"] = Label(column.Description),
            ["RequiredLevel"] = new JsonObject { ["Value"] = column.RequiredLevel },
            ["EntityLogicalName"] = table.LogicalName,
            ["MetadataId"] = StableId.Of(table.LogicalName + "." + column.LogicalName).ToString(),
        };
        AddDetails(json, column);
        return json;
    }

    public static JsonObject Key(KeyDefinition key) =>
        new()
        {
            ["LogicalName"] = key.LogicalName,
            ["SchemaName"] = key.SchemaName,
            ["KeyAttributes"] = new JsonArray([.. key.Columns.Select(column => (JsonNode?)JsonValue.Create(column))]),
            ["EntityKeyIndexStatus"] = "Active",
        };

    public static JsonObject Relationship(OrganizationModel model, RelationshipDefinition relationship) =>
        new()
        {
            ["SchemaName"] = relationship.SchemaName,
            ["ReferencingEntity"] = relationship.ReferencingTable,
            ["ReferencingAttribute"] = relationship.ReferencingColumn,
            ["ReferencedEntity"] = relationship.ReferencedTable,
            ["ReferencedAttribute"] = model.FindTable(relationship.ReferencedTable)!.PrimaryKey,
            ["ReferencingEntityNavigationPropertyName"] = relationship.LookupNavigation,
            ["ReferencedEntityNavigationPropertyName"] = relationship.CollectionNavigation,
            ["RelationshipType"] = "OneToManyRelationship",
            ["IsCustomRelationship"] = !relationship.IsSystem,
        };

    public static JsonObject Select(JsonObject all, string? select)
    {
        if (select is null)
        {
            return all;
        }

        var chosen = new JsonObject();
        foreach (
            var name in select
                .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Append("MetadataId")
                .Append("@odata.type")
                .Distinct()
        )
        {
            if (all.ContainsKey(name))
            {
                chosen[name] = all[name]?.DeepClone();
            }
            else if (name is not ("MetadataId" or "@odata.type") && !IsOfOtherKinds(name))
            {
                throw Faults.NotBuilt($"The metadata property '{name}'");
            }
        }

        return chosen;
    }

    public static JsonObject Label(string text) =>
        new()
        {
            ["UserLocalizedLabel"] = new JsonObject { ["Label"] = text, ["LanguageCode"] = 1033 },
        };

    // A property of one kind of column may be selected of a list that holds other kinds.
    private static bool IsOfOtherKinds(string name) =>
        name is "DateTimeBehavior" or "Targets" or "Precision" or "MaxLength" or "MinValue" or "MaxValue" or "OptionSet" or "FormatName";

    private static void AddDetails(JsonObject json, ColumnDefinition column)
    {
        switch (column.Kind)
        {
            case ColumnKind.DateTime:
                json["DateTimeBehavior"] = new JsonObject { ["Value"] = column.DateBehavior.ToString() };
                json["Format"] = column.DateBehavior == DateBehavior.DateOnly ? "DateOnly" : "DateAndTime";
                break;
            case ColumnKind.Lookup or ColumnKind.Owner:
                json["Targets"] = new JsonArray([.. column.Targets.Select(target => (JsonNode?)JsonValue.Create(target))]);
                break;
            case ColumnKind.Decimal or ColumnKind.Integer:
                json["Precision"] = column.Precision;
                json["MinValue"] = column.MinValue;
                json["MaxValue"] = column.MaxValue;
                break;
            case ColumnKind.Text or ColumnKind.Memo:
                json["MaxLength"] = column.MaxLength;
                json["FormatName"] = new JsonObject { ["Value"] = column.TextFormat };
                break;
            case ColumnKind.Choice or ColumnKind.State or ColumnKind.Status or ColumnKind.Boolean:
                json["OptionSet"] = column.Choice is null ? null : OptionSet(column.Choice);
                break;
        }
    }

    private static JsonObject OptionSet(ChoiceDefinition choice) =>
        new()
        {
            ["Name"] = choice.Name,
            ["Options"] = new JsonArray([
                .. choice.Options.Select(option => (JsonNode)new JsonObject { ["Value"] = option.Value, ["Label"] = Label(option.Label) }),
            ]),
        };

    private static string TypeOf(ColumnKind kind) =>
        kind switch
        {
            ColumnKind.Text => "String",
            ColumnKind.Choice => "Picklist",
            ColumnKind.PrimaryKey or ColumnKind.UniqueIdentifier => "Uniqueidentifier",
            _ => Enum.GetName(kind)!,
        };

    private static string ClassOf(ColumnKind kind) =>
        kind switch
        {
            ColumnKind.PrimaryKey or ColumnKind.UniqueIdentifier => "UniqueIdentifier",
            ColumnKind.Owner => "Lookup",
            _ => TypeOf(kind),
        };
}
