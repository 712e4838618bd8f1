using System.Text.Json.Nodes;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Json;

/// <summary>An object whose rule depends on the text of one of its members.</summary>
/// <param name="member">The member that says the kind.</param>
/// <param name="kinds">Rule of each kind.</param>
internal sealed class KindRule(string member, IReadOnlyDictionary<string, JsonRule> kinds) : JsonRule
{
    public override string Expected => $"an object whose {member} is one of {string.Join(", ", kinds.Keys)}";

    public override IEnumerable<JsonFault> Find(JsonNode? value, string place)
    {
        if (value is not JsonObject)
        {
            return [Unexpected(value, place)];
        }

        return value.Member(member).Text() is { } kind && kinds.TryGetValue(kind, out JsonRule? rule)
            ? rule.Find(value, place)
            : [new JsonFault(Inside(place, member), $"The {member} is {value.Member(member).Show()}. Write one of {string.Join(", ", kinds.Keys)}.")];
    }
}
