using System.Text.Json;
using System.Text.Json.Nodes;

namespace PowerIntegration.Local.Oracle.Rest;

/// <summary>Turns JSON and query text into the value that an attribute of a kind holds.</summary>
internal static class AttributeValue
{
    private const NumberStyles NumberForm = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    /// <summary>The normalized JSON value, or null where the JSON does not hold a value of the kind.</summary>
    public static JsonNode? Normalise(AttributeKind kind, JsonNode value) =>
        kind switch
        {
            AttributeKind.Text => value.GetValueKind() == JsonValueKind.String ? JsonValue.Create(value.GetValue<string>()) : null,
            AttributeKind.Flag => Boolean(value),
            _ => Comparable(kind, Plain(value)) switch
            {
                decimal number => JsonValue.Create(number),
                string date => JsonValue.Create(date),
                DateTimeOffset instant => JsonValue.Create(Row.Timestamp(instant)),
                _ => null,
            },
        };

    /// <summary>A value that can be compared with another of the same kind, or null where the text is none.</summary>
    public static IComparable? Comparable(AttributeKind kind, string? text) =>
        kind switch
        {
            _ when text is null => null,
            AttributeKind.Text => text,
            AttributeKind.Flag => bool.TryParse(text, out var flag) ? flag : null,
            AttributeKind.Amount => Bounded(text, NumberForm),
            AttributeKind.Id or AttributeKind.Integer => Bounded(text, NumberStyles.AllowLeadingSign),
            AttributeKind.Date => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? text : null,
            _ => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null,
        };

    /// <summary>What a record holds in an attribute, comparable; null where it holds nothing.</summary>
    public static IComparable? In(JsonObject row, AttributeDefinition attribute) =>
        row[attribute.Name] switch
        {
            null => null,
            var node => attribute.Kind switch
            {
                AttributeKind.Flag => node.GetValue<bool>(),
                AttributeKind.Id or AttributeKind.Integer or AttributeKind.Amount => node.GetValue<decimal>(),
                _ => Comparable(attribute.Kind, node.GetValue<string>()),
            },
        };

    /// <summary>The order of two values of one kind; text by its characters.</summary>
    public static int Compare(IComparable left, IComparable right) =>
        left is string text && right is string other ? string.CompareOrdinal(text, other) : left.CompareTo(right);

    // Sums of what passes here stay numbers.
    private static IComparable? Bounded(string text, NumberStyles form) =>
        decimal.TryParse(text, form, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) <= AssumedFacts.LargestNumber ? number : null;

    // Numbers are taken from text as well: Oracle's own sample of a matched invoice sends them so.
    private static string? Plain(JsonNode value) =>
        value.GetValueKind() switch
        {
            JsonValueKind.Number => value.ToJsonString(),
            JsonValueKind.String => value.GetValue<string>(),
            _ => null,
        };

    private static JsonValue? Boolean(JsonNode value) =>
        value.GetValueKind() switch
        {
            JsonValueKind.True => JsonValue.Create(true),
            JsonValueKind.False => JsonValue.Create(false),
            JsonValueKind.String when bool.TryParse(value.GetValue<string>(), out var flag) => JsonValue.Create(flag),
            _ => null,
        };
}
