using System.Text.Json.Nodes;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Connectors.House;

/// <summary>
/// Errors are problem details. A definition cannot give them a schema, since the designer shows only one, so their example says what a flow may
/// read of them.
/// </summary>
internal static class ProblemCheck
{
    private const string Json = "application/json";

    private static readonly string[] Members = ["type", "title", "status", "detail", "code", "traceId"];

    /// <summary>What is wrong with the connector of this product.</summary>
    public static IEnumerable<Finding> Find(ConnectorDefinition definition) =>
        from operation in definition.Operations
        from response in operation.Responses
        where response.Key is ['4' or '5', ..]
        from sentence in Problem(response.Key, definition.Resolve(response.Value).Member("examples").Member(Json))
        select new Finding(ConnectorDefinition.DefinitionFile, $"{operation.Id}/responses/{response.Key}", sentence);

    private static IEnumerable<string> Problem(string status, JsonNode? example)
    {
        string[] found = [.. example.Members().Select(member => member.Key)];
        foreach (string member in Members.Except(found))
        {
            yield return $"The example of type {Json} has no member '{member}'. Add it; flows learn from it what they can read.";
        }

        foreach (string member in found.Except(Members))
        {
            yield return $"The example has the member '{member}', which problem details of the gateway do not have. Remove it.";
        }

        foreach (string member in found.Intersect(Members).Where(member => member != "status" && string.IsNullOrEmpty(example.Member(member).Text())))
        {
            yield return $"The member '{member}' of the example is {example.Member(member).Show()}. Write a text.";
        }

        if (found.Contains("status") && example.Member("status").Whole()?.ToString(CultureInfo.InvariantCulture) != status)
        {
            yield return $"The status of the example is {example.Member("status").Show()}. Write {status}.";
        }
    }
}
