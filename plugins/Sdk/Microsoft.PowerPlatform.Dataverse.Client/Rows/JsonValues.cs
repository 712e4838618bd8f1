using System.Text.Json.Nodes;
using Microsoft.Xrm.Sdk;

namespace Microsoft.PowerPlatform.Dataverse.Client.Rows;

/// <summary>Single values as JSON. Amounts stay decimal to the last digit.</summary>
internal static class JsonValues
{
    public static JsonNode? Write(object? value) =>
        value switch
        {
            null => null,
            string text => JsonValue.Create(text),
            bool flag => JsonValue.Create(flag),
            int number => JsonValue.Create(number),
            long number => JsonValue.Create(number),
            decimal number => JsonValue.Create(number),
            Guid id => JsonValue.Create(id.ToString("D")),
            DateTime instant => JsonValue.Create(DateText.Instant(instant)),
            OptionSetValue choice => JsonValue.Create(choice.Value),
            OptionSetValueCollection choices => JsonValue.Create(
                string.Join(',', choices.Select(choice => choice.Value.ToString(CultureInfo.InvariantCulture)))
            ),
            Money money => JsonValue.Create(money.Value),
            string[] texts => new JsonArray([.. texts.Select(text => (JsonNode)JsonValue.Create(text))]),
            _ => throw new NotSupportedException($"A value of type {value.GetType().FullName} is not one that the client stand-in writes."),
        };
}
