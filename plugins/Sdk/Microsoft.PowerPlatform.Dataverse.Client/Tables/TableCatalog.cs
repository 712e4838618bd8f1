using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.PowerPlatform.Dataverse.Client.Wire;

namespace Microsoft.PowerPlatform.Dataverse.Client.Tables;

/// <summary>Table definitions, asked for once each and shared by the clones of a client. A failure is not remembered.</summary>
internal sealed class TableCatalog
{
    // The columns come whole: how a date column behaves is a property of its own kind of column, which no $select beside it can name.
    private const string Parts =
        "?$select=LogicalName,EntitySetName,PrimaryIdAttribute"
        + "&$expand=Attributes"
        + ",ManyToOneRelationships($select=SchemaName,ReferencingAttribute,ReferencedEntity,ReferencingEntityNavigationPropertyName)"
        + ",OneToManyRelationships($select=SchemaName,ReferencingEntity,ReferencingAttribute,ReferencedEntityNavigationPropertyName)";

    private readonly ConcurrentDictionary<string, TableDefinition> tables = new(StringComparer.Ordinal);

    public async Task<TableDefinition> FindAsync(WebApiChannel channel, string table, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(table))
        {
            throw Faults.Of(Faults.InvalidArgument, "The logical name of the table is required.");
        }

        if (tables.TryGetValue(table, out TableDefinition? known))
        {
            return known;
        }

        string path = $"EntityDefinitions(LogicalName='{Uri.EscapeDataString(table)}'){Parts}";
        WebApiAnswer answer = await channel.SendAsync(WebApiRequest.Get(path), cancellationToken).ConfigureAwait(false);
        return tables[table] = Read(answer.RequiredBody);
    }

    private static TableDefinition Read(JsonElement body) =>
        new(
            Text(body, "LogicalName"),
            Text(body, "EntitySetName"),
            Text(body, "PrimaryIdAttribute"),
            Items(body, "Attributes")
                .ToDictionary(attribute => Text(attribute, "LogicalName"), attribute => TypeIn(attribute), StringComparer.Ordinal),
            [.. Items(body, "ManyToOneRelationships").Select(LookupPath)],
            [.. Items(body, "OneToManyRelationships").Select(ChildPath)]
        );

    private static ColumnType TypeIn(JsonElement attribute)
    {
        string name = Text(attribute, "AttributeType");
        if (name == nameof(ColumnType.DateTime) && Text(attribute.GetProperty("DateTimeBehavior"), "Value") == "DateOnly")
        {
            return ColumnType.DateOnly;
        }

        return Enum.TryParse(name, out ColumnType type) ? type : ColumnType.NotMapped;
    }

    private static LookupPath LookupPath(JsonElement relationship) =>
        new(
            Text(relationship, "SchemaName"),
            Text(relationship, "ReferencingAttribute"),
            Text(relationship, "ReferencedEntity"),
            Text(relationship, "ReferencingEntityNavigationPropertyName")
        );

    private static ChildPath ChildPath(JsonElement relationship) =>
        new(
            Text(relationship, "SchemaName"),
            Text(relationship, "ReferencingEntity"),
            Text(relationship, "ReferencingAttribute"),
            Text(relationship, "ReferencedEntityNavigationPropertyName")
        );

    private static IEnumerable<JsonElement> Items(JsonElement body, string name) => body.GetProperty(name).EnumerateArray();

    private static string Text(JsonElement body, string name) => body.GetProperty(name).GetString() ?? string.Empty;
}
