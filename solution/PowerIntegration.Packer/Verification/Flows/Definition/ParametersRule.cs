using System.Text.Json.Nodes;
using PowerIntegration.Packer.Verification.Json;

namespace PowerIntegration.Packer.Verification.Flows.Definition;

/// <summary>The parameters of a definition: the two of the platform, without which no connection is found, and environment variables.</summary>
/// <param name="variable">Rule of an environment variable.</param>
internal sealed class ParametersRule(JsonRule variable) : JsonRule
{
    private static readonly Dictionary<string, JsonRule> OfThePlatform = new()
    {
        ["$connections"] = Fixed("Object"),
        ["$authentication"] = Fixed("SecureObject"),
    };

    public override string Expected => $"an object with {string.Join(" and ", OfThePlatform.Keys)}";

    public override IEnumerable<JsonFault> Find(JsonNode? value, string place)
    {
        if (value is not JsonObject parameters)
        {
            return [Unexpected(value, place)];
        }

        return
        [
            .. OfThePlatform
                .Keys.Where(name => !parameters.ContainsKey(name))
                .Select(name => new JsonFault(
                    Inside(place, name),
                    $"The parameter {name} is not declared, and connector calls fail without it. "
                        + $"Add it with {{\"defaultValue\": {{}}, \"type\": \"{TypeOf(name)}\"}}."
                )),
            .. parameters.SelectMany(entry => OfThePlatform.GetValueOrDefault(entry.Key, variable).Find(entry.Value, Inside(place, entry.Key))),
        ];
    }

    private static string TypeOf(string name) => name == "$connections" ? "Object" : "SecureObject";

    private static ObjectRule Fixed(string type) =>
        Rules.Object(Rules.Must("defaultValue", Rules.EmptyObject), Rules.Must("type", Rules.OneOf(type)));
}
