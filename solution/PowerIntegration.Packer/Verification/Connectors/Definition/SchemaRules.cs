using System.Text.RegularExpressions;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Json;

namespace PowerIntegration.Packer.Verification.Connectors.Definition;

/// <summary>Schemas of bodies and answers, and the values of parameters and headers. What a schema may say depends on its type.</summary>
internal static partial class SchemaRules
{
    private static readonly JsonMember Type = Rules.Must("type", Rules.Text);
    private static readonly JsonMember Default = Rules.May("default", Rules.Anything);
    private static readonly JsonMember Enum = Rules.May("enum", Rules.List(Rules.Anything, 1));
    private static readonly JsonRule Count = Rules.Whole(0, int.MaxValue);

    private static readonly Dictionary<string, JsonMember[]> ValueKinds = new()
    {
        ["string"] =
        [
            Enum,
            Default,
            Rules.May("format", Rules.OneOf("byte", "binary", "date", "date-time", "date-no-tz", "email", "html", "password", "uri", "uuid")),
            Rules.May("minLength", Count),
            Rules.May("maxLength", Count),
            Rules.May("pattern", new Json.MatchRule("a regular expression", value => IsPattern(value.Text()))),
        ],
        ["integer"] = [Enum, Default, Rules.May("format", Rules.OneOf("int32", "int64")), .. Limits()],
        ["number"] = [Enum, Default, Rules.May("format", Rules.OneOf("float", "double")), .. Limits()],
        ["boolean"] = [Enum, Default],
    };

    private static readonly JsonMember[] ArrayLimits =
    [
        Default,
        Rules.May("minItems", Count),
        Rules.May("maxItems", Count),
        Rules.May("uniqueItems", Rules.Flag),
    ];

    private static readonly JsonMember[] OfSchemas =
    [
        Rules.May("title", Rules.Text),
        Rules.May("description", Rules.Text),
        Rules.May("readOnly", Rules.Flag),
        Rules.May("x-nullable", Rules.Flag),
        Rules.May("example", Rules.Anything),
        OpenApiRules.ExternalDocs,
        .. ExtensionRules.OfValues,
        .. ExtensionRules.OfDynamicSchemas,
        Rules.May("x-ms-notification-url", Rules.Flag),
        Rules.May("x-ms-media-kind", Rules.OneOf("image", "audio")),
        Rules.May("x-ms-enum", Rules.Object(Rules.Must("name", Rules.Text), Rules.May("modelAsString", Rules.Flag))),
    ];

    /// <summary>A schema: a reference, or one by its type.</summary>
    public static JsonRule Schema { get; } = References(SchemaReference(), "#/definitions/<name>", new SplitRule(HasType, Typed(), Untyped()));

    /// <summary>The value of a parameter or a header: no object, no reference.</summary>
    /// <param name="more">Members beside those of the type.</param>
    public static JsonRule Value(params IReadOnlyList<JsonMember> more) => ValueOf([], more);

    /// <summary>The value of a form field, which may be a file.</summary>
    /// <param name="more">Members beside those of the type.</param>
    public static JsonRule ValueOrFile(params IReadOnlyList<JsonMember> more) => ValueOf(["file"], more);

    /// <summary>A reference of this pattern, alone, or what another rule asks for.</summary>
    public static JsonRule References(Regex pattern, string expected, JsonRule otherwise) =>
        new SplitRule(value => value.Members().ContainsKey("$ref"), Rules.Object(Rules.Must("$ref", Rules.Like(pattern, expected))), otherwise);

    private static KindRule ValueOf(string[] others, IReadOnlyList<JsonMember> more)
    {
        Dictionary<string, JsonRule> kinds = ValueKinds.ToDictionary(
            kind => kind.Key,
            JsonRule (kind) => OpenApiRules.Object([Type, .. kind.Value, .. more])
        );
        kinds["array"] = OpenApiRules.Object([
            Type,
            .. ArrayLimits,
            Rules.Must("items", new LaterRule(() => Value())),
            Rules.May("collectionFormat", Rules.OneOf("csv", "ssv", "tsv", "pipes", "multi")),
            .. more,
        ]);
        foreach (string other in others)
        {
            kinds[other] = OpenApiRules.Object([Type, .. more]);
        }

        return new KindRule("type", kinds);
    }

    private static KindRule Typed()
    {
        LaterRule inner = new(() => Schema);
        Dictionary<string, JsonRule> kinds = ValueKinds.ToDictionary(
            kind => kind.Key,
            JsonRule (kind) => OpenApiRules.Object([Type, .. kind.Value, .. OfSchemas])
        );
        kinds["array"] = OpenApiRules.Object([Type, .. ArrayLimits, Rules.Must("items", inner), .. OfSchemas]);
        kinds["object"] = OpenApiRules.Object([Type, .. Members(inner), .. OfSchemas]);
        kinds["file"] = OpenApiRules.Object([Type, Rules.May("title", Rules.Text), Rules.May("description", Rules.Text)]);
        return new KindRule("type", kinds);
    }

    private static ObjectRule Untyped()
    {
        LaterRule inner = new(() => Schema);
        return OpenApiRules.Object([.. Members(inner), Rules.May("allOf", Rules.List(inner, 1)), Enum, .. OfSchemas]);
    }

    private static JsonMember[] Members(JsonRule inner) =>
        [
            Rules.May("properties", Rules.Map(inner)),
            Rules.May("required", Rules.List(Rules.Text, 1)),
            Rules.May("additionalProperties", new SplitRule(value => value.Flag() is not null, Rules.Anything, inner)),
            Rules.May("minProperties", Count),
            Rules.May("maxProperties", Count),
            Rules.May("discriminator", Rules.Text),
            Default,
        ];

    private static JsonMember[] Limits() =>
        [
            Rules.May("minimum", Rules.Number),
            Rules.May("maximum", Rules.Number),
            Rules.May("exclusiveMinimum", Rules.Flag),
            Rules.May("exclusiveMaximum", Rules.Flag),
            Rules.May("multipleOf", new Json.MatchRule("a number above 0", value => value.Number() is > 0)),
        ];

    private static bool HasType(System.Text.Json.Nodes.JsonNode? value) => value.Members().ContainsKey("type");

    private static bool IsPattern(string? pattern)
    {
        try
        {
            _ = new Regex(pattern!);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"^#/definitions/[^/]+\z")]
    private static partial Regex SchemaReference();
}
