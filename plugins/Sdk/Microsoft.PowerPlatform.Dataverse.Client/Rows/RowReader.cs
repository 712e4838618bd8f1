using System.Text.Json;
using Microsoft.PowerPlatform.Dataverse.Client.Tables;
using Microsoft.Xrm.Sdk;

namespace Microsoft.PowerPlatform.Dataverse.Client.Rows;

/// <summary>Reads a row of an answer. As in the SDK a column without a value is absent from the row.</summary>
internal sealed class RowReader(TableDefinition table, Func<string, LinkedColumn?>? linked = null)
{
    private const string Formatted = "@OData.Community.Display.V1.FormattedValue";
    private const string LookupTable = "@Microsoft.Dynamics.CRM.lookuplogicalname";

    public Entity Read(JsonElement json)
    {
        var row = new Entity(table.LogicalName);
        foreach (JsonProperty property in json.EnumerateObject())
        {
            if (property.NameEquals("@odata.etag"))
            {
                row.RowVersion = VersionIn(property.Value.GetString() ?? string.Empty);
            }
            else if (!property.Name.Contains('@', StringComparison.Ordinal) && property.Value.ValueKind != JsonValueKind.Null)
            {
                Take(row, json, property);
            }
        }

        row.Id = row.GetAttributeValue<Guid>(table.PrimaryId);
        return row;
    }

    private void Take(Entity row, JsonElement json, JsonProperty property)
    {
        string name = ColumnName(property.Name);
        LinkedColumn? link = linked?.Invoke(property.Name);
        if (link != null)
        {
            object value = Value(link.Table, link.Column, json, property);
            row[link.Name] = new AliasedValue(link.Table.LogicalName, link.Column, value);
            TakeLabel(row, link.Name, json, property.Name);
        }
        else if (table.Columns.ContainsKey(name))
        {
            row[name] = Value(table, name, json, property);
            TakeLabel(row, name, json, property.Name);
        }
        else
        {
            throw new InvalidDataException($"Dataverse answered a row of '{table.LogicalName}' with '{property.Name}', which is no column of it.");
        }
    }

    public static string ColumnName(string wireName) =>
        wireName.StartsWith('_') && wireName.EndsWith("_value", StringComparison.Ordinal) ? wireName[1..^"_value".Length] : wireName;

    private static void TakeLabel(Entity row, string name, JsonElement json, string wireName)
    {
        if (json.TryGetProperty(wireName + Formatted, out JsonElement label) && label.ValueKind == JsonValueKind.String)
        {
            row.FormattedValues[name] = label.GetString();
        }
    }

    private static object Value(TableDefinition table, string column, JsonElement json, JsonProperty property)
    {
        JsonElement value = property.Value;
        return table.TypeOf(column) switch
        {
            ColumnType.String or ColumnType.Memo or ColumnType.EntityName => value.GetString()!,
            ColumnType.Integer => value.GetInt32(),
            ColumnType.BigInt => value.GetInt64(),
            ColumnType.Decimal => value.GetDecimal(),
            ColumnType.Money => new Money(value.GetDecimal()),
            ColumnType.Boolean => value.GetBoolean(),
            ColumnType.Picklist or ColumnType.State or ColumnType.Status => new OptionSetValue(value.GetInt32()),
            ColumnType.Uniqueidentifier => value.GetGuid(),
            ColumnType.DateTime or ColumnType.DateOnly => DateText.Read(value.GetString()!),
            ColumnType.Lookup or ColumnType.Owner or ColumnType.Customer => Reference(table, column, json, property),
            _ => throw new NotSupportedException($"Column '{column}' of '{table.LogicalName}' has a type that the client stand-in does not read."),
        };
    }

    private static EntityReference Reference(TableDefinition table, string column, JsonElement json, JsonProperty property)
    {
        string target = json.TryGetProperty(property.Name + LookupTable, out JsonElement named)
            ? named.GetString()!
            : table.Lookups.Single(path => path.Attribute == column).Target;
        var reference = new EntityReference(target, property.Value.GetGuid());
        if (json.TryGetProperty(property.Name + Formatted, out JsonElement label))
        {
            reference.Name = label.GetString();
        }

        return reference;
    }

    private static string VersionIn(string etag) => etag.StartsWith("W/\"", StringComparison.Ordinal) ? etag[3..^1] : etag;
}
