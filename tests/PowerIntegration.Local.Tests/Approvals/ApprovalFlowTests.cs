using System.Net.Http;
using PowerIntegration.Local.Clock;
using PowerIntegration.Local.Connectors;
using PowerIntegration.Local.Expressions;
using PowerIntegration.Local.Flows.Definition;
using PowerIntegration.Local.Flows.Running;
using PowerIntegration.Local.Flows.Runtime;
using PowerIntegration.Local.Teams;
using PowerIntegration.Local.Tests.Dataverse;
using PowerIntegration.Local.Tests.Flows;
using Xunit;

namespace PowerIntegration.Local.Tests.Approvals;

/// <summary>Flows over the connectors of approvals and Teams, as a solution ships them.</summary>
public sealed class ApprovalFlowTests
{
    private const string Connections = """
        {"approvals":{"runtimeSource":"embedded","connection":{"connectionReferenceLogicalName":"pint_approvals"},"api":{"name":"shared_approvals"}},
        "teams":{"runtimeSource":"embedded","connection":{"connectionReferenceLogicalName":"pint_teams"},"api":{"name":"shared_teams"}},
        "dataverse":{"runtimeSource":"embedded","connection":{"connectionReferenceLogicalName":"pint_dataverse"},
        "api":{"name":"shared_commondataserviceforapps"}}}
        """;

    private const string Ask = """
        {"Ask":{"type":"OpenApiConnection","runAfter":{},"inputs":{"host":{"connectionName":"approvals","operationId":"CreateAnApproval"},
        "parameters":{"approvalType":"Basic","ApprovalCreationInput/title":"Pay it","ApprovalCreationInput/assignedTo":"agent@contoso.example",
        "ApprovalCreationInput/enableReassignment":false}}},
        "Tell":{"type":"OpenApiConnection","runAfter":{"Ask":["Succeeded"]},"inputs":{"host":{"connectionName":"teams",
        "operationId":"PostCardToConversation"},"parameters":{"poster":"Flow bot","location":"Chat with Flow bot",
        "body/recipient":"agent@contoso.example","body/messageBody":
        "{\"type\":\"AdaptiveCard\",\"version\":\"1.4\",\"actions\":[{\"type\":\"Action.OpenUrl\",\"url\":\"@{body('Ask')?['respondLink']}\"}]}"}}}}
        """;

    private const string Answered = """
        {"When_an_answer_is_committed":{"type":"OpenApiConnectionWebhook","inputs":{"host":{"connectionName":"dataverse",
        "operationId":"SubscribeWebhookTrigger"},"parameters":{"subscriptionRequest/message":4,
        "subscriptionRequest/entityname":"msdyn_flow_approvalresponse","subscriptionRequest/scope":4,
        "subscriptionRequest/filterexpression":"statuscode eq 192350002"}}}}
        """;

    private const string Read = """
        {"Result":{"type":"Compose","runAfter":{},"inputs":{"answer":"@triggerOutputs()?['body/msdyn_flow_approvalresponse_response']",
        "by":"@triggerOutputs()?['body/_ownerid_value@OData.Community.Display.V1.FormattedValue']"}}}
        """;

    [Fact]
    public async Task A_flow_asks_and_posts_and_another_hears_the_answer_once()
    {
        await using var desk = ApprovalDesk.Start();
        using var http = new HttpClient();
        var teams = TeamsService.Open(desk.Desk.Dataverse, desk.Desk.Clock, null, new Uri("http://desk.test/"));
        using var runtime = Runtime(desk, teams, http, Define("PI - Test - Ask", Ask, FlowLab.Manual), Define("PI - Test - Read", Read, Answered));
        runtime.Start("PI - Test - Ask", []);
        await runtime.RunDueAsync(TestContext.Current.CancellationToken);
        Assert.Equal("Ask=Succeeded Tell=Succeeded run=Succeeded", FlowLab.StatusesOf(runtime.Runs[0]));
        var open = Assert.Single(desk.Service.OpenFor(ApprovalDesk.AgentId));
        Assert.Contains(desk.Service.RespondLink(open.ApprovalId).ToString(), Assert.Single(teams.Posted).Content, StringComparison.Ordinal);

        desk.Service.Answer(ApprovalDesk.AgentId, open.ApprovalId, "Reject", "Too much.");
        await runtime.RunDueAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, runtime.Runs.Count);
        Assert.Equal("""{"answer":"Reject","by":"agent person"}""", CompactJson.Write(runtime.Runs[1].Action("Result").Outputs));
    }

    [Fact]
    public async Task A_refusal_by_the_platform_fails_the_action_with_its_sentence()
    {
        await using var desk = ApprovalDesk.Start();
        using var http = new HttpClient();
        var teams = TeamsService.Open(desk.Desk.Dataverse, desk.Desk.Clock, null, new Uri("http://desk.test/"));
        var ask = Ask.Replace("agent@contoso.example", "nobody@contoso.example", StringComparison.Ordinal);
        using var runtime = Runtime(desk, teams, http, Define("PI - Test - Ask", ask, FlowLab.Manual));
        runtime.Start("PI - Test - Ask", []);
        await runtime.RunDueAsync(TestContext.Current.CancellationToken);
        Assert.Equal((RunStatus.Failed, 1), (runtime.Runs[0].Status, runtime.Runs[0].Action("Ask").Calls));
        Assert.Contains("contained no valid users", runtime.Runs[0].Action("Ask").Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_teams_says_wait_the_flow_waits()
    {
        await using var desk = ApprovalDesk.Start();
        using var http = new HttpClient();
        var teams = TeamsService.Open(desk.Desk.Dataverse, desk.Desk.Clock, null, new Uri("http://desk.test/"));
        using var runtime = Runtime(desk, teams, http, Define("PI - Test - Ask", Ask, FlowLab.Manual));
        for (var run = 0; run <= TeamsConnector.CallsMax; run++)
        {
            runtime.Start("PI - Test - Ask", []);
        }

        await runtime.RunDueAsync(TestContext.Current.CancellationToken);
        Assert.Equal(TeamsConnector.CallsMax + 1, teams.Posted.Count);
        Assert.Equal(TimeSpan.FromSeconds(60), teams.Posted[^1].PostedOn - teams.Posted[0].PostedOn);
    }

    [Fact]
    public async Task An_operation_that_is_not_implemented_is_refused_before_any_run()
    {
        await using var desk = ApprovalDesk.Start();
        using var http = new HttpClient();
        var teams = TeamsService.Open(desk.Desk.Dataverse, desk.Desk.Clock, null, new Uri("http://desk.test/"));
        var wait = Ask.Replace("PostCardToConversation", "PostCardAndWaitForResponse", StringComparison.Ordinal);
        var refusal = Assert.Throws<FlowDefinitionException>(() => Runtime(desk, teams, http, Define("PI - Test - Ask", wait, FlowLab.Manual)));
        Assert.Contains("'Tell': The Teams connector's operation 'PostCardAndWaitForResponse'", refusal.Message, StringComparison.Ordinal);
    }

    private static FlowDefinition Define(string name, string actions, string triggers)
    {
        var json = FlowLab.Json(actions, triggers);
        json["properties"]!["connectionReferences"] = JsonText.Parse(Connections);
        return FlowReader.Read(json, name, new Guid("88dd8ceb-e083-5f18-9020-fae959d79943"), true, "Workflows/Test.json");
    }

    private static FlowRuntime Runtime(ApprovalDesk desk, TeamsService teams, HttpClient http, params FlowDefinition[] flows)
    {
        var dataverse = new DataverseConnector(
            new DataverseConnectorBinding
            {
                WebApi = new Uri(desk.Desk.Url + "/api/data/v9.2"),
                Http = http,
                Token = _ => Task.FromResult(desk.Desk.Issuer.IssueToken(Desk.Admin, Desk.BaseUrl)),
                Changes = new RowChangeSource(desk.Desk.Dataverse.ChangesFor(Desk.Admin.SystemUserId)),
            }
        );
        return new FlowRuntime(
            flows,
            [dataverse, desk.Connector, new TeamsConnector(teams, desk.Desk.Clock)],
            desk.Desk.Clock,
            new SeededIdSource(5)
        );
    }
}
