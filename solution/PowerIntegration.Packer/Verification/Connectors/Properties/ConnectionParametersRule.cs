using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PowerIntegration.Packer.Verification.Json;

namespace PowerIntegration.Packer.Verification.Connectors.Properties;

/// <summary>Connection parameters by name.</summary>
/// <param name="parameter">Rule of a parameter.</param>
/// <param name="tenant">Rule of the one that holds the tenant.</param>
internal sealed partial class ConnectionParametersRule(JsonRule parameter, JsonRule tenant) : JsonRule
{
    private const string TenantName = "token:TenantId";

    public override string Expected => "an object";

    public override IEnumerable<JsonFault> Find(JsonNode? value, string place)
    {
        if (value is not JsonObject parameters)
        {
            return [Unexpected(value, place)];
        }

        return
        [
            .. parameters
                .Where(entry => !Name().IsMatch(entry.Key))
                .Select(entry => new JsonFault(
                    Inside(place, entry.Key),
                    $"The name '{entry.Key}' has characters other than letters, digits and underscores. Rename it."
                )),
            .. parameters.SelectMany(entry => (entry.Key == TenantName ? tenant : parameter).Find(entry.Value, Inside(place, entry.Key))),
        ];
    }

    // What belongs to a sign-in is named after it, with a colon between.
    [GeneratedRegex(@"^[0-9A-Za-z_]+(:[0-9A-Za-z_]+)?\z")]
    private static partial Regex Name();
}
