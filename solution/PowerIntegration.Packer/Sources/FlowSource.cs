using System.Text.Json.Nodes;
using PowerIntegration.Packer.Findings;

namespace PowerIntegration.Packer.Sources;

/// <summary>One cloud flow.</summary>
/// <param name="File">File, relative to the folder of its solution.</param>
/// <param name="Properties">The object properties of the file.</param>
public sealed record FlowSource(string File, JsonObject Properties)
{
    /// <summary>Connection references by their key.</summary>
    public JsonObject Connections => Properties["connectionReferences"] as JsonObject ?? [];

    /// <summary>Triggers by name.</summary>
    public JsonObject Triggers => Properties["definition"]?["triggers"] as JsonObject ?? [];

    /// <summary>Top-level actions by name.</summary>
    public JsonObject Actions => Properties["definition"]?["actions"] as JsonObject ?? [];

    /// <summary>Every list of actions that run in one scope: the top level, each scope, each branch.</summary>
    public IEnumerable<JsonObject> Scopes => ScopesFrom(Actions);

    /// <summary>A finding in this flow.</summary>
    public Finding Says(string element, string sentence) => new(File, element, sentence);

    private static IEnumerable<JsonObject> ScopesFrom(JsonObject actions)
    {
        yield return actions;
        foreach (KeyValuePair<string, JsonNode?> action in actions)
        {
            foreach (JsonNode? branch in new[] { action.Value?["actions"], action.Value?["else"]?["actions"], action.Value?["default"]?["actions"] })
            {
                foreach (JsonObject scope in branch is JsonObject inner ? ScopesFrom(inner) : [])
                {
                    yield return scope;
                }
            }
        }
    }
}
