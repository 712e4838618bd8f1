using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Flows.Expressions;
using PowerIntegration.Packer.Verification.Json;

namespace PowerIntegration.Packer.Verification.Flows.Definition;

/// <summary>What triggers and actions have in common.</summary>
internal static partial class CommonRules
{
    /// <summary>The one value with which a connector call takes the flow's own connection.</summary>
    public const string OwnConnection = "@parameters('$authentication')";

    private const int DescriptionLengthMax = 256;
    private const int NameLengthMax = 80;
    private const int RetriesMax = 90;
    private const int ItemsMax = 100_000;

    private static readonly TimeSpan ShortestRetry = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestRetry = TimeSpan.FromDays(1);
    private static readonly TimeSpan ShortestTimeout = TimeSpan.FromSeconds(1);

    // A run lives for thirty days; nothing in it can wait longer.
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromDays(30);

    /// <summary>A description for the designer.</summary>
    public static JsonMember Description { get; } = Rules.May("description", Rules.TextUpTo(DescriptionLengthMax));

    /// <summary>The designer's own notes.</summary>
    public static JsonMember Metadata { get; } = Rules.May("metadata", Rules.Object(Rules.May("operationMetadataId", Rules.Id)));

    /// <summary>What the run history hides.</summary>
    public static JsonMember SecureData { get; } =
        Rules.May("secureData", Rules.Object(Rules.Must("properties", Rules.List(Rules.OneOf("inputs", "outputs"), 1))));

    /// <summary>How many rows a call collects over several pages.</summary>
    public static JsonMember Pagination { get; } =
        Rules.May("paginationPolicy", Rules.Object(Rules.Must("minimumItemCount", Rules.Whole(1, ItemsMax))));

    /// <summary>Transfer in parts.</summary>
    public static JsonMember ContentTransfer { get; } =
        Rules.May("contentTransfer", Rules.Object(Rules.Must("transferMode", Rules.OneOf("Chunked"))));

    /// <summary>A duration after which an action ends as timed out.</summary>
    public static JsonRule Timeout { get; } = Rules.Duration(ShortestTimeout, LongestTimeout);

    /// <summary>The limit of an action that may take long.</summary>
    public static JsonMember Limit { get; } = Rules.May("limit", Rules.Object(Rules.Must("timeout", Computed(Timeout))));

    /// <summary>How a call is repeated.</summary>
    public static JsonMember RetryPolicy { get; } = Rules.May("retryPolicy", RetryPolicyRule());

    /// <summary>Where a call goes.</summary>
    public static JsonRule Host { get; } =
        Rules.Object(
            Rules.Must("connectionName", Rules.Text),
            Rules.Must("operationId", Rules.Text),
            Rules.Must("apiId", Rules.Like(ApiId(), "/providers/Microsoft.PowerApps/apis/ and the name of an API"))
        );

    /// <summary>Whose connection a call takes: the flow's own, or that of the caller of a child flow.</summary>
    public static JsonRule Authentication { get; } =
        new SplitRule(
            value => value is JsonObject,
            Rules.Object(
                Rules.Must("type", Rules.OneOf("Raw")),
                Rules.Must("value", Rules.Like(CallerToken(), "the token of the caller's connection"))
            ),
            Rules.OneOf(OwnConnection)
        );

    /// <summary>A value that is written down or computed by an expression.</summary>
    public static JsonRule Computed(JsonRule rule) => new SplitRule(value => value.Text() is { } text && Template.IsComputed(text), Rules.Text, rule);

    /// <summary>True where a name can be a key of a trigger or an action.</summary>
    public static bool IsStepName(string name) => name.Length is > 0 and <= NameLengthMax && StepName().IsMatch(name);

    /// <summary>What such a name is like.</summary>
    public static string StepNames { get; } = $"1 to {NameLengthMax} characters with underscores for blanks and none of <>%&\\?/";

    private static KindRule RetryPolicyRule()
    {
        JsonMember count = Rules.Must("count", Computed(Rules.Whole(1, RetriesMax)));
        JsonRule wait = Computed(Rules.Duration(ShortestRetry, LongestRetry));
        return new KindRule(
            "type",
            new Dictionary<string, JsonRule>
            {
                ["none"] = Rules.Object(Rules.Must("type", Rules.Text)),
                ["fixed"] = Rules.Object(Rules.Must("type", Rules.Text), count, Rules.Must("interval", wait)),
                ["exponential"] = new SplitRule(
                    HasNoRoom,
                    new MatchRule("a minimumInterval that is no longer than the maximumInterval", _ => false),
                    Rules.Object(
                        Rules.Must("type", Rules.Text),
                        count,
                        Rules.Must("interval", wait),
                        Rules.May("minimumInterval", wait),
                        Rules.May("maximumInterval", wait)
                    )
                ),
            }
        );
    }

    private static bool HasNoRoom(JsonNode? policy) =>
        Rules.DurationOf(policy.Member("minimumInterval").Text()) > Rules.DurationOf(policy.Member("maximumInterval").Text());

    [GeneratedRegex(@"^[^<>%&\\?/\s\p{Cc}]+\z")]
    private static partial Regex StepName();

    [GeneratedRegex("^/providers/Microsoft\\.PowerApps/apis/[a-z0-9_-]+$")]
    private static partial Regex ApiId();

    [GeneratedRegex(@"^@json\(decodeBase64\(triggerOutputs\(\)\.headers\['X-MS-APIM-Tokens'\]\)\)\['\$ConnectionKey'\]$")]
    private static partial Regex CallerToken();
}
