using System.Text.Json.Nodes;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Json;

/// <summary>A list whose entries all keep to one rule.</summary>
/// <param name="entry">Rule of an entry.</param>
/// <param name="minimum">Fewest entries.</param>
/// <param name="maximum">Most entries.</param>
internal sealed class ListRule(JsonRule entry, int minimum, int maximum) : JsonRule
{
    public override string Expected =>
        maximum == int.MaxValue ? $"a list of at least {minimum} entries" : $"a list of {minimum} to {maximum} entries";

    public override IEnumerable<JsonFault> Find(JsonNode? value, string place)
    {
        if (value is not JsonArray list || list.Count < minimum || list.Count > maximum)
        {
            return [Unexpected(value, place)];
        }

        return [.. list.SelectMany((item, index) => entry.Find(item, $"{place}[{index}]")), .. Repeated(list, place)];
    }

    // No list of these files is a bag: an entry that is there twice is a slip of the pen.
    private static IEnumerable<JsonFault> Repeated(JsonArray list, string place)
    {
        for (int index = 1; index < list.Count; index++)
        {
            JsonNode? item = list[index];
            if (list.Take(index).Any(earlier => JsonNode.DeepEquals(earlier, item)))
            {
                yield return new JsonFault($"{place}[{index}]", $"The entry {item.Show()} appears twice. Remove one.");
            }
        }
    }
}
