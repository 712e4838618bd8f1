using System.Text.Json.Nodes;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Connectors.References;

/// <summary>Security requirements are defined with the scopes that they ask for, and every definition is asked for.</summary>
internal static class SecurityCheck
{
    /// <summary>What is wrong in a definition.</summary>
    public static IEnumerable<Finding> Find(ConnectorDocument document)
    {
        JsonObject definitions = document.Swagger["securityDefinitions"].Members();
        (string Place, string Name, JsonNode? Scopes)[] requirements =
        [
            .. Requirements("security", document.Swagger["security"]),
            .. document.Operations.SelectMany(operation => Requirements($"{operation.Id}/security", operation.Node["security"])),
        ];
        return
        [
            .. requirements.SelectMany(requirement =>
                Requirement(definitions, requirement.Name, requirement.Scopes).Select(sentence => document.Says(requirement.Place, sentence))
            ),
            .. definitions
                .Where(definition => requirements.All(requirement => requirement.Name != definition.Key))
                .Select(definition =>
                    document.Says(
                        $"securityDefinitions/{definition.Key}",
                        "No operation asks for this definition, so calls go out without it. Name it under security."
                    )
                ),
        ];
    }

    private static IEnumerable<(string Place, string Name, JsonNode? Scopes)> Requirements(string place, JsonNode? list) =>
        list.Items().SelectMany(entry => entry.Members()).Select(requirement => (place, requirement.Key, requirement.Value));

    private static IEnumerable<string> Requirement(JsonObject definitions, string name, JsonNode? scopes)
    {
        if (definitions[name] is not { } definition)
        {
            yield return $"The requirement {name} is not defined under securityDefinitions. Define it or correct the name.";
            yield break;
        }

        JsonObject known = definition.Member("scopes").Members();
        foreach (string scope in scopes.Texts().Where(scope => !known.ContainsKey(scope)))
        {
            yield return $"The requirement {name} asks for the scope '{scope}', which its definition does not have. Correct it.";
        }
    }
}
