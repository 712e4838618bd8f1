using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Json;

namespace PowerIntegration.Packer.Verification.Connectors.Definition;

/// <summary>Paths and the operations under them.</summary>
internal static class OperationRules
{
    private static readonly JsonMember Parameters = Rules.May("parameters", Rules.List(ParameterRules.ParameterOrReference));

    private static readonly JsonRule Operation = OpenApiRules.Object(
        Rules.Must("operationId", OpenApiRules.OperationId),
        Rules.May("summary", Rules.Text),
        Rules.May("description", Rules.Text),
        Rules.May("tags", Rules.List(Rules.Text)),
        OpenApiRules.ExternalDocs,
        Rules.May("produces", OpenApiRules.MimeTypes),
        Rules.May("consumes", OpenApiRules.MimeTypes),
        Rules.May("schemes", OpenApiRules.Schemes),
        Rules.May("security", OpenApiRules.Security),
        Rules.May("deprecated", Rules.Flag),
        Parameters,
        Rules.Must("responses", ResponseRules.Responses),
        ExtensionRules.Summary,
        ExtensionRules.Visibility,
        Rules.May("x-ms-api-annotation", Annotation()),
        Rules.May("x-ms-capabilities", Rules.Object(Rules.May("chunkTransfer", Rules.Flag))),
        Rules.May("x-ms-no-generic-test", Rules.Flag),
        Rules.May("x-ms-safe-operation", Rules.Flag),
        Rules.May("x-ms-pageable", Rules.Object(Rules.Must("nextLinkName", Rules.OneOf("nextLink", "@odata.nextLink")))),
        Rules.May(
            "x-ms-operation-context",
            Rules.Object(
                Rules.Must(
                    "simulate",
                    Rules.Object(Rules.Must("operationId", OpenApiRules.OperationId), Rules.May("parameters", Rules.Map(Rules.Anything)))
                )
            )
        ),
        Rules.May("x-ms-trigger", Rules.OneOf("single", "batch")),
        Rules.May("x-ms-trigger-hint", Rules.Text),
        Rules.May(
            "x-ms-trigger-metadata",
            Rules.Object(Rules.Must("kind", Rules.OneOf("webhook", "query")), Rules.Must("mode", Rules.OneOf("single", "batch", "polling")))
        ),
        Rules.May("x-ms-notification", Rules.Object(Rules.Must("operationId", OpenApiRules.OperationId)))
    );

    /// <summary>A path: its operations by verb, and what they share.</summary>
    public static JsonRule PathItem { get; } =
        OpenApiRules.Object([
            .. ConnectorOperation.Verbs.Select(verb => Rules.May(verb, Operation)),
            Parameters,
            Rules.May("x-ms-notification-content", Rules.Object(Rules.May("description", Rules.Text), Rules.Must("schema", SchemaRules.Schema))),
        ]);

    private static ObjectRule Annotation() =>
        Rules.Object(
            Rules.Must("family", Rules.Text),
            Rules.Must("revision", Rules.Whole(1, int.MaxValue)),
            Rules.May("status", Rules.OneOf("Production", "Preview")),
            Rules.May("replacement", Rules.Object(Rules.Must("api", Rules.Text), Rules.Must("operationId", OpenApiRules.OperationId)))
        );
}
