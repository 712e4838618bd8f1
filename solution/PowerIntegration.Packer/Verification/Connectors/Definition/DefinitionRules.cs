using System.Text.RegularExpressions;
using PowerIntegration.Packer.Verification.Json;

namespace PowerIntegration.Packer.Verification.Connectors.Definition;

/// <summary>The root of a connector's OpenAPI 2.0 definition.</summary>
internal static partial class DefinitionRules
{
    /// <summary>The whole file.</summary>
    public static JsonRule File { get; } =
        OpenApiRules.Object(
            Rules.Must("swagger", Rules.OneOf("2.0")),
            Rules.Must("info", Info()),
            Rules.Must("host", Rules.Like(HostName(), "a host name without scheme and path")),
            Rules.May("basePath", Rules.Like(Path(), "a path that begins with a slash")),
            Rules.May("schemes", OpenApiRules.Schemes),
            Rules.May("consumes", OpenApiRules.MimeTypes),
            Rules.May("produces", OpenApiRules.MimeTypes),
            Rules.Must("paths", new MapRule("a path that begins with a slash", name => Path().IsMatch(name), OperationRules.PathItem)),
            Rules.May("definitions", Rules.Map(SchemaRules.Schema)),
            Rules.May("parameters", Rules.Map(ParameterRules.Parameter)),
            Rules.May("responses", Rules.Map(ResponseRules.Response)),
            Rules.May("security", OpenApiRules.Security),
            Rules.May("securityDefinitions", Rules.Map(SecurityRules.Definition)),
            Rules.May(
                "tags",
                Rules.List(OpenApiRules.Object(Rules.Must("name", Rules.Text), Rules.May("description", Rules.Text), OpenApiRules.ExternalDocs))
            ),
            OpenApiRules.ExternalDocs,
            Rules.May("x-ms-capabilities", Capabilities()),
            Rules.May(
                "x-ms-connector-metadata",
                Rules.List(
                    Rules.Object(
                        Rules.Must("propertyName", Rules.OneOf("Website", "Privacy policy", "Categories")),
                        Rules.Must("propertyValue", Rules.Text)
                    ),
                    1
                )
            ),
            Rules.May("x-ms-docs", Rules.List(Rules.Object(Rules.Must("url", Rules.Address), Rules.Must("description", Rules.Text)), 1))
        );

    private static ObjectRule Info() =>
        OpenApiRules.Object(
            Rules.Must("title", Rules.Text),
            Rules.Must("version", Rules.Text),
            Rules.Must("description", Rules.Text),
            Rules.May("termsOfService", Rules.Text),
            Rules.May(
                "contact",
                OpenApiRules.Object(Rules.May("name", Rules.Text), Rules.May("url", Rules.Address), Rules.May("email", OpenApiRules.Mail))
            ),
            Rules.May("license", OpenApiRules.Object(Rules.Must("name", Rules.Text), Rules.May("url", Rules.Address))),
            Rules.May("x-ms-deployment-version", Rules.Like(Version(), "a version of numbers and dots")),
            Rules.May("x-ms-api-annotation", Rules.Object(Rules.Must("status", Rules.OneOf("Production", "Preview"))))
        );

    private static ObjectRule Capabilities()
    {
        JsonRule call = Rules.Object(Rules.Must("operationId", OpenApiRules.OperationId), Rules.May("parameters", Rules.Map(Rules.Anything)));
        return Rules.Object(
            Rules.May("testConnection", call),
            Rules.May(
                "file-picker",
                Rules.Object(
                    Rules.Must("open", call),
                    Rules.May("browse", call),
                    Rules.May("value-title", Rules.Text),
                    Rules.May("value-collection", Rules.Text),
                    Rules.May("value-folder-property", Rules.Text),
                    Rules.May("value-media-property", Rules.Text)
                )
            )
        );
    }

    [GeneratedRegex(@"^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:\d+)?\z")]
    private static partial Regex HostName();

    [GeneratedRegex(@"^/[^?#*\s]*\z")]
    private static partial Regex Path();

    [GeneratedRegex(@"^\d+(\.\d+)+\z")]
    private static partial Regex Version();
}
