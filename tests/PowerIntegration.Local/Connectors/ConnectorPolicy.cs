using System.Text.Json.Nodes;
using PowerIntegration.Local.Expressions;

namespace PowerIntegration.Local.Connectors;

/// <summary>One policy template instance of a custom connector.</summary>
internal sealed class ConnectorPolicy
{
    private const string ParameterPrefix = "x-ms-apimTemplateParameter.";
    private const string Section = "x-ms-apimTemplate-policySection";
    private const string OperationNames = "x-ms-apimTemplate-operationName";

    private static readonly Dictionary<string, string[]> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["setheader"] = ["name", "value", "existsAction"],
        ["setqueryparameter"] = ["name", "value", "existsAction"],
        ["dynamichosturl"] = ["urlTemplate"],
        ["routerequesttoendpoint"] = ["newPath", "httpMethod"],
    };

    private readonly HashSet<string> operations;
    private readonly Dictionary<string, string> parameters = new(StringComparer.OrdinalIgnoreCase);

    private ConnectorPolicy(string templateId, IEnumerable<string> operations)
    {
        TemplateId = templateId;
        this.operations = [.. operations];
    }

    /// <summary>The template.</summary>
    public string TemplateId { get; }

    /// <summary>Reads the instances of a connector.</summary>
    /// <exception cref="ConnectorRefusalException">A template or a parameter is not implemented.</exception>
    public static IReadOnlyList<ConnectorPolicy> ReadAll(string text, string file) =>
        [
            .. (JsonText.Parse(text) as JsonArray ?? throw new ConnectorRefusalException($"{file}: the policies are not a list.")).Select(instance =>
                Read((JsonObject)instance!, file)
            ),
        ];

    /// <summary>Whether the policy applies to an operation.</summary>
    public bool AppliesTo(string operationId) => operations.Count == 0 || operations.Contains(operationId);

    /// <summary>A parameter that must be there.</summary>
    public string Parameter(string name) => Optional(name) ?? throw new ConnectorRefusalException($"The policy '{TemplateId}' has no '{name}'.");

    /// <summary>A parameter that may be missing.</summary>
    public string? Optional(string name) => parameters.GetValueOrDefault(name);

    private static ConnectorPolicy Read(JsonObject instance, string file)
    {
        var templateId = Values.TextOrNull(instance["templateId"]) ?? string.Empty;
        if (!Known.TryGetValue(templateId, out var names))
        {
            throw new ConnectorRefusalException($"{file}: the policy template '{templateId}' is not implemented by this runtime.");
        }

        var source = instance["parameters"] as JsonObject ?? [];
        var policy = new ConnectorPolicy(templateId, (source[OperationNames] as JsonArray ?? []).Select(TextForm.Of));
        foreach (var (key, value) in source.Where(parameter => parameter.Key != OperationNames))
        {
            if (key == Section && TextForm.Of(value) is var section)
            {
                _ =
                    section == "Request"
                        ? section
                        : throw new ConnectorRefusalException(
                            $"{file}: the policy '{templateId}' acts on the section '{section}', and this runtime implements Request."
                        );
                continue;
            }

            var name = key.StartsWith(ParameterPrefix, StringComparison.Ordinal) ? key[ParameterPrefix.Length..] : key;
            policy.parameters[name] = names.Contains(name)
                ? TextForm.Of(value)
                : throw new ConnectorRefusalException(
                    $"{file}: the policy '{templateId}' has the parameter '{key}', which this runtime does not support."
                );
        }

        return policy;
    }
}
