using System.Net.Http;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Xrm.Sdk;
using PowerIntegration.Gateway.Dataverse;
using PowerIntegration.Gateway.Intake;
using PowerIntegration.Gateway.Remote;
using PowerIntegration.Gateway.Tests.Fixtures;
using PowerIntegration.Tables;

namespace PowerIntegration.Gateway.Tests.Workflows;

/// <summary>
/// A workflow of the sample invoice in Procore, whose only step waits for our account, and a decision in Dataverse. Each part may be bent before it
/// is served.
/// </summary>
internal sealed class ScriptedWorkflow
{
    public const string Own = "900";
    public const string Comment = "SC-002 application 2: approved in Microsoft Teams by Hana Lindqvist on 2025-11-05 at 08:30:00 UTC.";
    public const string Step = "9001";

    private const string Workflows =
        "/rest/v2.0/companies/" + GatewayHost.CompanyId + "/projects/" + ProcoreRequisition.ProjectId + "/workflows/instances";

    private ScriptedWorkflow(GatewayHost host) => Host = host;

    public GatewayHost Host { get; }

    public Guid Approval { get; } = new("5f1e0000-0000-4000-8000-000000000001");

    /// <summary>What Dataverse gives; a test changes it.</summary>
    public ParameterCollection Claim { get; } = [];

    /// <summary>The list of the invoice's workflows.</summary>
    public JsonArray Runs { get; } =
    [
        new JsonObject
        {
            ["id"] = "77",
            ["item_id"] = ProcoreRequisition.Id,
            ["started_at"] = "2025-11-05T08:00:00Z",
            ["ended_at"] = null,
        },
    ];

    /// <summary>The workflow with its step.</summary>
    public JsonObject Shown { get; } =
        JsonNode
            .Parse(
                """
                {"id":"77","current_step_occurrence":{"id":"9001","name":"Decision",
                  "available_response_options":[{"id":"1","response_type":"approve","name":"Yes"},{"id":"2","response_type":"reject","name":"No"}],
                  "response_occurrences":[{"submitted_at":null,"selected_response_option":null,"comment":null,"assignee":{"id":"900"}}]},
                 "all_assignees":[{"id":"900","login":"a","name":"b","company":"c"},{"id":"31","login":"a","name":"b","company":"c"}]}
                """
            )!
            .AsObject();

    /// <summary>What happened in it.</summary>
    public JsonArray History { get; } =
    [
        new JsonObject
        {
            ["type"] = "WorkflowStarted",
            ["details"] = new JsonObject { ["started_at"] = "2025-11-05T08:00:00Z" },
        },
    ];

    /// <summary>The record as Procore shows it.</summary>
    public ProcoreRequisition Record { get; } = new();

    /// <summary>What Procore answers to the response.</summary>
    public Func<WireCall, HttpResponseMessage> Answer { get; set; } = _ => new HttpResponseMessage(System.Net.HttpStatusCode.NoContent);

    /// <summary>What was sent as the answer.</summary>
    public IReadOnlyList<JsonNode> Sent =>
        [.. Host.Procore.Calls.Where(call => call.Method == "POST").Select(call => JsonNode.Parse(call.Body)!["response"]!)];

    /// <summary>What was recorded, in order.</summary>
    public IReadOnlyList<ParameterCollection> Recorded =>
        [.. Host.Dataverse.Calls.Where(call => call.Name == "pint_RecordWorkflowAnswer").Select(call => call.Inputs)];

    public static async Task<ScriptedWorkflow> StartAsync(params (string Setting, string Value)[] settings)
    {
        var script = new ScriptedWorkflow(await GatewayHost.StartAsync(settings));
        var project = StoredDocuments.AddProject(script.Host);
        var host = script.Host;
        script.Claim["IsKnown"] = true;
        script.Claim["IsDecided"] = true;
        script.Claim["IsDue"] = true;
        script.Claim["Answer"] = "";
        script.Claim["IsApproved"] = true;
        script.Claim["DecidedOn"] = new DateTime(2025, 11, 5, 8, 30, 0, DateTimeKind.Utc);
        script.Claim["Comment"] = Comment;
        script.Claim["ProjectId"] = project;
        script.Claim["DocumentType"] = DocumentTypeChoice.SubcontractorInvoice;
        script.Claim["ProcoreId"] = ProcoreRequisition.Id;
        script.Claim["Message"] = "A message.";
        script.Record.ServeOn(host.Procore);
        host.Procore.On("GET", "/rest/v1.0/me", """{"id":900,"login":"a","name":"b"}""");
        host.Procore.On("GET", Workflows + "?filters[tool_type]=requisition&filters[item_id]=" + ProcoreRequisition.Id, _ => Data(script.Runs));
        host.Procore.On("GET", Workflows + "/77", _ => Data(script.Shown));
        host.Procore.On("GET", Workflows + "/77/history", _ => Data(new JsonObject { ["history"] = script.History.DeepClone() }));
        host.Procore.On("POST", Workflows + "/77/responses", call => script.Answer(call));
        host.Dataverse.Api = script.Call;
        return script;
    }

    /// <summary>Calls the operation.</summary>
    public Task<Answer> SendAsync() => Host.PostAsync("/procore/workflows/answer", new { approvalId = Approval });

    /// <summary>Hash of the record as it is served now.</summary>
    public async Task<string> HashAsync()
    {
        using var scope = Host.App.Services.CreateScope();
        await scope.ServiceProvider.GetRequiredService<EnvironmentPin>().RequireAsync(CancellationToken.None);
        var source = scope.ServiceProvider.GetServices<ISource>().Single();
        var project = new SourceProject((Guid)Claim["ProjectId"], ProcoreRequisition.ProjectId, "Oracle Task");
        var budget = CallBudget.Start(Host.Clock, CallBudget.Operation);
        return await source.HashAsync(project, ProcoreRequisition.Id, budget, CancellationToken.None);
    }

    /// <summary>Our account answered a step, as the history then shows it.</summary>
    public void Responded(string type, string at, string comment = Comment, string user = Own) =>
        History.Add(
            new JsonObject
            {
                ["type"] = "ResponseStep",
                ["details"] = new JsonObject
                {
                    ["id"] = Step,
                    ["responses"] = new JsonArray(
                        new JsonObject
                        {
                            ["id"] = user,
                            ["response"] = type,
                            ["response_type"] = type,
                            ["comment"] = comment,
                            ["responded_at"] = at,
                        }
                    ),
                },
            }
        );

    private ParameterCollection Call(string name, ParameterCollection inputs) =>
        name == "pint_ClaimWorkflowAnswer" ? Claimed() : new ParameterCollection { { "Answer", inputs["Answer"] }, { "Message", inputs["Note"] } };

    private ParameterCollection Claimed()
    {
        var claim = new ParameterCollection();
        claim.AddRange(Claim);
        return claim;
    }

    private static HttpResponseMessage Data(JsonNode data) => ScriptedWire.Json(new JsonObject { ["data"] = data.DeepClone() }.ToJsonString());
}
