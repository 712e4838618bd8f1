using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Json;

namespace PowerIntegration.Packer.Verification.Flows.Definition;

/// <summary>The kinds of triggers and what each may say.</summary>
internal static class TriggerRules
{
    private const int RunsMax = 100;

    private static readonly JsonMember Conditions = Rules.May(
        "conditions",
        Rules.List(
            Rules.Object(Rules.Must("expression", new MatchRule("an expression that begins with @", value => value.Text() is ['@', _, ..]))),
            1
        )
    );

    private static readonly JsonMember RuntimeConfiguration = Rules.May(
        "runtimeConfiguration",
        Rules.Object(
            Rules.May("concurrency", Rules.Object(Rules.Must("runs", Rules.Whole(1, RunsMax)))),
            CommonRules.SecureData,
            CommonRules.Pagination
        )
    );

    private static readonly JsonMember Call = Rules.Must(
        "inputs",
        Rules.Object(
            Rules.Must("host", CommonRules.Host),
            Rules.May("parameters", Rules.AnyObject),
            Rules.Must("authentication", CommonRules.Authentication),
            CommonRules.RetryPolicy
        )
    );

    private static readonly JsonMember SplitOn = Rules.May(
        "splitOn",
        new MatchRule("an expression that gives a list, such as @triggerOutputs()?['body/value']", value => value.Text() is ['@', _, ..])
    );

    /// <summary>A trigger by its type.</summary>
    public static JsonRule Trigger { get; } =
        new KindRule(
            "type",
            new Dictionary<string, JsonRule>
            {
                ["Recurrence"] = Kind(Rules.Must("recurrence", RecurrenceRules.Recurrence), Option("SingleInstance")),
                ["OpenApiConnectionWebhook"] = Kind(Call, SplitOn),
                ["OpenApiConnection"] = Kind(Call, SplitOn, Rules.Must("recurrence", RecurrenceRules.Recurrence), Option("SingleInstance")),
                ["Request"] = Request(),
            }
        );

    private static ObjectRule Kind(params IEnumerable<JsonMember> own) =>
        Rules.Object(Rules.Must("type", Rules.Text), CommonRules.Metadata, CommonRules.Description, Conditions, RuntimeConfiguration).With(own);

    private static JsonMember Option(params string[] options) => Rules.May("operationOptions", Rules.OneOf(options));

    private static KindRule Request()
    {
        JsonMember schema = Rules.May("schema", DataSchemaRules.Schema);
        ObjectRule byPerson = Kind(Rules.Must("kind", Rules.Text), Rules.Must("inputs", Rules.Object(schema)));
        ObjectRule byHttp = Kind(
            Rules.Must("kind", Rules.Text),
            Rules.Must(
                "inputs",
                Rules.Object(
                    schema,
                    Rules.May("method", Rules.OneOf("GET", "POST", "PUT", "PATCH", "DELETE")),
                    Rules.Must("triggerAuthenticationType", Rules.OneOf("Tenant", "All", "Specific"))
                )
            )
        );
        return new KindRule(
            "kind",
            new Dictionary<string, JsonRule>
            {
                ["Button"] = byPerson,
                ["PowerAppV2"] = byPerson,
                ["Skills"] = byPerson,
                ["Http"] = byHttp,
            }
        );
    }
}
