using System.Diagnostics;
using System.Net.Http;
using System.Text.Json.Nodes;
using Microsoft.Xrm.Sdk;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Remote;
using PowerIntegration.Gateway.Tests.Fixtures;
using PowerIntegration.Tables;
using Xunit;

namespace PowerIntegration.Gateway.Tests.Contract;

/// <summary>Every refusal that the definition declares happens: each operation is brought to each of its statuses.</summary>
public sealed class RefusalTests : IClassFixture<StartedGateway>
{
    private const string Read = "ReadRecord";
    private const string Submit = "SubmitDocument";
    private const string PassOn = "AnswerWorkflowStep";
    private const string CheckHold = "CheckPaymentHold";

    private static readonly string[] Everyone = ["Read", "Submit"];

    private readonly GatewayHost host;

    public RefusalTests(StartedGateway gateway)
    {
        host = gateway.Host;
        host.Dataverse.Before = _ => { };
        Pod = GatewayHost.Pod;

        // The cases share a caller, and there are more of them than a caller may make in a minute.
        host.Clock.Advance(TimeSpan.FromMinutes(1));
    }

    private string Pod
    {
        set => host.Dataverse.Row(EnvironmentTable.LogicalName, host.EnvironmentId)[EnvironmentTable.OraclePod] = value;
    }

    public static TheoryData<string, int> Declared() =>
        new(
            from path in ConnectorFolder.Definition()["paths"]!.AsObject()
            from verb in path.Value!.AsObject()
            from response in verb.Value!["responses"]!.AsObject()
            where response.Key is not ("200" or "default")
            select ((string)verb.Value!["operationId"]!, int.Parse(response.Key, CultureInfo.InvariantCulture))
        );

    [Theory]
    [MemberData(nameof(Declared))]
    public async Task Every_declared_status_is_answered(string operation, int status)
    {
        var answer = await ProvokeAsync(operation, status);

        Assert.True(answer.Status == status, $"{operation}: expected {status}, got {answer.Status}: {answer.Body}");
    }

    public static TheoryData<string, string> RequiredMembers() =>
        new(
            from path in ConnectorFolder.Definition()["paths"]!.AsObject()
            from verb in path.Value!.AsObject()
            from parameter in verb.Value!["parameters"] as JsonArray ?? []
            where (string?)parameter["in"] == "body"
            from member in ConnectorFolder.Definition()["definitions"]![((string)parameter["schema"]!["$ref"]!).Split('/')[2]]!["required"]!.AsArray()
            select ((string)verb.Value!["operationId"]!, (string)member!)
        );

    [Theory]
    [MemberData(nameof(RequiredMembers))]
    public async Task A_required_member_that_is_missing_is_named(string operation, string member)
    {
        var sentence = (await CallAsync(operation, "{}", Everyone)).Problem(400, "request-unreadable");

        Assert.Contains(member, sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_defect_is_told_with_the_trace_id_of_its_answer()
    {
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Microsoft.AspNetCore",
            Sample = (ref _) => ActivitySamplingResult.AllData,
        };
        ActivitySource.AddActivityListener(listener);

        var answer = await ProvokeAsync(Submit, 500);

        Assert.StartsWith("00-", answer.Text("traceId"), StringComparison.Ordinal);
        Assert.Contains(answer.Text("traceId")!, answer.Problem(500, "unexpected"), StringComparison.Ordinal);
    }

    private Task<Answer> ProvokeAsync(string operation, int status) =>
        (operation, status) switch
        {
            ("ListWbsCodes", 400) => CallAsync(operation, null, Everyone, query: "?asOf=soon"),
            (_, 400) => CallAsync(operation, "{", Everyone),
            (_, 401) => CallAsync(operation, null, roles: null),
            (_, 403) => CallAsync(operation, null, []),
            (_, 409) => AfterAsync(operation, () => Pod = "elsewhere"),
            (_, 415) => CallAsync(operation, "documentId=1", Everyone, "text/plain"),
            (_, 429) => UntilLimitedAsync(operation),
            (_, 500) => FailingAsync(operation, new InvalidOperationException("A defect.")),
            (_, 502) => FailingAsync(operation, new IntegrationException(ProblemCatalog.DataverseRefused, "No.")),
            (_, 503) => FailingAsync(operation, new RemoteUnavailableException(ProblemCatalog.DataverseUnavailable, "Later.")),
            (Read or Submit or CheckHold or "SendAttachments", 404) => CallAsync(
                operation,
                Body(operation, new Guid(99, 0, 0, new byte[8])),
                Everyone
            ),
            (PassOn, 404) => UnknownAsync(operation),
            ("GetCoverage", 404) => CallAsync(operation, null, Everyone, run: new Guid(99, 0, 0, new byte[8])),
            ("ListSegments" or "ListWbsCodes" or "ListMappedTasks", 404) => CallAsync(operation, null, Everyone),
            ("ResolveWbsCode" or "DraftMapping" or "CheckCoverage", 404) => CallAsync(
                operation,
                """{"projectId":"7","asOf":"2025-10-31","expenditureType":"Subcontract","validFrom":"2025-01-01"}""",
                Everyone
            ),
            (Read, 422) => CallAsync(operation, Body(operation, EventOfAVendor()), Everyone),
            (Submit or CheckHold, 422) => CallAsync(
                operation,
                Body(operation, StoredDocuments.AddPrepared(host, type: DocumentTypeChoice.OwnerInvoice)),
                Everyone
            ),
            ("ListTasks", 404) => AfterAsync(
                operation,
                () => host.Oracle.On("GET", FakePayables.Root + "projects?", """{"items":[],"hasMore":false}""")
            ),
            _ => throw new NotSupportedException(
                $"The definition declares that {operation} answers {status}. Add what brings it there, or remove the status."
            ),
        };

    // A caller of its own, so that no other case meets its limit. A call that fails counts as well, and reaches no other system.
    private async Task<Answer> UntilLimitedAsync(string operation)
    {
        host.Dataverse.Before = _ => throw new RemoteUnavailableException(ProblemCatalog.DataverseUnavailable, "Later.");
        var token = host.Tokens.Issue(TokenFacts.Application);
        Answer answer;
        do
        {
            answer = await CallAsync(operation, "{}", token, "application/json");
        } while (answer.Status != 429);

        return answer;
    }

    private Guid EventOfAVendor() => StoredDocuments.AddEvent(host, StoredDocuments.AddProject(host), recordType: RecordTypeChoice.Vendor);

    private Task<Answer> UnknownAsync(string operation)
    {
        host.Dataverse.Api = (_, _) => new ParameterCollection { { "Message", "The request does not exist. Choose one that was answered." } };
        return CallAsync(operation, Body(operation, new Guid(99, 0, 0, new byte[8])), Everyone);
    }

    private Task<Answer> FailingAsync(string operation, Exception failure) => AfterAsync(operation, () => host.Dataverse.Before = _ => throw failure);

    private Task<Answer> AfterAsync(string operation, Action arrange)
    {
        arrange();
        return CallAsync(operation, Body(operation, Guid.Empty), Everyone);
    }

    private static string Body(string operation, Guid id) => $$"""{"{{Member(operation)}}":"{{id}}"}""";

    private static string Member(string operation) =>
        operation == Read ? "eventId"
        : operation == PassOn ? "approvalId"
        : "documentId";

    private Task<Answer> CallAsync(
        string operation,
        string? body,
        string[]? roles,
        string mediaType = "application/json",
        string query = "",
        Guid? run = null
    ) => CallAsync(operation, body, roles is null ? null : host.Tokens.Good(roles), mediaType, query, run);

    private Task<Answer> CallAsync(string operation, string? body, string? token, string mediaType, string query = "", Guid? run = null)
    {
        var api = GatewayFacts.Operations(host.App).Single(candidate => GatewayFacts.IdOf(candidate) == operation);
        var path =
            "/"
            + api.RelativePath!.Replace("{projectId}", "7", StringComparison.Ordinal)
                .Replace("{projectNumber}", "7", StringComparison.Ordinal)
                .Replace("{runId}", run?.ToString() ?? "7", StringComparison.Ordinal);
        return host.SendAsync(new HttpMethod(api.HttpMethod!), path + query, token, api.HttpMethod == "GET" ? null : body, mediaType);
    }
}
