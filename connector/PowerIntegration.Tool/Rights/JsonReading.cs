using System.Text.Json;

namespace PowerIntegration.Tool.Rights;

/// <summary>Reads members of an answer. What is missing or has another form is not read; it never counts as empty.</summary>
internal static class JsonReading
{
    /// <summary>A text that must be there.</summary>
    /// <exception cref="NotReadException">It is missing, empty or not a text.</exception>
    public static string Text(this JsonElement json, string name, string where) =>
        Member(json, name, where) is { ValueKind: JsonValueKind.String } member && member.GetString() is { Length: > 0 } text
            ? text
            : throw Unreadable(name, where);

    /// <summary>A whole number that must be there.</summary>
    /// <exception cref="NotReadException">It is missing or not a whole number.</exception>
    public static long Number(this JsonElement json, string name, string where) =>
        Member(json, name, where) is { ValueKind: JsonValueKind.Number } member && member.TryGetInt64(out var number)
            ? number
            : throw Unreadable(name, where);

    /// <summary>True or false, which must be there.</summary>
    /// <exception cref="NotReadException">It is missing or something else.</exception>
    public static bool Flag(this JsonElement json, string name, string where) =>
        Member(json, name, where) switch
        {
            { ValueKind: JsonValueKind.True } => true,
            { ValueKind: JsonValueKind.False } => false,
            _ => throw Unreadable(name, where),
        };

    /// <summary>A list that must be there.</summary>
    /// <exception cref="NotReadException">It is missing or not a list.</exception>
    public static IReadOnlyList<JsonElement> List(this JsonElement json, string name, string where) =>
        Member(json, name, where) is { ValueKind: JsonValueKind.Array } member ? [.. member.EnumerateArray()] : throw Unreadable(name, where);

    /// <summary>An object that must be there.</summary>
    /// <exception cref="NotReadException">It is missing or not an object.</exception>
    public static JsonElement Object(this JsonElement json, string name, string where) =>
        Member(json, name, where) is { ValueKind: JsonValueKind.Object } member ? member : throw Unreadable(name, where);

    private static JsonElement? Member(JsonElement json, string name, string where)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new NotReadException(
                $"{where} sent an unexpected response. Ask the integration administrator to compare it with the documentation."
            );
        }

        return json.TryGetProperty(name, out var member) ? member : null;
    }

    private static NotReadException Unreadable(string name, string where) =>
        new($"{where} sent a response without a usable '{name}'. Ask the integration administrator to compare it with the documentation.");
}
