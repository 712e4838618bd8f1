using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Json;

namespace PowerIntegration.Packer.Verification.Connectors.Definition;

/// <summary>Microsoft's extensions that describe parameters and members to the designer.</summary>
internal static class ExtensionRules
{
    private static readonly JsonRule OldParameters = Rules.Map(
        new SplitRule(
            value => value.Members().ContainsKey("parameter"),
            Rules.Object(Rules.Must("parameter", Rules.Text), Rules.May("value-property", Rules.Text)),
            Rules.Anything
        )
    );

    private static readonly JsonRule NewParameters = Rules.Map(
        new SplitRule(
            value => value.Members().ContainsKey("value"),
            Rules.Object(Rules.Must("value", Rules.Anything)),
            Rules.Object(Rules.Must("parameterReference", Rules.Text))
        )
    );

    private static readonly JsonRule TreeCall = Rules.Object(
        Rules.Must("operationId", OpenApiRules.OperationId),
        Rules.May("parameters", Rules.Map(Rules.Anything)),
        Rules.May("itemsPath", Rules.Text),
        Rules.May("itemTitlePath", Rules.Text),
        Rules.May("itemValuePath", Rules.Text),
        Rules.May("itemIsParent", Rules.Text),
        Rules.May("itemFullTitlePath", Rules.Text),
        Rules.May("selectedItemValuePath", Rules.Text)
    );

    /// <summary>Label that a maker reads in place of the technical name.</summary>
    public static JsonMember Summary { get; } = Rules.May("x-ms-summary", Rules.Text);

    /// <summary>Where the designer shows it.</summary>
    public static JsonMember Visibility { get; } = Rules.May("x-ms-visibility", Rules.OneOf("none", "important", "advanced", "internal"));

    /// <summary>Extensions of a parameter, a header or a member whose values come from another operation, or from a list.</summary>
    public static IReadOnlyList<JsonMember> OfValues { get; } =
    [
        Summary,
        Visibility,
        Rules.May("x-ms-dynamic-values", DynamicValues()),
        Rules.May(
            "x-ms-dynamic-list",
            Rules.Object(
                Rules.Must("operationId", OpenApiRules.OperationId),
                Rules.May("parameters", NewParameters),
                Rules.May("itemsPath", Rules.Text),
                Rules.Must("itemTitlePath", Rules.Text),
                Rules.Must("itemValuePath", Rules.Text)
            )
        ),
        Rules.May(
            "x-ms-dynamic-tree",
            Rules.Object(
                Rules.May("settings", Rules.Object(Rules.May("canSelectParentNodes", Rules.Flag), Rules.May("canSelectLeafNodes", Rules.Flag))),
                Rules.Must("open", TreeCall),
                Rules.May("browse", TreeCall)
            )
        ),
        Rules.May("x-ms-enum-values", Rules.List(Rules.Object(Rules.Must("value", Rules.Anything), Rules.Must("displayName", Rules.Text)), 1)),
        Rules.May("x-ms-localizeDefaultValue", Rules.Flag),
        Rules.May("x-ms-test-value", Rules.Anything),
    ];

    /// <summary>Extensions of a schema whose members come from another operation.</summary>
    public static IReadOnlyList<JsonMember> OfDynamicSchemas { get; } =
    [
        Rules.May(
            "x-ms-dynamic-schema",
            Rules.Object(
                Rules.Must("operationId", OpenApiRules.OperationId),
                Rules.May("parameters", OldParameters),
                Rules.May("value-path", Rules.Text)
            )
        ),
        Rules.May(
            "x-ms-dynamic-properties",
            Rules.Object(
                Rules.Must("operationId", OpenApiRules.OperationId),
                Rules.May("parameters", NewParameters),
                Rules.May("itemValuePath", Rules.Text)
            )
        ),
    ];

    private static SplitRule DynamicValues()
    {
        JsonMember[] paths =
        [
            Rules.May("parameters", OldParameters),
            Rules.May("value-collection", Rules.Text),
            Rules.Must("value-title", Rules.Text),
            Rules.Must("value-path", Rules.Text),
        ];
        return new SplitRule(
            value => value.Members().ContainsKey("builtInOperation"),
            Rules.Object(Rules.Must("builtInOperation", Rules.OneOf("AadGraph.GetUsers")), Rules.May("parameters", OldParameters)).With(paths[1..]),
            new SplitRule(
                value => value.Members().ContainsKey("capability"),
                Rules.Object(Rules.Must("capability", Rules.OneOf("file-picker"))).With(paths),
                Rules.Object(Rules.Must("operationId", OpenApiRules.OperationId)).With(paths)
            )
        );
    }
}
