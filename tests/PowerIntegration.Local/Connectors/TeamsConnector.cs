using System.Text.Json.Nodes;
using PowerIntegration.Local.Requests;
using PowerIntegration.Local.Teams;

namespace PowerIntegration.Local.Connectors;

/// <summary>One connection to the Teams connector.</summary>
/// <param name="service">Teams.</param>
/// <param name="clock">Measures the limit of calls.</param>
public sealed class TeamsConnector(TeamsService service, TimeProvider clock) : IConnector
{
    /// <summary>Calls of one connection in <see cref="CallWindow"/>.</summary>
    public const int CallsMax = 100;

    /// <summary>The time in which calls are counted.</summary>
    public static readonly TimeSpan CallWindow = TimeSpan.FromSeconds(60);

    private const string Name = "Teams";
    private const string Card = "PostCardToConversation";
    private const string Poster = "poster";
    private const string Location = "location";
    private const string Recipient = "body/recipient";
    private const string Team = "body/recipient/groupId";
    private const string Channel = "body/recipient/channelId";
    private const string Body = "body/messageBody";
    private const string Subject = "body/subject";
    private const string IsAlert = "body/isAlert";
    private const string FlowBot = "Flow bot";
    private const string InChat = "Chat with Flow bot";
    private const string InChannel = "Channel";

    private static readonly OperationTable Operations = new(
        Name,
        new Dictionary<string, (string[], string[])>
        {
            [Card] = ([Poster, Location, Body], [Recipient, Team, Channel]),
            ["PostMessageToConversation"] = ([Poster, Location, Body], [Recipient, Team, Channel, Subject, IsAlert]),
        },
        "PostCardAndWaitForResponse",
        "UpdateCardInConversation",
        "ReplyWithCardToConversation",
        "ReplyWithMessageToConversation",
        "GetAtMentionForUser"
    );

    private readonly Lock gate = new();
    private readonly RateWindow calls = new(CallsMax, CallWindow);

    /// <inheritdoc/>
    public string ApiName => "shared_teams";

    /// <inheritdoc/>
    public void Check(string operationId, IReadOnlyCollection<string> parameterNames) => Operations.Check(operationId, parameterNames);

    /// <inheritdoc/>
    public Task<ConnectorResponse> InvokeAsync(ConnectorCall call, CancellationToken cancellationToken)
    {
        Check(call.OperationId, [.. call.Parameters.Select(parameter => parameter.Key)]);
        var parameters = new FlatParameters(Name, call);
        parameters.OneOf(Poster, FlowBot);
        parameters.Flag(IsAlert, false);
        var content = new PostContent(call.OperationId == Card, parameters.Text(Body) ?? "", parameters.Text(Subject));
        var post = Addressed(parameters, content);
        return Task.FromResult(TooMany() ?? Answer(post()));
    }

    // What is missing in the call is found before it counts: nothing was sent.
    private Func<PostResult> Addressed(FlatParameters parameters, PostContent content)
    {
        if (parameters.OneOf(Location, InChat, InChannel) == InChat)
        {
            var address = Needed(parameters, Recipient, InChat);
            Unneeded(parameters, InChat, Team, Channel);
            return () => service.PostToPerson(address.Trim(), content);
        }

        var (team, channel) = (Needed(parameters, Team, InChannel), Needed(parameters, Channel, InChannel));
        Unneeded(parameters, InChannel, Recipient);
        return () => service.PostToChannel(team, channel, content);
    }

    private static string Needed(FlatParameters parameters, string name, string location) =>
        parameters.Text(name) is { Length: > 0 } value ? value : throw parameters.Refusal($"needs '{name}' for the location '{location}'");

    private static void Unneeded(FlatParameters parameters, string location, params string[] names)
    {
        if (names.FirstOrDefault(name => parameters.Text(name) is not null) is { } name)
        {
            throw parameters.Refusal($"has no parameter '{name}' for the location '{location}'");
        }
    }

    private ConnectorResponse? TooMany()
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            calls.Count(now);
            if (!calls.Exceeded)
            {
                return null;
            }

            var seconds = Math.Max(1, (long)Math.Ceiling((calls.End - now).TotalSeconds));
            return new ConnectorResponse(
                429,
                new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Retry-After"] = seconds.ToString(CultureInfo.InvariantCulture) },
                new JsonObject { ["statusCode"] = 429, ["message"] = TeamsGuesses.TooManyCalls(seconds) }
            );
        }
    }

    private ConnectorResponse Answer(PostResult result) =>
        result.Refusal is { } refusal
            ? Answer(
                refusal.Status,
                new JsonObject
                {
                    ["error"] = new JsonObject { ["code"] = refusal.Code, ["message"] = refusal.Sentence },
                }
            )
            : Answer(
                200,
                new JsonObject
                {
                    ["id"] = result.Message!.Id,
                    ["messageLink"] = service.LinkTo(result.Message).ToString(),
                    ["conversationId"] = TeamsService.ConversationOf(result.Message),
                }
            );

    private static ConnectorResponse Answer(int status, JsonObject body) =>
        new(status, new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase), body);
}
