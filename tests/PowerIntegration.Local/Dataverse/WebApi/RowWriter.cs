using System.Text.Json.Nodes;
using Microsoft.Xrm.Sdk;
using PowerIntegration.Local.Dataverse.Metadata;

namespace PowerIntegration.Local.Dataverse.WebApi;

/// <summary>Writes a row as the Web API does: chosen columns, empty ones as null, the id always, annotations where asked.</summary>
internal sealed class RowWriter
{
    private readonly OrganizationModel model;

    public RowWriter(OrganizationModel model) => this.model = model;

    public static string ETag(Entity entity) => $"W/\"{entity.RowVersion}\"";

    /// <param name="table">The row's table.</param>
    /// <param name="entity">The row.</param>
    /// <param name="columns">Columns chosen; null is every column.</param>
    /// <param name="preferences">Which annotations to add.</param>
    /// <param name="withTag">Expanded rows of a lookup carry no tag.</param>
    public JsonObject Write(
        TableDefinition table,
        Entity entity,
        IReadOnlyList<ColumnDefinition>? columns,
        Preferences preferences,
        bool withTag = true
    )
    {
        var json = new JsonObject();
        if (withTag)
        {
            json["@odata.etag"] = ETag(entity);
        }

        foreach (var column in columns ?? table.Columns)
        {
            entity.Attributes.TryGetValue(column.LogicalName, out var value);
            json[column.WireName] = Value(column.DateBehavior, value);
            Annotate(json, column.WireName, column.LogicalName, entity, value, preferences, column);
        }

        json[table.PrimaryKey] = JsonValue.Create(entity.Id.ToString());
        WriteLinked(json, entity, preferences);
        return json;
    }

    /// <summary>A group of an aggregate: its values alone, for it is no row.</summary>
    /// <param name="group">The group.</param>
    /// <param name="preferences">Which annotations to add.</param>
    public JsonObject WriteGroup(Entity group, Preferences preferences)
    {
        var json = new JsonObject();
        WriteLinked(json, group, preferences);
        return json;
    }

    public static JsonNode? Value(DateBehavior behavior, object? value) =>
        value switch
        {
            null => null,
            string text => JsonValue.Create(text),
            int number => JsonValue.Create(number),
            long number => JsonValue.Create(number),
            decimal number => JsonValue.Create(number),
            bool flag => JsonValue.Create(flag),
            Guid id => JsonValue.Create(id.ToString()),
            OptionSetValue choice => JsonValue.Create(choice.Value),
            EntityReference reference => JsonValue.Create(reference.Id.ToString()),
            DateTime time => JsonValue.Create(
                time.ToString(behavior == DateBehavior.DateOnly ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)
            ),
            string[] texts => new JsonArray([.. texts.Select(text => (JsonNode?)JsonValue.Create(text))]),
            _ => throw new InvalidOperationException($"A value of type {value.GetType()} has no form in the Web API here."),
        };

    // Columns of linked tables come as alias.column.
    private void WriteLinked(JsonObject json, Entity entity, Preferences preferences)
    {
        foreach (var (name, value) in entity.Attributes)
        {
            if (value is AliasedValue aliased)
            {
                var column = model.FindTable(aliased.EntityLogicalName)?.Find(aliased.AttributeLogicalName);
                json[name] = Value(column?.DateBehavior ?? DateBehavior.None, aliased.Value);
                Annotate(json, name, name, entity, aliased.Value, preferences, null);
            }
        }
    }

    private void Annotate(
        JsonObject json,
        string wireName,
        string name,
        Entity entity,
        object? value,
        Preferences preferences,
        ColumnDefinition? column
    )
    {
        if (value is null || !preferences.AnyAnnotation)
        {
            return;
        }

        if (preferences.Includes(Preferences.FormattedValue) && entity.FormattedValues.TryGetValue(name, out var shown))
        {
            json[$"{wireName}@{Preferences.FormattedValue}"] = shown;
        }

        if (value is not EntityReference reference)
        {
            return;
        }

        if (preferences.Includes(Preferences.LookupLogicalName))
        {
            json[$"{wireName}@{Preferences.LookupLogicalName}"] = reference.LogicalName;
        }

        var navigation = column is null
            ? null
            : model
                .LookupsOf(entity.LogicalName)
                .FirstOrDefault(relationship => relationship.ReferencingColumn == column.LogicalName)
                ?.LookupNavigation;
        if (navigation is not null && preferences.Includes(Preferences.NavigationProperty))
        {
            json[$"{wireName}@{Preferences.NavigationProperty}"] = navigation;
        }
    }
}
