using System.Text.Json.Nodes;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Connectors.References;

/// <summary>References lead to what exists, and what can be referred to is referred to.</summary>
internal static class ReferenceCheck
{
    private static readonly string[] Sections = ["definitions", "parameters", "responses"];

    /// <summary>What is wrong in a definition.</summary>
    public static IEnumerable<Finding> Find(ConnectorDocument document) => [.. Nowhere(document, document.Swagger, ""), .. Unused(document)];

    private static IEnumerable<Finding> Nowhere(ConnectorDocument document, JsonNode? node, string place)
    {
        if (node.Member("$ref") is { } reference && document.Resolve(node) is null)
        {
            return [document.Says($"{place}/$ref", $"The reference leads nowhere: {reference.Show()}. Correct it or add what it names.")];
        }

        return
        [
            .. node.Members().SelectMany(member => Nowhere(document, member.Value, place.Length == 0 ? member.Key : $"{place}/{member.Key}")),
            .. node.Items().SelectMany((item, index) => Nowhere(document, item, $"{place}[{index}]")),
        ];
    }

    private static IEnumerable<Finding> Unused(ConnectorDocument document)
    {
        HashSet<string> used = Reachable(document);
        return from section in Sections
            from entry in document.Swagger[section].Members()
            where !used.Contains($"#/{section}/{entry.Key}")
            select document.Says($"{section}/{entry.Key}", "No operation uses this. Remove it.");
    }

    private static HashSet<string> Reachable(ConnectorDocument document)
    {
        HashSet<string> found = [];
        Stack<JsonNode?> open = new([document.Swagger["paths"]]);
        while (open.TryPop(out JsonNode? node))
        {
            if (node.Member("$ref").Text() is { } reference && found.Add(reference))
            {
                open.Push(document.Resolve(node));
            }

            foreach (JsonNode? child in node.Members().Select(member => member.Value).Concat(node.Items()))
            {
                open.Push(child);
            }
        }

        return found;
    }
}
