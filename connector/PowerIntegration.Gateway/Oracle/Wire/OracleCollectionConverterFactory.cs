using System.Text.Json;
using System.Text.Json.Serialization;

namespace PowerIntegration.Gateway.Oracle.Wire;

/// <summary>Reads both shapes of a collection.</summary>
internal sealed class OracleCollectionConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(OracleCollection<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    private sealed class Converter<T> : JsonConverter<OracleCollection<T>>
    {
        public override OracleCollection<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType == JsonTokenType.StartArray)
            {
                return new OracleCollection<T>(JsonSerializer.Deserialize<List<T>>(ref reader, options)!, HasMore: false);
            }

            var page = JsonSerializer.Deserialize<Page<T>>(ref reader, options);
            return page?.Items is { } items ? new OracleCollection<T>(items, page.HasMore) : throw new JsonException("The collection has no items.");
        }

        public override void Write(Utf8JsonWriter writer, OracleCollection<T> value, JsonSerializerOptions options) =>
            throw new NotSupportedException("Wire types of Oracle's answers are not written.");
    }

    private sealed record Page<T>([property: JsonPropertyName("items")] List<T>? Items, [property: JsonPropertyName("hasMore")] bool HasMore);
}
