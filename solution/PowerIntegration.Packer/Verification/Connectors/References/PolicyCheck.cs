using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Connectors.Properties;

namespace PowerIntegration.Packer.Verification.Connectors.References;

/// <summary>Policies work on operations that exist and read connection parameters that a connection has.</summary>
internal static partial class PolicyCheck
{
    private static readonly string[] Functions =
    [
        "connectionParameters",
        "queryParameters",
        "headers",
        "body",
        "item",
        "triggerBody",
        "environmentVariables",
    ];

    /// <summary>What is wrong with policies.</summary>
    /// <param name="document">The definition whose operations they name.</param>
    /// <param name="file">File that holds them.</param>
    /// <param name="place">Place of the list.</param>
    /// <param name="policies">The list.</param>
    /// <param name="parameters">The connection parameters.</param>
    public static IEnumerable<Finding> Find(ConnectorDocument document, string file, string place, JsonNode? policies, JsonObject parameters) =>
        policies
            .Items()
            .SelectMany((policy, index) => Policy(document, policy, parameters).Select(sentence => new Finding(file, $"{place}[{index}]", sentence)));

    /// <summary>What is wrong with a list of operations.</summary>
    public static IEnumerable<string> Operations(ConnectorDocument document, JsonNode? names) =>
        names
            .Texts()
            .Where(name => document.Operation(name) is null)
            .Select(name => $"The operation '{name}' does not exist in the definition. Correct the name.");

    private static IEnumerable<string> Policy(ConnectorDocument document, JsonNode? policy, JsonObject parameters) =>
        [
            .. Operations(document, policy.Member("parameters").Member(PolicyRules.OperationName)),
            .. policy.Member("parameters").Members().SelectMany(entry => Expressions(entry.Value.Text() ?? "", parameters)),
        ];

    private static IEnumerable<string> Expressions(string text, JsonObject parameters)
    {
        foreach (Match call in FunctionCall().Matches(text))
        {
            string function = call.Groups[1].Value;
            string argument = call.Groups[2].Value;
            if (!Functions.Contains(function))
            {
                yield return $"The function '{function}' does not exist in policies. Known are {string.Join(", ", Functions)}.";
            }
            else if (function == "connectionParameters" && !parameters.ContainsKey(argument))
            {
                yield return $"The connection parameter '{argument}' does not exist. Declare it under connectionParameters or correct the name.";
            }
        }
    }

    [GeneratedRegex(@"@\{?([A-Za-z]+)\((?:'([^']*)')?")]
    private static partial Regex FunctionCall();
}
