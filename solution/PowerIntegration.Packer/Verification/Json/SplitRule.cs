using System.Text.Json.Nodes;

namespace PowerIntegration.Packer.Verification.Json;

/// <summary>One rule for values that a test holds for, another for all others.</summary>
/// <param name="test">The test.</param>
/// <param name="then">Rule of those that it holds for.</param>
/// <param name="otherwise">Rule of the others.</param>
internal sealed class SplitRule(Func<JsonNode?, bool> test, JsonRule then, JsonRule otherwise) : JsonRule
{
    public override string Expected => otherwise.Expected;

    public override IEnumerable<JsonFault> Find(JsonNode? value, string place) => (test(value) ? then : otherwise).Find(value, place);
}
