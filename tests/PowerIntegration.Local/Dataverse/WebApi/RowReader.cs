using System.Text.Json;
using Microsoft.Xrm.Sdk;
using PowerIntegration.Local.Dataverse.Errors;
using PowerIntegration.Local.Dataverse.Metadata;
using PowerIntegration.Local.Dataverse.Query;

namespace PowerIntegration.Local.Dataverse.WebApi;

/// <summary>Reads the JSON of a row, with nested rows, into an <see cref="Entity"/>.</summary>
internal sealed class RowReader
{
    private const string Bind = "@odata.bind";

    private readonly OrganizationModel model;

    public RowReader(OrganizationModel model) => this.model = model;

    public Entity Read(TableDefinition table, JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw Refused($"A row of '{table.LogicalName}' must be a JSON object.");
        }

        var entity = new Entity(table.LogicalName);
        foreach (var property in json.EnumerateObject())
        {
            ReadProperty(table, entity, property);
        }

        if (entity.Attributes.TryGetValue(table.PrimaryKey, out var id) && id is Guid given)
        {
            entity.Id = given;
        }

        return entity;
    }

    private void ReadProperty(TableDefinition table, Entity entity, JsonProperty property)
    {
        if (property.Name.EndsWith(Bind, StringComparison.Ordinal))
        {
            ReadBind(table, entity, property);
        }
        else if (property.Name.Contains('@', StringComparison.Ordinal))
        {
            // Other annotations describe; they change nothing.
            return;
        }
        else if (ODataPaths.Find(table, property.Name) is { } column && column.Kind is not (ColumnKind.Lookup or ColumnKind.Owner))
        {
            entity[column.LogicalName] = Value(table, column, property.Value);
        }
        else
        {
            ReadNested(table, entity, property);
        }
    }

    private void ReadBind(TableDefinition table, Entity entity, JsonProperty property)
    {
        var navigation = property.Name[..^Bind.Length];
        var relationship = Lookup(table, navigation) ?? throw Undeclared(table, navigation);
        entity[relationship.ReferencingColumn] = property.Value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String => RowAddress.OfUri(model, property.Value.GetString()!),
            _ => throw Refused($"'{property.Name}' must be a text such as \"accounts(id)\"."),
        };
    }

    private void ReadNested(TableDefinition table, Entity entity, JsonProperty property)
    {
        if (Lookup(table, property.Name) is { } lookup)
        {
            if (property.Value.ValueKind == JsonValueKind.Null)
            {
                entity[lookup.ReferencingColumn] = null;
                return;
            }

            var role = lookup.ReferencedTable == lookup.ReferencingTable ? EntityRole.Referencing : (EntityRole?)null;
            AddRelated(entity, lookup, role, new EntityCollection([Read(model.FindTable(lookup.ReferencedTable)!, property.Value)]));
            return;
        }

        var collection =
            model.CollectionsOf(table.LogicalName).FirstOrDefault(candidate => candidate.CollectionNavigation == property.Name)
            ?? throw Undeclared(table, property.Name);
        if (property.Value.ValueKind != JsonValueKind.Array)
        {
            throw Refused($"'{property.Name}' must be a list of rows.");
        }

        var children = model.FindTable(collection.ReferencingTable)!;
        var many = collection.ReferencedTable == collection.ReferencingTable ? EntityRole.Referenced : (EntityRole?)null;
        AddRelated(entity, collection, many, new EntityCollection([.. property.Value.EnumerateArray().Select(child => Read(children, child))]));
    }

    private static void AddRelated(Entity entity, RelationshipDefinition relationship, EntityRole? role, EntityCollection rows) =>
        entity.RelatedEntities[new Relationship(relationship.SchemaName) { PrimaryEntityRole = role }] = rows;

    private RelationshipDefinition? Lookup(TableDefinition table, string navigation) =>
        model.LookupsOf(table.LogicalName).FirstOrDefault(candidate => candidate.LookupNavigation == navigation);

    private static object? Value(TableDefinition table, ColumnDefinition column, JsonElement json) =>
        json.ValueKind == JsonValueKind.Null
            ? null
            : Typed(column, json)
                ?? throw Refused(
                    $"Cannot convert the value {json.GetRawText()} of property '{column.LogicalName}' of '{table.LogicalName}' to the "
                        + $"expected type {EdmType.Of(column)}."
                );

    private static object? Typed(ColumnDefinition column, JsonElement json) =>
        (column.Kind, json.ValueKind) switch
        {
            (ColumnKind.Text or ColumnKind.Memo, JsonValueKind.String) => json.GetString(),
            (ColumnKind.Integer, JsonValueKind.Number) => json.TryGetInt32(out var number) ? number : null,
            (ColumnKind.Choice or ColumnKind.State or ColumnKind.Status, JsonValueKind.Number) => json.TryGetInt32(out var number)
                ? new OptionSetValue(number)
                : null,
            (ColumnKind.BigInt, JsonValueKind.Number) => json.TryGetInt64(out var number) ? number : null,
            (ColumnKind.Decimal, JsonValueKind.Number) => json.TryGetDecimal(out var number) ? number : null,
            (ColumnKind.Boolean, JsonValueKind.True or JsonValueKind.False) => json.GetBoolean(),
            (ColumnKind.DateTime, JsonValueKind.String) => Date(column, json.GetString()!),
            (ColumnKind.PrimaryKey or ColumnKind.UniqueIdentifier, JsonValueKind.String) => json.TryGetGuid(out var id) ? id : null,
            _ => null,
        };

    // A date-only column takes a date and no time; a date and time names its zone.
    private static object? Date(ColumnDefinition column, string text)
    {
        if (column.DateBehavior == DateBehavior.DateOnly)
        {
            return DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time.UtcDateTime : null;
    }

    private static Exception Undeclared(TableDefinition table, string name) =>
        Refused(
            $"An undeclared property '{name}' which only has property annotations in the payload but no property value was found in "
                + $"the payload. In OData, only declared navigation properties and declared named streams can be represented as "
                + $"properties without values. The type 'Microsoft.Dynamics.CRM.{table.LogicalName}' has no property '{name}' that can be written."
        );

    private static Exception Refused(string why) =>
        Faults.Of(DataverseErrorCode.UndeclaredProperty, "Error identified in Payload provided by the user: " + why);
}
