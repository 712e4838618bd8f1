using System.Text.Json.Nodes;
using PowerIntegration.Local.Expressions;
using PowerIntegration.Local.Flows.Definition;
using PowerIntegration.Local.Flows.Running;
using Xunit;

namespace PowerIntegration.Local.Tests.Flows.Actions;

public sealed class RetryTests
{
    private const string None = ""","retryPolicy":{"type":"none"}""";
    private const string Fixed = ""","retryPolicy":{"type":"fixed","count":3,"interval":"PT10S"}""";

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Overload_and_server_errors_are_repeated(int status)
    {
        var lab = new FlowLab();
        lab.Connector.Answer(status).Answer(status).Answer(200, """{"ok":true}""");

        var run = await lab.RunAsync($$"""{"Send":{{FlowLab.Call(extra: Fixed)}} }""");

        Assert.Equal(RunStatus.Succeeded, run.Status);
        Assert.Equal(3, run.ConnectorCallCount);
        Assert.Equal(TimeSpan.FromSeconds(20), run.EndTime - run.StartTime);
    }

    [Theory]
    [InlineData(400, "BadRequest")]
    [InlineData(404, "NotFound")]
    [InlineData(409, "Conflict")]
    [InlineData(412, "PreconditionFailed")]
    public async Task Refusals_are_not_repeated(int status, string code)
    {
        var lab = new FlowLab();
        lab.Connector.Answer(status, """{"error":{"code":"0x1","message":"No such row."}}""");

        var run = await lab.RunAsync($$"""{"Send":{{FlowLab.Call()}} }""");

        Assert.Equal(1, run.ConnectorCallCount);
        Assert.Equal(code, run.Action("Send").Code);
        Assert.Equal("No such row.", run.Action("Send").Error!.Message);
        Assert.Equal((long)status, run.Action("Send").Outputs!["statusCode"]!.GetValue<long>());
    }

    [Fact]
    public async Task The_default_repeats_eight_times_over_about_a_quarter_of_an_hour()
    {
        var lab = new FlowLab();
        for (var call = 0; call < 9; call++)
        {
            lab.Connector.Answer(503);
        }

        var run = await lab.RunAsync($$"""{"Send":{{FlowLab.Call()}} }""");

        Assert.Equal(9, run.ConnectorCallCount);
        Assert.Equal("ServiceUnavailable", run.Action("Send").Code);
        Assert.InRange((run.EndTime - run.StartTime)!.Value.TotalSeconds, 7 * 127, 7 * 255);
    }

    [Fact]
    public async Task Policy_none_calls_once()
    {
        var lab = new FlowLab();
        lab.Connector.Answer(503);

        var run = await lab.RunAsync($$"""{"Send":{{FlowLab.Call(extra: None)}} }""");

        Assert.Equal(1, run.ConnectorCallCount);
        Assert.Equal(run.StartTime, run.EndTime);
    }

    [Fact]
    public async Task A_lost_connection_is_repeated_and_named_when_it_stays_lost()
    {
        var lab = new FlowLab();
        lab.Connector.LoseConnection().LoseConnection().LoseConnection().LoseConnection();

        var run = await lab.RunAsync($$"""{"Send":{{FlowLab.Call(extra: Fixed)}} }""");

        Assert.Equal(4, run.ConnectorCallCount);
        Assert.Equal("ConnectionFailed", run.Action("Send").Code);
        Assert.Contains("The connection was reset.", run.Error!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("90")]
    [InlineData("Sun, 30 Nov 2025 09:01:30 GMT")]
    public async Task A_service_that_asks_for_a_longer_wait_gets_it(string retryAfter)
    {
        var lab = new FlowLab();
        lab.Connector.Answer(429, null, ("Retry-After", retryAfter)).Answer(200);

        var run = await lab.RunAsync($$"""{"Send":{{FlowLab.Call(extra: Fixed)}} }""");

        Assert.Equal(TimeSpan.FromSeconds(90), run.EndTime - run.StartTime);
    }

    [Fact]
    public async Task The_limit_of_an_action_cuts_its_repeats()
    {
        var lab = new FlowLab();
        lab.Connector.Answer(503).Answer(503);

        var run = await lab.RunAsync($$"""{"Send":{{Limited(FlowLab.Call(extra: Fixed))}} }""");

        Assert.Equal(ActionStatus.TimedOut, run.Action("Send").Status);
        Assert.Equal(2, run.ConnectorCallCount);
    }

    [Fact]
    public async Task A_slow_answer_past_the_limit_times_the_action_out()
    {
        var lab = new FlowLab();
        lab.Connector.Do(() => lab.Clock.Advance(TimeSpan.FromSeconds(16)));

        var run = await lab.RunAsync($$"""{"Send":{{Limited(FlowLab.Call())}} }""");

        Assert.Equal(ActionStatus.TimedOut, run.Action("Send").Status);
    }

    [Fact]
    public async Task Parameters_are_evaluated_and_keep_their_types()
    {
        var lab = new FlowLab();
        lab.Connector.Answer(200, """{"amount":12.50}""");

        var run = await lab.RunAsync(
            $$"""{"Send":{{FlowLab.Call(parameters: """{"body/id":"@triggerBody()?['id']","body/text":"no @{triggerBody()?['id']}"}""")}} }""",
            """{"id":7}"""
        );

        Assert.Equal("""{"body/id":7,"body/text":"no 7"}""", CompactJson.Write(lab.Connector.Calls[0].Parameters));
        Assert.Equal(run.Id, lab.Connector.Calls[0].CorrelationId);
        Assert.Equal("12.50", CompactJson.Write(run.Action("Send").Outputs!["body"]!["amount"]));
    }

    private static string Limited(string action)
    {
        var json = JsonNode.Parse(action)!.AsObject();
        json["limit"] = new JsonObject { ["timeout"] = "PT15S" };
        return json.ToJsonString();
    }
}
