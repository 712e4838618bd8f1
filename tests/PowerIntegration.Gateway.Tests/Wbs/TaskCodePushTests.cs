using System.Net.Http;
using PowerIntegration.Gateway.Tests.Fixtures;
using PowerIntegration.Gateway.Wbs.Segments;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;
using Xunit;

namespace PowerIntegration.Gateway.Tests.Wbs;

/// <summary>Codes in use gain a code with their task beside them, whatever Procore answers in between.</summary>
public sealed class TaskCodePushTests
{
    private const string Address = "/runs/continue";
    private const string Bulk = ScriptedSegment.CodesAddress + "/bulk_create";

    private const string CodeInUse =
        """[{"id":9000,"status":"active","segment_items":[{"id":1,"path_code":"07-001","segment":{"id":6,"type":"cost_code"}}]}]""";

    private readonly ScriptedSegment segment = new();

    [Fact]
    public async Task Codes_in_use_gain_one_with_their_task_and_a_second_run_makes_nothing()
    {
        await using var host = await GatewayHost.StartAsync();
        segment.Arrange(host, "flat", ScriptedSegment.Task("2600", null), ScriptedSegment.Task("2605", null));
        segment.CodeInUse(host, 1, "2600");
        segment.CodeInUse(host, 2, "2605");
        segment.CodeInUse(host, 3, null);
        segment.Code([4]);
        var run = ScriptedSegment.Run(host);

        Assert.Equal(1, (await host.PostAsync(Address)).Ok().Number("runsFinished"));

        Assert.Equal(["07-001", "07-001.2600", "07-002", "07-002.2605", "07-003", "07-004"], segment.ListedCodes());
        Assert.Equal(
            "Segment Oracle Task has an active item for 2 Oracle tasks. 2 WBS codes in use have a code with their task beside them. "
                + "1 WBS code in use without one Oracle task today: 07-003. Add mapping rules for them, then start again.",
            ScriptedSegment.Message(host, run)
        );
        var row = new RowView(host.Dataverse.Row(RunTable.LogicalName, run));
        Assert.Equal((4, 4), (row.WholeNumber(RunTable.Total), row.WholeNumber(RunTable.Done)));
        // Read, made with one request, and read back. No description goes over one that a person wrote.
        Assert.Equal((1, 2), (host.Procore.Count("PATCH", Bulk), host.Procore.Count("GET", ScriptedSegment.CodesAddress)));
        Assert.DoesNotContain("description", host.Procore.Calls.Single(call => call.Is("PATCH", Bulk)).Body, StringComparison.Ordinal);

        host.Procore.Calls.Clear();
        ScriptedSegment.Run(host, "LAKESHORE|1|RUN|SEGMENT|1|2");
        Assert.Equal(1, (await host.PostAsync(Address)).Ok().Number("runsFinished"));
        Assert.DoesNotContain(host.Procore.Calls, call => call.Method != "GET");
    }

    [Fact]
    public async Task Where_nothing_is_in_use_the_codes_are_not_read()
    {
        await using var host = await GatewayHost.StartAsync();
        segment.Arrange(host, "flat", ScriptedSegment.Task("2600", null));
        ScriptedSegment.Run(host);
        Assert.Equal(1, (await host.PostAsync(Address)).Ok().Number("runsFinished"));
        Assert.Equal(0, host.Procore.Count("GET", ScriptedSegment.CodesAddress));
    }

    [Fact]
    public async Task What_is_refused_is_sent_once_more_by_itself_and_named_with_the_words_of_Procore()
    {
        await using var host = await GatewayHost.StartAsync();
        segment.Arrange(host, "flat", ScriptedSegment.Task("2600", null));
        for (var code = 1; code <= 14; code++)
        {
            segment.CodeInUse(host, code, "2600");
        }

        segment.Refused.UnionWith(Enumerable.Range(3, 12));
        var run = ScriptedSegment.Run(host);
        Assert.Equal(1, (await host.PostAsync(Address)).Ok().Number("runsFinished"));
        Assert.Equal(2, segment.ListedCodes().Count(code => code.EndsWith(".2600", StringComparison.Ordinal)));
        Assert.Equal(1 + CodeWrites.AloneMax, host.Procore.Count("PATCH", Bulk));
        Assert.Contains(
            "2 WBS codes in use have a code with their task beside them. 12 WBS codes could not be made: "
                + """07-003 with 2600: Procore refused it: {"segment_items":["no item 3"]}""",
            ScriptedSegment.Message(host, run),
            StringComparison.Ordinal
        );
        Assert.EndsWith("and 7 more", ScriptedSegment.Message(host, run), StringComparison.Ordinal);
        var row = new RowView(host.Dataverse.Row(RunTable.LogicalName, run));
        Assert.Equal((15, 3), (row.WholeNumber(RunTable.Total), row.WholeNumber(RunTable.Done)));
    }

    [Fact]
    public async Task A_lost_answer_is_looked_up_and_a_limit_leaves_the_run_waiting()
    {
        await using var host = await GatewayHost.StartAsync();
        segment.Arrange(host, "flat", ScriptedSegment.Task("2600", null));
        for (var code = 1; code <= 99; code++)
        {
            segment.CodeInUse(host, code, "2600");
        }

        var run = ScriptedSegment.Run(host);
        host.Procore.OnSequence(
            "PATCH",
            Bulk,
            _ => ScriptedWire.Json("{}", 429, ("Retry-After", "3000")),
            _ => ScriptedWire.Json("{}", 500),
            call =>
            {
                segment.CreateCodes(call).Dispose();
                throw new HttpRequestException("The connection broke.");
            }
        );
        var answer = (await host.PostAsync(Address)).Ok();
        Assert.Equal((0, 0, false), (answer.Number("runsFinished"), answer.Number("runsFailed"), answer.Flag("hasMore")));
        Assert.Equal("Procore's request limit is used up. The run continues automatically.", ScriptedSegment.Message(host, run));

        Assert.Equal(1, (await host.PostAsync(Address)).Ok().Number("runsFinished"));
        Assert.Equal(3, host.Procore.Count("PATCH", Bulk));
        Assert.Equal((198, 198), (segment.Codes.Count, segment.ListedCodes().Distinct().Count()));
    }

    [Fact]
    public async Task The_last_fifth_of_an_hour_is_kept_for_other_work()
    {
        await using var host = await GatewayHost.StartAsync();
        segment.Arrange(host, "flat", ScriptedSegment.Task("2600", null));
        segment.CodeInUse(host, 1, "2600");
        var run = ScriptedSegment.Run(host);
        var reset = host.Clock.GetUtcNow().AddMinutes(30).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        host.Procore.On(
            "GET",
            ScriptedSegment.CodesAddress,
            _ => ScriptedWire.Json(CodeInUse, 200, ("X-Rate-Limit-Limit", "3600"), ("X-Rate-Limit-Remaining", "9"), ("X-Rate-Limit-Reset", reset))
        );
        Assert.False((await host.PostAsync(Address)).Ok().Flag("hasMore"));
        Assert.Equal(0, host.Procore.Count("PATCH", Bulk));
        Assert.Contains("the rest is kept for invoices", ScriptedSegment.Message(host, run), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_that_may_not_is_told_and_time_that_is_used_up_ends_the_call()
    {
        await using var host = await GatewayHost.StartAsync();
        segment.Arrange(host, "flat", ScriptedSegment.Task("2600", null));
        segment.CodeInUse(host, 1, "2600");
        var late = ScriptedSegment.Run(host);
        host.Procore.On(
            "GET",
            ScriptedSegment.CodesAddress,
            _ =>
            {
                host.Clock.Advance(TimeSpan.FromMinutes(2));
                return ScriptedWire.Json(CodeInUse);
            }
        );
        Assert.True((await host.PostAsync(Address)).Ok().Flag("hasMore"));
        Assert.Equal("The time of this call was used up. The run continues automatically.", ScriptedSegment.Message(host, late));
        Assert.Equal(0, host.Procore.Count("PATCH", Bulk));

        host.Procore.On("GET", ScriptedSegment.CodesAddress, CodeInUse);
        host.Procore.On("PATCH", Bulk, _ => ScriptedWire.Json("{}", 403));
        Assert.Equal(1, (await host.PostAsync(Address)).Ok().Number("runsFailed"));
        Assert.Contains(
            "does not allow the integration account to make WBS codes with items of segment Oracle Task",
            ScriptedSegment.Message(host, late),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_task_with_the_delimiter_in_its_number_is_sent_and_where_it_is_refused_the_others_are_kept_in_step()
    {
        await using var host = await GatewayHost.StartAsync();
        segment.Arrange(host, "flat", ScriptedSegment.Task("1.2", null), ScriptedSegment.Task("1.3", null), ScriptedSegment.Task("2600", null));
        segment.CodeInUse(host, 1, "1.2");
        var run = ScriptedSegment.Run(host);
        host.Procore.On(
            "POST",
            ScriptedSegment.Address,
            call =>
                call.Body.Contains("1.3", StringComparison.Ordinal)
                    ? ScriptedWire.Json("""{"errors":{"code":["is invalid"]}}""", 422)
                    : segment.Create(call)
        );
        Assert.Equal(1, (await host.PostAsync(Address)).Ok().Number("runsFinished"));
        Assert.Equal(["1.2 Task 1.2 active", "2600 Task 2600 active"], segment.Listed());
        Assert.Equal(["07-001", "07-001.1.2"], segment.ListedCodes());
        var message = ScriptedSegment.Message(host, run);
        Assert.StartsWith(
            "Segment Oracle Task has an active item for 2 Oracle tasks. 1 problem: Task 1.3 did not become an item.",
            message,
            StringComparison.Ordinal
        );
        Assert.Contains("is invalid", message, StringComparison.Ordinal);
        Assert.Contains("If Procore does not take '.' in a code, renumber the task.", message, StringComparison.Ordinal);
    }
}
