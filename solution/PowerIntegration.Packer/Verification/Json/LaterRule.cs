using System.Text.Json.Nodes;

namespace PowerIntegration.Packer.Verification.Json;

/// <summary>A rule that is asked for when it is needed, so that rules can hold themselves.</summary>
/// <param name="rule">Gives the rule.</param>
internal sealed class LaterRule(Func<JsonRule> rule) : JsonRule
{
    public override string Expected => rule().Expected;

    public override IEnumerable<JsonFault> Find(JsonNode? value, string place) => rule().Find(value, place);
}
