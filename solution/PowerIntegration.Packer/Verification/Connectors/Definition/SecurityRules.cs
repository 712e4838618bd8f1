using PowerIntegration.Packer.Verification.Json;

namespace PowerIntegration.Packer.Verification.Connectors.Definition;

/// <summary>How callers prove who they are.</summary>
internal static class SecurityRules
{
    private static readonly JsonMember Type = Rules.Must("type", Rules.Text);
    private static readonly JsonMember Description = Rules.May("description", Rules.Text);
    private static readonly JsonMember AuthorizationUrl = Rules.Must("authorizationUrl", Rules.Address);
    private static readonly JsonMember TokenUrl = Rules.Must("tokenUrl", Rules.Address);

    /// <summary>A definition by its type, OAuth by its flow.</summary>
    public static JsonRule Definition { get; } =
        new KindRule(
            "type",
            new Dictionary<string, JsonRule>
            {
                ["basic"] = OpenApiRules.Object(Type, Description),
                ["apiKey"] = OpenApiRules.Object(Type, Description, Rules.Must("name", Rules.Text), Rules.Must("in", Rules.OneOf("header", "query"))),
                ["oauth2"] = new KindRule(
                    "flow",
                    new Dictionary<string, JsonRule>
                    {
                        ["accessCode"] = OAuth(AuthorizationUrl, TokenUrl),
                        ["implicit"] = OAuth(AuthorizationUrl),
                        ["password"] = OAuth(TokenUrl),
                        ["application"] = OAuth(TokenUrl),
                    }
                ),
            }
        );

    private static ObjectRule OAuth(params JsonMember[] addresses) =>
        OpenApiRules.Object([Type, Description, Rules.Must("flow", Rules.Text), Rules.Must("scopes", Rules.Map(Rules.AnyText)), .. addresses]);
}
