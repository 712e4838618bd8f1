using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PowerIntegration.Packer.Sources;

/// <summary>Reads JSON of any shape: what is not there, or is of another kind, is null and never an exception.</summary>
internal static class JsonNodes
{
    private const int ShownLength = 60;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A member of an object; null where the node is not an object or has no such member.</summary>
    public static JsonNode? Member(this JsonNode? node, string name) =>
        node is JsonObject members && members.TryGetPropertyValue(name, out JsonNode? value) ? value : null;

    /// <summary>The member at the end of a path of names.</summary>
    public static JsonNode? Walk(this JsonNode? node, params IEnumerable<string> names) =>
        names.Aggregate(node, (current, name) => current.Member(name));

    /// <summary>The node as an object; empty where it is of another kind.</summary>
    public static JsonObject Members(this JsonNode? node) => node as JsonObject ?? [];

    /// <summary>The node as a list; empty where it is of another kind.</summary>
    public static IReadOnlyList<JsonNode?> Items(this JsonNode? node) => [.. node as JsonArray ?? []];

    /// <summary>The texts of a list; entries of another kind are left out.</summary>
    public static IReadOnlyList<string> Texts(this JsonNode? node) => [.. node.Items().Select(Text).OfType<string>()];

    /// <summary>The text of the node, or null.</summary>
    public static string? Text(this JsonNode? node) => KindOf(node) == JsonValueKind.String ? node!.GetValue<string>() : null;

    /// <summary>True or false, or null where the node is neither.</summary>
    public static bool? Flag(this JsonNode? node) =>
        KindOf(node) switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => null,
        };

    /// <summary>The number, or null where the node is none or no decimal can hold it.</summary>
    public static decimal? Number(this JsonNode? node) =>
        KindOf(node) == JsonValueKind.Number
        && decimal.TryParse(node!.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value)
            ? value
            : null;

    /// <summary>The whole number, or null where the node is none.</summary>
    public static long? Whole(this JsonNode? node) =>
        node.Number() is { } value && value == decimal.Truncate(value) && value is >= long.MinValue and <= long.MaxValue ? (long)value : null;

    /// <summary>A text as it is, everything else as JSON: what a person would write down.</summary>
    public static string Plain(this JsonNode? node) => node.Text() ?? node?.ToJsonString() ?? "null";

    /// <summary>Kind of the node; a missing node and null are the same.</summary>
    public static JsonValueKind KindOf(JsonNode? node) => node?.GetValueKind() ?? JsonValueKind.Null;

    /// <summary>The node for a sentence: its JSON, cut where it is long.</summary>
    public static string Show(this JsonNode? node)
    {
        string json = node?.ToJsonString(Readable) ?? "null";
        return json.Length <= ShownLength ? json : json[..ShownLength] + "...";
    }
}
