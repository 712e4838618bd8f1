using System.Text.Json.Nodes;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Flows.Expressions;
using PowerIntegration.Packer.Verification.Json;

namespace PowerIntegration.Packer.Verification.Flows.Definition;

/// <summary>The kinds of actions and what each may say.</summary>
internal static class ActionRules
{
    private const int CasesMax = 25;
    private const int RepetitionsMax = 50;
    private const int IterationsMax = 5000;

    private static readonly string[] Statuses = ["Succeeded", "Failed", "Skipped", "TimedOut"];

    // The platform compares statuses without case.
    private static readonly JsonRule Status = new MatchRule(
        $"one of {string.Join(", ", Statuses)}",
        value => Statuses.Contains(value.Text(), StringComparer.OrdinalIgnoreCase)
    );

    private static readonly JsonRule ObjectOrText = new SplitRule(value => value is JsonObject, Rules.AnyObject, Rules.Text);

    private static readonly JsonMember From = Rules.Must("from", new SplitRule(value => value is JsonArray, Rules.Anything, Rules.Text));

    private static readonly JsonRule Content = new MatchRule(
        "JSON or an expression that gives it",
        value => value is JsonObject or JsonArray || !string.IsNullOrWhiteSpace(value.Text())
    );

    private static readonly JsonRule NamedValue = Rules.Object(Rules.Must("name", Rules.Text), Rules.Must("value", Rules.Anything));

    private static readonly JsonRule Error = Rules.Object(Rules.Must("code", Rules.Text), Rules.Must("message", Rules.Text));

    private static readonly ObjectRule Common = Rules.Object(
        Rules.Must("type", Rules.Text),
        Rules.May("runAfter", Rules.Map(Rules.List(Status, 1))),
        CommonRules.Metadata,
        CommonRules.Description
    );

    private static readonly Dictionary<string, JsonRule> Kinds = new()
    {
        ["OpenApiConnection"] = Call(),
        ["OpenApiConnectionWebhook"] = Call(),
        ["Workflow"] = ChildFlow(),
        ["Scope"] = Kind(Inner, Configuration()),
        ["If"] = Kind(Expression, Inner, Rules.May("else", Rules.Object(Inner))),
        ["Switch"] = Switch(),
        ["Foreach"] = Foreach(),
        ["Until"] = Until(),
        ["Compose"] = Kind(Rules.Must("inputs", Rules.Anything), Configuration()),
        ["Query"] = Data(From, Rules.Must("where", ObjectOrText)),
        ["Select"] = Data(From, Rules.Must("select", ObjectOrText)),
        ["Join"] = Data(From, Rules.Must("joinWith", Rules.AnyText)),
        ["Table"] = Table(),
        ["ParseJson"] = Data(Rules.Must("content", Content), Rules.Must("schema", DataSchemaRules.Schema)),
        ["InitializeVariable"] = InitializeVariable(),
        ["SetVariable"] = Kind(Rules.Must("inputs", NamedValue)),
        ["AppendToArrayVariable"] = Kind(Rules.Must("inputs", NamedValue)),
        ["AppendToStringVariable"] = Kind(Rules.Must("inputs", NamedValue)),
        ["IncrementVariable"] = Kind(Rules.Must("inputs", NamedValue)),
        ["DecrementVariable"] = Kind(Rules.Must("inputs", NamedValue)),
        ["Wait"] = Kind(Rules.Must("inputs", Wait())),
        ["Terminate"] = Kind(Rules.Must("inputs", Terminate())),
        ["Response"] = Response(),
    };

    /// <summary>An action by its type.</summary>
    public static JsonRule Action { get; } = new KindRule("type", Kinds);

    /// <summary>The actions of a scope.</summary>
    public static JsonRule Actions { get; } = new MapRule(CommonRules.StepNames, CommonRules.IsStepName, Action);

    private static JsonMember Inner => Rules.Must("actions", new LaterRule(() => Actions));

    private static JsonMember Expression => Rules.Must("expression", ObjectOrText);

    private static ObjectRule Kind(params IEnumerable<JsonMember> own) => Common.With(own);

    private static ObjectRule Data(params JsonMember[] inputs) => Kind(Rules.Must("inputs", Rules.Object(inputs)), Configuration());

    private static JsonMember Configuration(params IEnumerable<JsonMember> more) =>
        Rules.May("runtimeConfiguration", Rules.Object(CommonRules.SecureData).With(more));

    private static JsonMember Option(params string[] options) => Rules.May("operationOptions", Rules.OneOf(options));

    private static ObjectRule Call() =>
        Kind(
            Rules.Must(
                "inputs",
                Rules.Object(
                    Rules.Must("host", CommonRules.Host),
                    Rules.May("parameters", Rules.AnyObject),
                    Rules.Must("authentication", CommonRules.Authentication),
                    CommonRules.RetryPolicy
                )
            ),
            CommonRules.Limit,
            Configuration(CommonRules.Pagination, CommonRules.ContentTransfer),
            Option("DisableAsyncPattern", "DisableAutomaticDecompression", "IncludeAuthorizationHeadersInLogging")
        );

    private static ObjectRule ChildFlow() =>
        Kind(
            Rules.Must(
                "inputs",
                Rules.Object(
                    Rules.Must("host", Rules.Object(Rules.Must("workflowReferenceName", Rules.Id))),
                    Rules.May("body", Rules.Anything),
                    CommonRules.RetryPolicy
                )
            ),
            CommonRules.Limit,
            Configuration()
        );

    private static ObjectRule Switch() =>
        Kind(
            Rules.Must("expression", Rules.Text),
            Rules.Must(
                "cases",
                new MapRule(
                    CommonRules.StepNames,
                    CommonRules.IsStepName,
                    Rules.Object(Rules.Must("case", new MatchRule("a text or a number that is not computed", IsCase)), Inner),
                    CasesMax
                )
            ),
            Rules.May("default", Rules.Object(Inner))
        );

    private static bool IsCase(JsonNode? value) => value.Text() is { } text ? !Template.IsComputed(text) : value.Number() is not null;

    private static ObjectRule Foreach() =>
        Kind(
            From with
            {
                Name = "foreach",
            },
            Inner,
            Configuration(Rules.May("concurrency", Rules.Object(Rules.Must("repetitions", Rules.Whole(1, RepetitionsMax))))),
            Option("Sequential")
        );

    private static ObjectRule Until() =>
        Kind(
            Expression,
            Inner,
            Rules.May(
                "limit",
                Rules.Object(
                    Rules.May("count", CommonRules.Computed(Rules.Whole(1, IterationsMax))),
                    Rules.May("timeout", CommonRules.Computed(CommonRules.Timeout))
                )
            ),
            Option("FailWhenLimitsReached")
        );

    private static ObjectRule Table() =>
        Data(
            From,
            Rules.Must("format", Rules.OneOf("HTML", "CSV")),
            Rules.May("columns", Rules.List(Rules.Object(Rules.Must("header", Rules.Anything), Rules.Must("value", Rules.Anything)), 1))
        );

    private static ObjectRule InitializeVariable()
    {
        JsonMember name = Rules.Must("name", Rules.Text);
        JsonMember value = Rules.May("value", Rules.Anything);
        Dictionary<string, JsonRule> types = new[] { "string", "integer", "float", "boolean", "array", "object" }.ToDictionary(
            type => type,
            JsonRule (_) => Rules.Object(name, Rules.Must("type", Rules.Text), value)
        );
        return Kind(Rules.Must("inputs", Rules.Object(Rules.Must("variables", Rules.List(new KindRule("type", types), 1, 1)))));
    }

    private static SplitRule Wait() =>
        new(
            value => value is JsonObject members && members.ContainsKey("until"),
            Rules.Object(Rules.Must("until", Rules.Object(Rules.Must("timestamp", CommonRules.Computed(RecurrenceRules.Time))))),
            Rules.Object(
                Rules.Must(
                    "interval",
                    Rules.Object(
                        Rules.Must("count", CommonRules.Computed(Rules.Whole(1, int.MaxValue))),
                        Rules.Must("unit", Rules.OneOf("Second", "Minute", "Hour", "Day", "Week", "Month"))
                    )
                )
            )
        );

    private static KindRule Terminate()
    {
        JsonMember status = Rules.Must("runStatus", Rules.Text);
        return new KindRule(
            "runStatus",
            new Dictionary<string, JsonRule>
            {
                ["Succeeded"] = Rules.Object(status),
                ["Cancelled"] = Rules.Object(status),
                ["Failed"] = Rules.Object(status, Rules.Must("runError", Error)),
            }
        );
    }

    private static KindRule Response()
    {
        JsonMember body = Rules.May("body", Rules.Anything);
        JsonMember schema = Rules.May("schema", DataSchemaRules.Schema);
        ObjectRule toApp = Kind(
            Rules.Must("kind", Rules.Text),
            Rules.Must("inputs", Rules.Object(Rules.Must("statusCode", Rules.Whole(200, 200)), body, schema)),
            Option("Asynchronous")
        );
        ObjectRule toWeb = Kind(
            Rules.Must("kind", Rules.Text),
            Rules.Must(
                "inputs",
                Rules.Object(
                    Rules.Must("statusCode", CommonRules.Computed(Rules.Whole(200, 599))),
                    Rules.May("headers", Rules.AnyObject),
                    body,
                    schema
                )
            ),
            Option("Asynchronous")
        );
        return new KindRule(
            "kind",
            new Dictionary<string, JsonRule>
            {
                ["PowerApp"] = toApp,
                ["Skills"] = toApp,
                ["Http"] = toWeb,
            }
        );
    }
}
