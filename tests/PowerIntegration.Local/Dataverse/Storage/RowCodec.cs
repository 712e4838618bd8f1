using System.Buffers;
using System.Text;
using System.Text.Json;
using PowerIntegration.Local.Dataverse.Metadata;

namespace PowerIntegration.Local.Dataverse.Storage;

/// <summary>Writes a row as the JSON text kept on disk and reads it back by its table's columns.</summary>
internal static class RowCodec
{
    public static string Write(Row row)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in row.Values)
            {
                WriteValue(writer, name, value);
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static Row Read(TableDefinition table, string id, string json)
    {
        using var document = JsonDocument.Parse(json);
        var values = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var property in document.RootElement.EnumerateObject())
        {
            var column =
                table.Find(property.Name)
                ?? throw new InvalidOperationException(
                    $"it has a column '{property.Name}' that the loaded solutions do not define. Load the solution that wrote it."
                );
            values[property.Name] = ReadValue(column, property.Value);
        }

        return new Row(table.LogicalName, Guid.Parse(id), (long)values["versionnumber"], values);
    }

    private static void WriteValue(Utf8JsonWriter writer, string name, object value)
    {
        switch (value)
        {
            case string text:
                writer.WriteString(name, text);
                break;
            case int number:
                writer.WriteNumber(name, number);
                break;
            case long number:
                writer.WriteNumber(name, number);
                break;
            case decimal number:
                writer.WriteNumber(name, number);
                break;
            case bool flag:
                writer.WriteBoolean(name, flag);
                break;
            case DateTime time:
                writer.WriteString(name, time.ToString("O", CultureInfo.InvariantCulture));
                break;
            case Guid id:
                writer.WriteString(name, id);
                break;
            case RowReference reference:
                writer.WriteString(name, $"{reference.Table}/{reference.Id}");
                break;
            default:
                throw new InvalidOperationException($"A value of type {value.GetType()} cannot be stored in column '{name}'.");
        }
    }

    private static object ReadValue(ColumnDefinition column, JsonElement value) =>
        column.Kind switch
        {
            ColumnKind.Text or ColumnKind.Memo => value.GetString()!,
            ColumnKind.Integer or ColumnKind.Choice or ColumnKind.State or ColumnKind.Status => value.GetInt32(),
            ColumnKind.BigInt => value.GetInt64(),
            ColumnKind.Decimal => value.GetDecimal(),
            ColumnKind.Boolean => value.GetBoolean(),
            ColumnKind.DateTime => DateTime.Parse(value.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
            ColumnKind.PrimaryKey or ColumnKind.UniqueIdentifier => value.GetGuid(),
            ColumnKind.Lookup or ColumnKind.Owner => ReadReference(value.GetString()!),
            _ => throw new InvalidOperationException($"Column '{column.LogicalName}' has a kind that cannot be stored."),
        };

    private static object ReadReference(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return new RowReference(text[..slash], Guid.Parse(text[(slash + 1)..]));
    }
}
