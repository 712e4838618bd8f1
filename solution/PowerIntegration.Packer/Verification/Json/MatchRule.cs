using System.Text.Json.Nodes;

namespace PowerIntegration.Packer.Verification.Json;

/// <summary>A value that matches a test.</summary>
/// <param name="expected">What the test asks for.</param>
/// <param name="holds">The test.</param>
internal sealed class MatchRule(string expected, Func<JsonNode?, bool> holds) : JsonRule
{
    public override string Expected => expected;

    public override IEnumerable<JsonFault> Find(JsonNode? value, string place) => holds(value) ? [] : [Unexpected(value, place)];
}
