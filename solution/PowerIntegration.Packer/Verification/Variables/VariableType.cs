using System.Text.Json;
using System.Text.RegularExpressions;
using PowerIntegration.Packer.Verification.Shapes;

namespace PowerIntegration.Packer.Verification.Variables;

/// <summary>A type of environment variables. It never changes after the first import.</summary>
/// <param name="Code">Number in the file.</param>
/// <param name="Value">What a value must be.</param>
internal sealed partial record VariableType(string Code, ValueRule Value)
{
    /// <summary>Text, number, yes or no, JSON, data source, secret.</summary>
    public static IReadOnlyList<VariableType> All { get; } =
    [
        new("100000000", Values.Text),
        new("100000001", new ValueRule("a number with a point for the decimals", text => Values.AsNumber(text) is not null)),
        new("100000002", Values.OneOf("yes", "no")),
        new("100000003", new ValueRule("JSON", IsJson)),
        new("100000004", Values.Text),
        new("100000005", new ValueRule("the path of a secret in a key vault, beginning with /subscriptions/", SecretPattern().IsMatch)),
    ];

    private static bool IsJson(string text)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    [GeneratedRegex(
        @"^/subscriptions/[^/]+/resourceGroups/[^/]+/providers/Microsoft\.KeyVault/vaults/[^/]+/secrets/[^/]+\z",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex SecretPattern();
}
