using System.Text.Json.Nodes;

namespace PowerIntegration.Packer.Verification.Json;

/// <summary>An object whose member names are free within a rule and whose values keep to one rule.</summary>
/// <param name="names">What names are like, for a sentence.</param>
/// <param name="isName">Test of a name.</param>
/// <param name="member">Rule of a value.</param>
/// <param name="maximum">Most members.</param>
internal sealed class MapRule(string names, Func<string, bool> isName, JsonRule member, int maximum = int.MaxValue) : JsonRule
{
    public override string Expected => maximum == int.MaxValue ? "an object" : $"an object of at most {maximum} members";

    public override IEnumerable<JsonFault> Find(JsonNode? value, string place)
    {
        if (value is not JsonObject map || map.Count > maximum)
        {
            return [Unexpected(value, place)];
        }

        return
        [
            .. map.Where(entry => !isName(entry.Key))
                .Select(entry => new JsonFault(Inside(place, entry.Key), $"The name '{entry.Key}' is not {names}. Rename it.")),
            .. map.SelectMany(entry => member.Find(entry.Value, Inside(place, entry.Key))),
        ];
    }
}
