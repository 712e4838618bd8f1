using System.Text.RegularExpressions;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Json;

namespace PowerIntegration.Packer.Verification.Flows.Definition;

/// <summary>The file of a cloud flow around its triggers and actions.</summary>
internal static partial class FlowRules
{
    private const string Schema = "https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#";

    private static readonly JsonRule ConnectionReference = Rules.Object(
        Rules.Must("runtimeSource", Rules.OneOf("embedded", "invoker")),
        Rules.Must("connection", Rules.Object(Rules.Must("connectionReferenceLogicalName", Rules.Text))),
        Rules.Must("api", Rules.Object(Rules.Must("name", Rules.Text), Rules.May("logicalName", Rules.Text))),
        Rules.May("impersonation", Rules.Object(Rules.May("source", Rules.OneOf("invoker"))))
    );

    private static readonly JsonRule VariableMetadata = Rules.Object(Rules.Must("schemaName", Rules.Text), Rules.May("description", Rules.AnyText));

    private static readonly JsonRule Variable = new KindRule(
        "type",
        new Dictionary<string, JsonRule>
        {
            ["String"] = Parameter(Rules.AnyText),
            ["Int"] = Parameter(Rules.Number),
            ["Bool"] = Parameter(Rules.Flag),
            ["Object"] = Parameter(Rules.AnyObject),
            ["Array"] = Parameter(Rules.List(Rules.Anything)),
        }
    );

    private static readonly JsonRule Definition = Rules.Object(
        Rules.Must("$schema", Rules.OneOf(Schema)),
        Rules.Must("contentVersion", Rules.Like(FourNumbers(), "four numbers, such as 1.0.0.0")),
        Rules.Must("parameters", new ParametersRule(Variable)),
        Rules.Must("triggers", new MapRule(CommonRules.StepNames, CommonRules.IsStepName, TriggerRules.Trigger, 1)),
        Rules.Must("actions", ActionRules.Actions),
        Rules.May("outputs", Rules.EmptyObject),
        Rules.May("description", Rules.AnyText)
    );

    /// <summary>The whole file.</summary>
    public static JsonRule File { get; } =
        Rules.Object(
            Rules.Must(
                "properties",
                Rules.Object(
                    Rules.Must("connectionReferences", Rules.Map(ConnectionReference)),
                    Rules.Must("definition", Definition),
                    Rules.May("templateName", new MatchRule("an empty text", value => value is null || value.Text() is ""))
                )
            ),
            Rules.Must("schemaVersion", Rules.OneOf("1.0.0.0"))
        );

    private static ObjectRule Parameter(JsonRule value) =>
        Rules.Object(Rules.May("defaultValue", value), Rules.Must("type", Rules.Text), Rules.Must("metadata", VariableMetadata));

    [GeneratedRegex(@"^\d+\.\d+\.\d+\.\d+$")]
    private static partial Regex FourNumbers();
}
