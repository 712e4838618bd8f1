using System.Text.Json.Nodes;

namespace PowerIntegration.Local.Expressions;

/// <summary>Reads a property or an element; the question mark forgives what is missing, never a wrong type.</summary>
internal static class ValueAccess
{
    /// <summary>Reads.</summary>
    /// <param name="target">The object, list or null.</param>
    /// <param name="key">A name or an index.</param>
    /// <param name="isSafe">Whether the access is written with a question mark.</param>
    /// <exception cref="ExpressionException">The key is missing and not forgiven, or the target cannot be accessed with it.</exception>
    public static JsonNode? Read(JsonNode? target, JsonNode? key, bool isSafe) =>
        Values.KindOf(target) switch
        {
            ValueKind.Null when isSafe => null,
            ValueKind.Null => throw new ExpressionException(
                $"The property {CompactJson.Write(key)} cannot be read from null. Write '?' before it where null is expected."
            ),
            ValueKind.Record when Values.TextOrNull(key) is { } name => Member((JsonObject)target!, name, isSafe),
            ValueKind.Array when Values.KindOf(key) == ValueKind.WholeNumber => Element((JsonArray)target!, key!.GetValue<long>(), isSafe),
            var kind => throw new ExpressionException($"A value of type {kind} has no element {CompactJson.Write(key)}."),
        };

    // Power Automate lets one key walk several levels, as in triggerOutputs()?['body/statecode']; a key that really holds a slash comes first.
    private static JsonNode? Member(JsonObject target, string name, bool isSafe)
    {
        if (Values.FindKey(target, name) is { } key)
        {
            return target[key];
        }

        var slash = name.IndexOf('/', StringComparison.Ordinal);
        if (slash > 0 && Values.FindKey(target, name[..slash]) is { } first && target[first] is not JsonValue)
        {
            return Read(target[first], StepOf(target[first], name[(slash + 1)..]), isSafe);
        }

        return isSafe
            ? null
            : throw new ExpressionException($"The property '{name}' does not exist. Available properties are '{string.Join(", ", Names(target))}'.");
    }

    private static JsonNode? Element(JsonArray target, long index, bool isSafe)
    {
        if (index >= 0 && index < target.Count)
        {
            return target[(int)index];
        }

        return isSafe ? null : throw new ExpressionException($"The list has {target.Count} elements and none at index {index}.");
    }

    private static JsonValue StepOf(JsonNode? target, string rest) =>
        target is JsonArray
        && long.TryParse(rest, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var index)
            ? JsonValue.Create(index)
            : JsonValue.Create(rest);

    private static System.Collections.Generic.IEnumerable<string> Names(JsonObject target)
    {
        foreach (var (name, _) in target)
        {
            yield return name;
        }
    }
}
