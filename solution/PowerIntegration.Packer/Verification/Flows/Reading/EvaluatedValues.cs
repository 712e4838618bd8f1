using System.Text.Json.Nodes;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Flows.Reading;

/// <summary>Every text of a value that is evaluated: those in lists and members, and the names of members too.</summary>
internal static class EvaluatedValues
{
    /// <summary>The texts with their places.</summary>
    public static IEnumerable<(string Place, JsonNode Text)> In(JsonNode? value, string place)
    {
        if (value.Text() is not null)
        {
            yield return (place, value!);
        }

        foreach ((string inside, JsonNode? child, string? name) in Children(value, place))
        {
            if (name is not null)
            {
                yield return (inside, JsonValue.Create(name));
            }

            foreach ((string Place, JsonNode Text) found in In(child, inside))
            {
                yield return found;
            }
        }
    }

    private static IEnumerable<(string Place, JsonNode? Value, string? Name)> Children(JsonNode? value, string place) =>
        [
            .. value.Members().Select(member => ($"{place}/{member.Key}", member.Value, (string?)member.Key)),
            .. value.Items().Select((item, index) => ($"{place}[{index}]", item, (string?)null)),
        ];
}
