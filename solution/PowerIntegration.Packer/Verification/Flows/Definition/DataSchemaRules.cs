using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Json;

namespace PowerIntegration.Packer.Verification.Flows.Definition;

/// <summary>The JSON schemas that a flow holds: of what it parses, of what starts it, of what it answers.</summary>
internal static class DataSchemaRules
{
    private static readonly JsonRule Type = Rules.OneOf("string", "integer", "number", "boolean", "array", "object", "null");
    private static readonly JsonRule Count = Rules.Whole(0, int.MaxValue);

    /// <summary>A schema; the empty one allows everything.</summary>
    public static JsonRule Schema { get; } =
        Rules.Object(
            Rules.May("type", new SplitRule(value => value is System.Text.Json.Nodes.JsonArray, Rules.List(Type, 1), Type)),
            Rules.May("properties", Rules.Map(new LaterRule(() => Schema!))),
            Rules.May("items", new LaterRule(() => Schema!)),
            Rules.May("required", Rules.List(Rules.Text)),
            Rules.May("additionalProperties", new SplitRule(value => value.Flag() is not null, Rules.Anything, new LaterRule(() => Schema!))),
            Rules.May("enum", Rules.List(Rules.Anything, 1)),
            Rules.May("format", Rules.Text),
            Rules.May("title", Rules.AnyText),
            Rules.May("description", Rules.AnyText),
            Rules.May("default", Rules.Anything),
            Rules.May("pattern", Rules.Text),
            Rules.May("minLength", Count),
            Rules.May("maxLength", Count),
            Rules.May("minItems", Count),
            Rules.May("maxItems", Count),
            Rules.May("minimum", Rules.Number),
            Rules.May("maximum", Rules.Number),
            Rules.May("x-ms-dynamically-added", Rules.Flag),
            Rules.May("x-ms-content-hint", Rules.OneOf("TEXT", "NUMBER", "BOOLEAN", "DATE", "EMAIL", "FILE"))
        );
}
