using System.Text.Json;
using System.Text.Json.Nodes;

namespace PowerIntegration.Local.Procore.Wire;

/// <summary>
/// The fields of a JSON object that a caller sends; a field the operation does not take is refused by name, so that none is passed over.
/// </summary>
internal sealed class BodyFields
{
    private readonly JsonObject fields;

    private BodyFields(JsonNode? node, string what, string[] known)
    {
        fields = node as JsonObject ?? throw new WireRefusalException(400, $"{what} must be a JSON object");
        if (fields.FirstOrDefault(field => !known.Contains(field.Key)).Key is { } unknown)
        {
            throw new WireRefusalException(
                400,
                $"Procore simulator: {what} does not support the field {unknown}. Use one of: {string.Join(", ", known)}."
            );
        }
    }

    /// <summary>The object as it came.</summary>
    public JsonObject Sent => fields;

    /// <summary>The body of a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="what">What the body is, for refusals.</param>
    /// <param name="known">Fields it may have.</param>
    public static BodyFields Of(ProcoreCall call, string what, params string[] known) => new(call.Request.Body, what, known);

    /// <summary>Any object within a body.</summary>
    public static BodyFields Of(JsonNode? node, string what, params string[] known) => new(node, what, known);

    /// <summary>A text, or null where it is not sent.</summary>
    public string? Text(string name) =>
        fields[name] switch
        {
            null => null,
            JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
            _ => throw new WireRefusalException(400, $"{name} must be a string"),
        };

    /// <summary>A text that must be there and not be blank.</summary>
    public string RequiredText(string name) =>
        Text(name) is { } text && !string.IsNullOrWhiteSpace(text) ? text : throw new WireRefusalException(400, $"{name} is required");

    /// <summary>One of the documented values, or null where it is not sent.</summary>
    public string? OneOf(string name, params string[] known) =>
        Text(name) is not { } text || known.Contains(text)
            ? Text(name)
            : throw new WireRefusalException(400, $"{name} must be one of: {string.Join(", ", known)}");

    /// <summary>True or false, or null where it is not sent.</summary>
    public bool? Flag(string name) =>
        fields[name] switch
        {
            null => null,
            JsonValue value when value.GetValueKind() is JsonValueKind.True or JsonValueKind.False => value.GetValue<bool>(),
            _ => throw new WireRefusalException(400, $"{name} must be true or false"),
        };

    /// <summary>An id, or null where it is not sent.</summary>
    public long? Id(string name) => fields[name] is { } node ? IdOf(node, name) : null;

    /// <summary>An id that must be there.</summary>
    public long RequiredId(string name) => Id(name) ?? throw new WireRefusalException(400, $"{name} is required");

    /// <summary>Ids of a list that must be there.</summary>
    public IReadOnlyList<long> Ids(string name) => [.. RequiredList(name).Select(node => IdOf(node, name))];

    /// <summary>A list that must be there.</summary>
    public JsonArray RequiredList(string name) => fields[name] as JsonArray ?? throw new WireRefusalException(400, $"{name} must be a list");

    private static long IdOf(JsonNode? node, string name) =>
        node is JsonValue value && value.TryGetValue<long>(out var id) ? id : throw new WireRefusalException(400, $"{name} must be an id");
}
