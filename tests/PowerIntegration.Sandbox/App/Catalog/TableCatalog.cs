using System.Text.Json.Nodes;
using PowerIntegration.Sandbox.App.Requests;

namespace PowerIntegration.Sandbox.App.Catalog;

/// <summary>Every table with its columns and relationships, read from the Web API once.</summary>
internal sealed class TableCatalog
{
    private readonly Dictionary<string, TableInfo> tables;
    private readonly Dictionary<string, RelationshipInfo> relationships;

    private TableCatalog(IEnumerable<TableInfo> tables)
    {
        this.tables = tables.ToDictionary(table => table.Name, StringComparer.Ordinal);
        relationships = this
            .tables.Values.SelectMany(table => table.Lookups)
            .GroupBy(one => one.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(same => same.Key, same => same.First(), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The table, or null.</summary>
    /// <param name="name">Its logical name.</param>
    public TableInfo? Find(string name) => tables.GetValueOrDefault(name);

    /// <summary>The relationship, or null.</summary>
    /// <param name="name">Its schema name.</param>
    public RelationshipInfo? Relationship(string name) => relationships.GetValueOrDefault(name);

    /// <summary>Reads the definitions.</summary>
    /// <param name="dataverse">Asks as somebody who may read them.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="InvalidDataException">The Web API does not give them.</exception>
    public static async Task<TableCatalog> LoadAsync(AppDataverse dataverse, CancellationToken cancellation)
    {
        var answer = await dataverse.GetAsync("EntityDefinitions?$expand=Attributes,ManyToOneRelationships", cancellation);
        return answer.IsGood
            ? new TableCatalog(answer.Rows.Select(Table))
            : throw new InvalidDataException($"The table definitions cannot be read: {answer.Sentence}");
    }

    private static TableInfo Table(JsonObject json) =>
        new()
        {
            Name = Text(json, "LogicalName"),
            SchemaName = Text(json, "SchemaName"),
            Set = Text(json, "EntitySetName"),
            Label = Label(json["DisplayName"]),
            PluralLabel = Label(json["DisplayCollectionName"]),
            Key = Text(json, "PrimaryIdAttribute"),
            NameColumn = json["PrimaryNameAttribute"]?.ToString(),
            IsSystem = json["IsCustomEntity"]?.GetValue<bool>() == false,
            Columns = json["Attributes"]!.AsArray().Select(one => Column(one!.AsObject())).ToDictionary(column => column.Name, StringComparer.Ordinal),
            Lookups = [.. json["ManyToOneRelationships"]!.AsArray().Select(one => Relationship(one!.AsObject()))],
        };

    private static ColumnInfo Column(JsonObject json) =>
        new()
        {
            Name = Text(json, "LogicalName"),
            Type = Text(json, "AttributeType"),
            Label = Label(json["DisplayName"]) is { Length: > 0 } label ? label : Text(json, "LogicalName"),
            Description = Label(json["Description"]),
            IsRequired = json["RequiredLevel"]?["Value"]?.ToString() == "ApplicationRequired",
            IsValidForCreate = json["IsValidForCreate"]!.GetValue<bool>(),
            IsValidForUpdate = json["IsValidForUpdate"]!.GetValue<bool>(),
            MaxLength = json["MaxLength"]?.GetValue<int>() ?? 0,
            Precision = json["Precision"]?.GetValue<int>() ?? 0,
            MinValue = json["MinValue"]?.GetValue<decimal>(),
            MaxValue = json["MaxValue"]?.GetValue<decimal>(),
            IsDateOnly = json["DateTimeBehavior"]?["Value"]?.ToString() == "DateOnly",
            IsAddress = json["FormatName"]?["Value"]?.ToString() == "Url",
            Targets = [.. (json["Targets"]?.AsArray() ?? []).Select(target => target!.ToString())],
            Choices = [.. (json["OptionSet"]?["Options"]?.AsArray() ?? []).Select(option => Choice(option!))],
        };

    private static ChoiceInfo Choice(JsonNode option) => new(option["Value"]!.GetValue<int>(), Label(option["Label"]));

    private static RelationshipInfo Relationship(JsonObject json) =>
        new(
            Text(json, "SchemaName"),
            Text(json, "ReferencingEntity"),
            Text(json, "ReferencingAttribute"),
            Text(json, "ReferencedEntity"),
            Text(json, "ReferencingEntityNavigationPropertyName")
        );

    private static string Label(JsonNode? label) => label?["UserLocalizedLabel"]?["Label"]?.ToString() ?? "";

    private static string Text(JsonObject json, string name) => json[name]!.ToString();
}
