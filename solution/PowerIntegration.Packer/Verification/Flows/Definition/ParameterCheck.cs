using System.Text.Json.Nodes;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Flows.Definition;

/// <summary>Parameters for environment variables name one that exists, by its schema name and its type.</summary>
internal static class ParameterCheck
{
    // Types of an environment variable; a secret cannot be a parameter.
    private static readonly Dictionary<string, string[]> Types = new()
    {
        ["100000000"] = ["String"],
        ["100000001"] = ["Int"],
        ["100000002"] = ["Bool"],
        ["100000003"] = ["Object", "Array"],
        ["100000004"] = ["String"],
    };

    /// <summary>What is wrong in a flow.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="variables">The environment variables of all solutions.</param>
    public static IEnumerable<Finding> Find(FlowSource flow, IReadOnlyList<SourceElement> variables) =>
        from parameter in flow.Parameters
        where !parameter.Key.StartsWith('$')
        from sentence in Variable(parameter.Key, parameter.Value, variables)
        select flow.Says($"parameters/{parameter.Key}", sentence);

    private static IEnumerable<string> Variable(string key, JsonNode? parameter, IReadOnlyList<SourceElement> variables)
    {
        string schemaName = parameter.Walk("metadata", "schemaName").Text() ?? "";
        SourceElement? variable = variables.FirstOrDefault(candidate => candidate.Attribute("schemaname") == schemaName);
        if (variable is null)
        {
            yield return $"The environment variable '{schemaName}' is in none of the solutions. Add it or correct the schema name.";
            yield break;
        }

        // Older exports leave the schema name out.
        string name = variable.Element.Element("displayname")?.Attribute("default")?.Value ?? "";
        if (key != $"{name} ({schemaName})" && key != name)
        {
            yield return $"The parameter of an environment variable is named after it. Rename it to '{name} ({schemaName})'.";
        }

        string[] types = Types.GetValueOrDefault(variable.Text("type"), []);
        if (!types.Contains(parameter.Member("type").Text()))
        {
            string instead = types.Length == 0 ? "A secret cannot be a parameter; remove it" : $"Write {string.Join(" or ", types)}";
            yield return $"The type {parameter.Member("type").Show()} does not fit the environment variable. {instead}.";
        }
    }
}
