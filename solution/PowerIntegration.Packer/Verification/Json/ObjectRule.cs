using System.Text.Json.Nodes;
using PowerIntegration.Packer.Verification.Shapes;

namespace PowerIntegration.Packer.Verification.Json;

/// <summary>An object of which every member is known by name.</summary>
/// <param name="members">The members.</param>
/// <param name="isFree">Names that may come beside them with any value; none where this is null.</param>
internal sealed class ObjectRule(IReadOnlyList<JsonMember> members, Func<string, bool>? isFree = null) : JsonRule
{
    public override string Expected => "an object";

    /// <summary>The same object with more members.</summary>
    public ObjectRule With(params IEnumerable<JsonMember> more) => new([.. members, .. more], isFree);

    public override IEnumerable<JsonFault> Find(JsonNode? value, string place)
    {
        if (value is not JsonObject found)
        {
            yield return Unexpected(value, place);
            yield break;
        }

        foreach (JsonMember missing in members.Where(member => member.IsRequired && !found.ContainsKey(member.Name)))
        {
            yield return new JsonFault(
                Inside(place, missing.Name),
                $"The property '{missing.Name}' is missing. Add it with {missing.Rule.Expected}."
            );
        }

        foreach (KeyValuePair<string, JsonNode?> entry in found)
        {
            foreach (JsonFault fault in Find(entry.Key, entry.Value, Inside(place, entry.Key)))
            {
                yield return fault;
            }
        }
    }

    private IEnumerable<JsonFault> Find(string name, JsonNode? value, string place)
    {
        if (members.FirstOrDefault(member => member.Name == name) is { } known)
        {
            return known.Rule.Find(value, place);
        }

        return isFree?.Invoke(name) == true ? [] : [new JsonFault(place, $"The property '{name}' is unsupported here. {Instead(name)}")];
    }

    private string Instead(string name) =>
        Spelling.Nearest(name, members.Select(member => member.Name)) is { } nearest
            ? $"Name it {nearest}."
            : $"Known are {string.Join(", ", members.Select(member => member.Name))}.";
}
