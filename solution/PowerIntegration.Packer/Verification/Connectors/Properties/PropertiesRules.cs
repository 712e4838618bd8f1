using System.Text.RegularExpressions;
using PowerIntegration.Packer.Verification.Json;

namespace PowerIntegration.Packer.Verification.Connectors.Properties;

/// <summary>The two files beside a definition in its repository form.</summary>
internal static partial class PropertiesRules
{
    /// <summary>The properties.</summary>
    public static JsonRule Properties { get; } =
        Rules.Object(
            Rules.May("$schema", Rules.Address),
            Rules.Must(
                "properties",
                Rules.Object(
                    Rules.Must("iconBrandColor", Rules.Like(Color(), "a color such as #0B5A8A")),
                    Rules.Must("connectionParameters", ConnectionParameterRules.Parameters),
                    Rules.May("capabilities", Rules.List(Rules.OneOf("actions", "triggers"), 1)),
                    Rules.May("publisher", Rules.Text),
                    Rules.May("stackOwner", Rules.Text),
                    Rules.May("scriptOperations", Rules.List(Rules.Text)),
                    Rules.May("policyTemplateInstances", PolicyRules.Instances)
                )
            )
        );

    /// <summary>The settings of Microsoft's command line.</summary>
    public static JsonRule Settings { get; } =
        Rules.Object(
            Rules.May("$schema", Rules.Address),
            Rules.May("connectorId", Rules.Text),
            Rules.May("environment", Rules.Id),
            Rules.May("apiProperties", Rules.Text),
            Rules.May("apiDefinition", Rules.Text),
            Rules.May("icon", Rules.Text),
            Rules.May("script", Rules.Text),
            Rules.May("powerAppsUrl", Rules.OneOf("https://api.powerapps.com", "https://tip1.api.powerapps.com")),
            Rules.May("powerAppsApiVersion", Rules.OneOf("2016-11-01")),
            Rules.May("flowUrl", Rules.OneOf("https://api.flow.microsoft.com", "https://tip1.api.flow.microsoft.com")),
            Rules.May("flowApiVersion", Rules.OneOf("2016-11-01"))
        );

    [GeneratedRegex(@"^#[0-9A-Fa-f]{6}\z")]
    private static partial Regex Color();
}
