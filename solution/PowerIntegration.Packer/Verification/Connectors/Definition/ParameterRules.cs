using System.Text.RegularExpressions;
using PowerIntegration.Packer.Verification.Json;

namespace PowerIntegration.Packer.Verification.Connectors.Definition;

/// <summary>Parameters by the place where they travel.</summary>
internal static partial class ParameterRules
{
    private static readonly JsonMember[] Common =
    [
        Rules.Must("name", Rules.Like(Name(), "a name of letters, digits and $_.-")),
        Rules.Must("in", Rules.Text),
        Rules.May("description", Rules.Text),
    ];

    private static readonly JsonMember Optional = Rules.May("required", Rules.Flag);
    private static readonly JsonMember Location = Rules.May("x-ms-parameter-location", Rules.OneOf("client", "method"));

    private static readonly JsonMember TriggerValue = Rules.May(
        "x-ms-trigger-value",
        Rules.Object(Rules.May("value-collection", Rules.Text), Rules.May("value-path", Rules.Text))
    );

    private static readonly JsonMember Encoding = Rules.May("x-ms-url-encoding", Rules.OneOf("single", "double"));

    /// <summary>A parameter.</summary>
    public static JsonRule Parameter { get; } =
        new KindRule(
            "in",
            new Dictionary<string, JsonRule>
            {
                ["path"] = SchemaRules.Value([
                    .. Common,
                    Rules.Must("required", new MatchRule("true", value => value?.ToJsonString() == "true")),
                    Encoding,
                    Rules.May("x-ms-skip-url-encoding", Rules.Flag),
                    Location,
                    TriggerValue,
                    .. ExtensionRules.OfValues,
                ]),
                ["query"] = SchemaRules.Value([
                    .. Common,
                    Optional,
                    Encoding,
                    Rules.May("allowEmptyValue", Rules.Flag),
                    Location,
                    TriggerValue,
                    .. ExtensionRules.OfValues,
                ]),
                ["header"] = SchemaRules.Value([.. Common, Optional, Location, TriggerValue, .. ExtensionRules.OfValues]),
                ["formData"] = SchemaRules.ValueOrFile([
                    .. Common,
                    Optional,
                    Rules.May("allowEmptyValue", Rules.Flag),
                    Location,
                    TriggerValue,
                    .. ExtensionRules.OfValues,
                ]),
                ["body"] = OpenApiRules.Object([.. Common, Optional, Rules.Must("schema", SchemaRules.Schema), .. ExtensionRules.OfValues]),
            }
        );

    /// <summary>A parameter or a reference to one.</summary>
    public static JsonRule ParameterOrReference { get; } = SchemaRules.References(Reference(), "#/parameters/<name>", Parameter);

    [GeneratedRegex(@"^[A-Za-z0-9$_.-]+\z")]
    private static partial Regex Name();

    [GeneratedRegex(@"^#/parameters/[^/]+\z")]
    private static partial Regex Reference();
}
