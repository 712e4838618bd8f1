using System.Net.Http;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PowerIntegration.Local.Expressions;

namespace PowerIntegration.Local.Connectors;

/// <summary>Applies policies to a request, in the order of the file.</summary>
internal static partial class PolicyApplication
{
    /// <summary>Applies the policies of an operation.</summary>
    /// <exception cref="ConnectorRefusalException">A value in a policy cannot be computed.</exception>
    public static void Apply(IEnumerable<ConnectorPolicy> policies, string operationId, RequestDraft draft, JsonObject connectionParameters)
    {
        foreach (var policy in policies)
        {
            if (policy.AppliesTo(operationId))
            {
                Apply(policy, draft, text => Fill(text, draft, connectionParameters));
            }
        }
    }

    private static void Apply(ConnectorPolicy policy, RequestDraft draft, Func<string, string> fill)
    {
        switch (policy.TemplateId.ToUpperInvariant())
        {
            case "SETHEADER":
                Set(draft.Headers, policy, fill);
                break;
            case "SETQUERYPARAMETER":
                Set(draft.Query, policy, fill);
                break;
            case "DYNAMICHOSTURL":
                draft.BaseAddress = fill(policy.Parameter("urlTemplate"));
                break;
            default:
                draft.Path = "/" + fill(policy.Parameter("newPath")).TrimStart('/');
                draft.Method = policy.Optional("httpMethod") is { } method and not "@Request.OriginalHTTPMethod"
                    ? HttpMethod.Parse(method)
                    : draft.Method;
                break;
        }
    }

    private static void Set(Dictionary<string, string> target, ConnectorPolicy policy, Func<string, string> fill)
    {
        var name = policy.Parameter("name");
        var value = fill(policy.Parameter("value"));
        switch (policy.Optional("existsAction") ?? "override")
        {
            case "override":
                target[name] = value;
                break;
            case "skip":
                target.TryAdd(name, value);
                break;
            case "append":
                target[name] = target.TryGetValue(name, out var existing) ? $"{existing},{value}" : value;
                break;
            case var other:
                throw new ConnectorRefusalException(
                    $"The policy '{policy.TemplateId}' for '{name}' has the existsAction '{other}', which does not exist."
                );
        }
    }

    private static string Fill(string text, RequestDraft draft, JsonObject connectionParameters)
    {
        var filled = Call()
            .Replace(
                text,
                call =>
                {
                    var name = call.Groups["name"].Value;
                    var value = call.Groups["function"].Value switch
                    {
                        "connectionParameters" => connectionParameters[name] is { } parameter ? TextForm.Of(parameter) : null,
                        "headers" => draft.Headers.GetValueOrDefault(name),
                        _ => draft.Query.GetValueOrDefault(name),
                    };
                    return value
                        ?? (
                            call.Groups["default"].Success
                                ? call.Groups["default"].Value
                                : throw new ConnectorRefusalException($"A policy needs {call.Value}, which the connection does not give.")
                        );
                }
            );
        return filled.Contains("@body(", StringComparison.Ordinal) || filled.Contains("@item(", StringComparison.Ordinal)
            ? throw new ConnectorRefusalException($"A policy has '{text}'; @body() and @item() are not implemented by this runtime.")
            : filled;
    }

    [GeneratedRegex(@"@(?<function>connectionParameters|headers|queryParameters)\('(?<name>[^']+)'(\s*,\s*'(?<default>[^']*)')?\)")]
    private static partial Regex Call();
}
