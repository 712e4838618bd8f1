using System.Text.RegularExpressions;
using PowerIntegration.Packer.Verification.Json;

namespace PowerIntegration.Packer.Verification.Connectors.Definition;

/// <summary>Responses by status.</summary>
internal static partial class ResponseRules
{
    /// <summary>A response.</summary>
    public static JsonRule Response { get; } =
        OpenApiRules.Object(
            Rules.Must("description", Rules.Text),
            Rules.May("schema", SchemaRules.Schema),
            Rules.May(
                "headers",
                Rules.Map(SchemaRules.Value(Rules.May("description", Rules.Text), ExtensionRules.Summary, ExtensionRules.Visibility))
            ),
            Rules.May("examples", Rules.Map(Rules.Anything)),
            ExtensionRules.Summary
        );

    /// <summary>The responses of an operation.</summary>
    public static JsonRule Responses { get; } =
        new MapRule(
            "a status of three digits or default",
            name => Status().IsMatch(name),
            SchemaRules.References(Reference(), "#/responses/<name>", Response)
        );

    [GeneratedRegex(@"^([1-5]\d\d|default)\z")]
    private static partial Regex Status();

    [GeneratedRegex(@"^#/responses/[^/]+\z")]
    private static partial Regex Reference();
}
