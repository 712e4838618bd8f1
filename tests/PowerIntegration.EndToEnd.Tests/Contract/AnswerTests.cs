using System.Net;
using System.Net.Http;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using PowerIntegration.Local.Flows.Running;
using PowerIntegration.Sandbox.Hosting;
using Xunit;

namespace PowerIntegration.EndToEnd.Tests.Contract;

/// <summary>The shipped gateway answers as the connector's definition says, and a custom API as it declares.</summary>
public sealed class AnswerTests(BilledMonth month) : IClassFixture<BilledMonth>
{
    private static readonly RepositoryLayout Layout = RepositoryLayout.Find();

    // Of use to people who build flows of their own; no shipped flow maps anything.
    private static readonly string[] ForBuilders =
    [
        "CheckCoverage",
        "DraftMapping",
        "GetCoverage",
        "ListExpenditureTypes",
        "ListOrganizations",
        "ListSegments",
        "ListWbsCodes",
        "ResolveWbsCode",
    ];

    private AnswerRecorder Answers => month.Driver.Sandbox.Answers;

    [Fact]
    public void Every_operation_was_answered_as_defined_at_least_once()
    {
        Assert.Empty(Answers.Faults);

        var answered = Answers.Answered.Keys.Where(key => key.Status is >= 200 and < 300).Select(key => key.OperationId);

        // The month is approved in Procore; WorkflowApprovalTests looks at the answer that needs a decision in Teams.
        Assert.Equal(["AnswerWorkflowStep"], Answers.OperationIds.Except(answered));
    }

    [Fact]
    public void Every_operation_that_people_see_is_called_by_a_flow()
    {
        var paths = JsonNode.Parse(File.ReadAllText(Path.Combine(Layout.Root, "connector/definition/apiDefinition.swagger.json")))!["paths"]!;
        var seen = paths
            .AsObject()
            .SelectMany(path => path.Value!.AsObject())
            .Where(verb => (string?)verb.Value!["x-ms-visibility"] != "internal")
            .Select(verb => (string)verb.Value!["operationId"]!);

        // No one who builds flows has a use for the nightly check of the product itself.
        Assert.Equal(
            seen.Except(ForBuilders).Append("AnchorHashes").Order(StringComparer.Ordinal),
            month.CalledByFlows.Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(409)]
    public void A_refusal_is_answered_as_defined(int status) => Assert.Equal(1, Answers.Answered[("SubmitDocument", status)]);

    [Fact]
    public async Task An_answer_that_is_not_as_defined_reaches_no_caller()
    {
        var answers = new AnswerRecorder(month.Driver.Sandbox.Connector.Answers);
        using var gateway = new HttpClient(new FixedAnswer("""{"value":[{"id":"1","name":"Fulton Yards","number":null,"city":"Chicago"}]}"""));
        var context = new DefaultHttpContext { Request = { Method = "GET", Path = "/api/v1/procore/projects" } };
        using var body = new MemoryStream();
        context.Response.Body = body;

        await new GatewayForwarder(gateway, new Uri("http://gateway.example"), answers).ForwardAsync(context);

        Assert.Equal(424, context.Response.StatusCode);
        Assert.Contains(
            "ListProjects, status 200: the member #/value[0].city is not in the definition.",
            JsonNode.Parse(Encoding.UTF8.GetString(body.ToArray()))!["detail"]!.ToString(),
            StringComparison.Ordinal
        );
        Assert.Single(answers.Faults);
        Assert.Empty(answers.Answered);
    }

    [Fact]
    public void The_custom_API_that_the_flows_call_answers_every_member_that_it_declares()
    {
        var calls = month.Driver.Sandbox.Flows.Runs.SelectMany(run => run.Actions).Where(IsUnboundAction).GroupBy(ActionName).ToList();

        Assert.NotEmpty(calls);
        Assert.All(
            calls,
            call =>
            {
                var folder = Path.Combine(Layout.SolutionFolders[1], "customapis", call.Key, "customapiresponseproperties");
                var declared = Directory.EnumerateDirectories(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal);
                var answered = call.SelectMany(action => action.Outputs!["body"]!.AsObject()).Where(member => member.Value is not null);

                Assert.Equal(declared, answered.Select(member => member.Key).Where(IsMember).Distinct().Order(StringComparer.Ordinal));
            }
        );
    }

    private static bool IsUnboundAction(ActionRecord action) => (string?)action.Inputs?["host"]?["operationId"] == "PerformUnboundAction";

    private static string ActionName(ActionRecord action) => action.Inputs!["parameters"]!["actionName"]!.ToString();

    private static bool IsMember(string name) => !name.StartsWith("@odata.", StringComparison.Ordinal);

    private sealed class FixedAnswer(string json) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(json, Encoding.UTF8, "application/json") });
    }
}
