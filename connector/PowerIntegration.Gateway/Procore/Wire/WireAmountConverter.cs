using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PowerIntegration.Gateway.Procore.Wire;

/// <summary>Takes the digits as they stand, so that no amount passes through a binary number.</summary>
internal sealed class WireAmountConverter : JsonConverter<WireAmount>
{
    public override bool HandleNull => true;

    public override WireAmount Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.Null => default,
            JsonTokenType.String => new WireAmount(reader.GetString()),
            JsonTokenType.Number => new WireAmount(
                Encoding.UTF8.GetString(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan)
            ),
            JsonTokenType.True => new WireAmount("true"),
            JsonTokenType.False => new WireAmount("false"),
            _ => throw new JsonException("The amount is an object or a list."),
        };

    public override void Write(Utf8JsonWriter writer, WireAmount value, JsonSerializerOptions options) =>
        throw new NotSupportedException("The gateway writes no amounts to Procore.");
}
