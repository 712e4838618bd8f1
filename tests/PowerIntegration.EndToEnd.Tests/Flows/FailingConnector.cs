using System.Net.Http;
using System.Text.Json.Nodes;
using PowerIntegration.Local.Clock;
using PowerIntegration.Local.Connectors;

namespace PowerIntegration.EndToEnd.Tests.Flows;

/// <summary>Stands for every connector: it answers every call as a success, but some operations as a test says.</summary>
internal sealed class FailingConnector(DrivenClock clock)
{
    public const string EventId = "0e000000-0000-0000-0000-000000000001";
    public const string DocumentId = "d0000000-0000-0000-0000-000000000001";

    private Action<JsonObject>? deliver;

    /// <summary>Names of the operations and custom APIs that fail.</summary>
    public IReadOnlyCollection<string> Failing { get; init; } = [];

    /// <summary>How they fail.</summary>
    public AnswerKind Kind { get; init; }

    /// <summary>Answers of operations as a test says, by the number of the call from 1; others are answered as a success.</summary>
    public IReadOnlyDictionary<string, Func<int, JsonNode?>> Planned { get; init; } = new Dictionary<string, Func<int, JsonNode?>>();

    /// <summary>Every call, as operation or custom API with its parameters.</summary>
    public List<(string Name, JsonObject Parameters)> Calls { get; } = [];

    public void Fire() => deliver?.Invoke(new JsonObject { ["pint_inboundeventid"] = EventId, ["pint_documentid"] = DocumentId });

    public ITriggerConnector As(string apiName) => new Named(apiName, this);

    private static string NameOf(ConnectorCall call) => call.Parameters["actionName"]?.ToString() ?? call.OperationId;

    private ConnectorResponse Failure()
    {
        switch (Kind)
        {
            case AnswerKind.Page:
                return Answer(403, "<!DOCTYPE html><html><body>" + new string('x', 20_000) + "</body></html>");
            case AnswerKind.Nothing:
                return Answer(500, null);
            case AnswerKind.PlainText:
                return Answer(502, "upstream connect error {\"");
            case AnswerKind.Problem:
                return Answer(422, JsonNode.Parse("""{"code":"procore-field-unreadable","detail":"Line 3 has no amount.","status":422}"""));
            case AnswerKind.List:
                return Answer(400, JsonNode.Parse("""[null,{"detail":1}]"""));
            case AnswerKind.Number:
                return Answer(500, JsonValue.Create(7));
            case AnswerKind.OtherFields:
                return Answer(422, JsonNode.Parse("""{"code":7,"detail":{"why":"so"},"error":"text","message":null}"""));
            case AnswerKind.Late:
                clock.Advance(TimeSpan.FromMinutes(6));
                return Answer(200, null);
            default:
                throw new HttpRequestException("The connection was reset.");
        }
    }

    private static JsonNode Success(string name) =>
        name switch
        {
            "pint_ListStalled" => new JsonObject
            {
                ["EventsToRead"] = $"[\"{EventId}\",\"{EventId}\"]",
                ["DocumentsToPrepare"] = $"[\"{DocumentId}\",\"{DocumentId}\"]",
                ["DocumentsToSubmit"] = $"[\"{DocumentId}\",\"{DocumentId}\"]",
                ["AttachmentsToSend"] = $"[\"{DocumentId}\",\"{DocumentId}\"]",
            },
            "pint_ListPaymentHolds" => new JsonObject { ["Documents"] = $"[\"{DocumentId}\",\"{DocumentId}\"]", ["Count"] = 2 },
            "pint_ListApprovals" => new JsonObject
            {
                ["ToAsk"] = $"[\"{DocumentId}\",\"{DocumentId}\"]",
                ["Answers"] = Twice($"{{\"approvalId\":\"{DocumentId}\",\"responseId\":\"{EventId}\"}}"),
                ["WorkflowSteps"] = $"[\"{DocumentId}\",\"{DocumentId}\"]",
                ["Reminders"] = Twice($"{{\"approvalId\":\"{DocumentId}\",\"recipient\":\"omar@lakeshorebuilders.example\",\"card\":\"{{}}\"}}"),
            },
            "pint_ListCoverageNotices" => new JsonObject
            {
                ["Notices"] = Twice(
                    $"{{\"runId\":\"{DocumentId}\",\"personId\":\"{EventId}\",\"recipient\":\"maria@lakeshorebuilders.example\",\"card\":\"{{}}\"}}"
                ),
                ["Count"] = 2,
            },
            "pint_RecordApproval" => new JsonObject { ["IsOurs"] = true, ["DecidedId"] = DocumentId },
            "pint_ClaimApproval" => new JsonObject
            {
                ["IsDue"] = true,
                ["Title"] = "An invoice",
                ["Details"] = "What it pays",
                ["AssignedTo"] = "omar@lakeshorebuilders.example",
                ["ItemLink"] = "",
                ["ItemLinkDescription"] = "",
            },
            "CreateAnApproval" => new JsonObject { ["name"] = DocumentId },
            "pint_ReportDrift" => new JsonObject { ["Portions"] = "[\"pint_preparation|\",\"pint_preparation|A\"]", ["Count"] = 0 },
            "pint_ReportFailure" => new JsonObject { ["IsTechnical"] = true, ["Message"] = "It failed." },
            "SubmitDocument" => new JsonObject
            {
                ["documentId"] = DocumentId,
                ["state"] = "Posted",
                ["attachmentsWaiting"] = 1,
            },
            _ => new JsonObject { ["documentId"] = DocumentId, ["State"] = "Prepared" },
        };

    private static string Twice(string item) => $"[{item},{item}]";

    private static ConnectorResponse Answer(int status, JsonNode? body) => new(status, new Dictionary<string, string>(), body);

    private ConnectorResponse Take(ConnectorCall call)
    {
        var name = NameOf(call);
        Calls.Add((name, call.Parameters));
        return Failing.Contains(name) ? Failure()
            : Planned.TryGetValue(name, out var planned)
                ? planned(Calls.Count(one => one.Name == name)) is { } body ? Answer(200, body)
                    : Failure()
            : Answer(200, Success(name));
    }

    private sealed class Named(string apiName, FailingConnector shared) : ITriggerConnector, IDisposable
    {
        public string ApiName => apiName;

        public void Check(string operationId, IReadOnlyCollection<string> parameterNames) { }

        public Task<ConnectorResponse> InvokeAsync(ConnectorCall call, CancellationToken cancellationToken) => Task.FromResult(shared.Take(call));

        public IDisposable Subscribe(string operationId, JsonObject parameters, Action<JsonObject> deliver)
        {
            shared.deliver = deliver;
            return this;
        }

        public void Dispose() { }
    }
}
