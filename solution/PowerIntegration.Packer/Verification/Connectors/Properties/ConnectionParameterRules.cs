using System.Text.RegularExpressions;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Json;

namespace PowerIntegration.Packer.Verification.Connectors.Properties;

/// <summary>What a person is asked for when making a connection.</summary>
internal static partial class ConnectionParameterRules
{
    private static readonly JsonRule YesOrNo = Rules.OneOf("true", "false");

    private static readonly JsonMember Display = Rules.May(
        "uiDefinition",
        Rules.Object(
            Rules.May("displayName", Rules.Text),
            Rules.May("description", Rules.Text),
            Rules.May("tooltip", Rules.Text),
            Rules.May("tabIndex", Rules.Whole(0, int.MaxValue)),
            Rules.May("constraints", Constraints())
        )
    );

    private static readonly JsonMember Type = Rules.Must("type", Rules.Text);

    private static readonly JsonRule Plain = Rules.Object(
        Type,
        Rules.May("defaultValue", Rules.Text),
        Rules.May("allowedValues", Rules.List(Rules.Object(Rules.Must("value", Rules.Text), Display), 1)),
        Display
    );

    private static readonly JsonRule Tenant = Rules.Object(
        Rules.Must("type", Rules.OneOf("string")),
        Rules.Must("metadata", Rules.Object(Rules.Must("sourceType", Rules.OneOf("AzureActiveDirectoryTenant")))),
        Rules.Must(
            "uiDefinition",
            Rules.Object(
                Rules.Must("displayName", Rules.OneOf("Tenant")),
                Rules.Must("description", Rules.OneOf("The tenant ID of for the Azure Active Directory application")),
                Rules.Must("constraints", Rules.Object(Rules.Must("hidden", Rules.OneOf("true")), Rules.Must("required", Rules.OneOf("false"))))
            )
        )
    );

    private static readonly JsonRule Parameter = new KindRule(
        "type",
        new Dictionary<string, JsonRule>
        {
            ["string"] = Plain,
            ["securestring"] = Plain,
            ["int"] = Plain,
            ["bool"] = Plain,
            ["gatewaySetting"] = Rules.Object(Type, Display),
            ["oauthSetting"] = Rules.Object(Type, Rules.Must("oAuthSettings", OAuth()), Display),
        }
    );

    /// <summary>Connection parameters by name. The tenant of an Entra ID connection is one with a fixed form.</summary>
    public static JsonRule Parameters { get; } = new ConnectionParametersRule(Parameter, Tenant);

    private static ObjectRule Constraints() =>
        Rules.Object(
            Rules.May("clearText", Rules.Flag),
            Rules.May("required", YesOrNo),
            Rules.May("hidden", YesOrNo),
            Rules.May("tabIndex", Rules.Whole(0, int.MaxValue)),
            Rules.May("capability", Rules.List(Rules.Text)),
            Rules.May("allowedValues", Rules.List(Rules.Object(Rules.Must("value", Rules.Text), Rules.May("text", Rules.Text)), 1)),
            Rules.May("dependencies", Rules.Map(Rules.Object(Rules.Must("values", Rules.List(Rules.Text, 1)))))
        );

    private static KindRule OAuth() =>
        new(
            "identityProvider",
            new Dictionary<string, JsonRule>
            {
                ["aad"] = Provider(["resourceUri"], ["loginUri", "tenantId", "enableOnbehalfOfLogin"]),
                ["aadcertificate"] = Provider(["resourceUri"], ["loginUri", "loginUriAAD"]),
                ["oauth2"] = Provider(["authorizationUrl", "tokenUrl"], ["refreshUrl"]),
                ["oauth2generic"] = Provider(
                    ["authorizationUrlTemplate", "tokenUrlTemplate"],
                    [
                        "authorizationUrlQueryStringTemplate",
                        "tokenUrlQueryStringTemplate",
                        "tokenBodyTemplate",
                        "refreshUrlTemplate",
                        "refreshUrlQueryStringTemplate",
                        "refreshBodyTemplate",
                        "scopeListDelimiter",
                    ]
                ),
            }
        );

    private static ObjectRule Provider(string[] required, string[] optional)
    {
        JsonRule value = Rules.Object(Rules.Must("value", Rules.AnyText));
        JsonRule idOrNone = new MatchRule("a text or null", id => id is null || !string.IsNullOrWhiteSpace(id.Text()));
        return Rules.Object(
            Rules.Must("identityProvider", Rules.Text),
            Rules.May("clientId", idOrNone),
            Rules.May("clientSecret", idOrNone),
            Rules.May("scopes", Rules.List(Rules.Text)),
            Rules.May("redirectMode", Rules.OneOf("Global", "GlobalPerConnector", "Direct")),
            Rules.May("redirectUrl", Rules.Like(Redirect(), "https://global.consent.azure-apim.net/redirect")),
            Rules.Must(
                "properties",
                Rules.Object(Rules.Must("IsFirstParty", Rules.OneOf("True", "False")), Rules.May("AzureActiveDirectoryResourceId", Rules.Text))
            ),
            Rules.Must(
                "customParameters",
                Rules.Object([.. required.Select(name => Rules.Must(name, value)), .. optional.Select(name => Rules.May(name, value))])
            )
        );
    }

    [GeneratedRegex(@"^https://global\.consent\.azure-apim\.net/redirect(/[^/\s]+)?\z")]
    private static partial Regex Redirect();
}
