using System.Net.Http;
using PowerIntegration.Gateway.Tests.Fixtures;
using PowerIntegration.Local.Clock;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;
using Xunit;

namespace PowerIntegration.Gateway.Tests.Wbs;

/// <summary>A first push of five thousand tasks ends with each item once, whatever breaks on the way.</summary>
public sealed class LongPushTests
{
    private const string Address = "/runs/continue";
    private const string Bulk = ScriptedSegment.CodesAddress + "/bulk_create";
    private const int Groups = 50;
    private const int Below = 99;
    private const int CallsMax = 400;

    private readonly ScriptedSegment segment = new();
    private readonly SeededIdSource dice = new(1);
    private int token;

    [Fact]
    public async Task Five_thousand_items_survive_kills_limits_lost_answers_expired_tokens_and_changed_ids()
    {
        await using var host = await GatewayHost.StartAsync(("Procore:LongPageSize", "2000"));
        segment.Arrange(host, "tiered", [.. Enumerable.Range(0, Groups).SelectMany(TasksOf)]);
        for (var code = 1; code < 100; code++)
        {
            segment.CodeInUse(host, code, $"G{code % Groups:00}-{code % Below:00}");
        }

        host.ProcoreLogin.On("POST", "/oauth/token", _ => Token());
        host.Procore.On("POST", ScriptedSegment.Address, call => Broken(host, call, segment.Create));
        host.Procore.On("PATCH", ScriptedSegment.Address, call => Broken(host, call, segment.Change));
        host.Procore.On("PATCH", Bulk, call => Broken(host, call, segment.CreateCodes));
        var run = ScriptedSegment.Run(host);

        var calls = await UntilFinishedAsync(host, run);

        Assert.InRange(calls, 10, CallsMax - 1);
        Assert.Equal(Groups * (Below + 1), segment.Items.Count);
        var listed = segment.Listed().ToList();
        Assert.Equal(listed.Count, listed.Distinct(StringComparer.Ordinal).Count());
        Assert.All(listed, item => Assert.EndsWith(" active", item, StringComparison.Ordinal));
        Assert.DoesNotContain(listed, item => item.Contains("Changed by a person", StringComparison.Ordinal));
        Assert.Equal(2 * 99, segment.Codes.Count);
        Assert.Equal(2 * 99, segment.ListedCodes().Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(0, host.Procore.Count("DELETE", ""));
        Assert.True(token > 1, "A token expired on the way.");

        host.Procore.Calls.Clear();
        await UntilFinishedAsync(host, ScriptedSegment.Run(host, "LAKESHORE|1|RUN|SEGMENT|1|2"));
        Assert.DoesNotContain(host.Procore.Calls, call => call.Method != "GET");
    }

    // As the shipped flow: twelve calls every fifteen minutes, fewer where nothing can go on; a request takes a quarter of a second.
    [Fact]
    public async Task Five_thousand_tasks_take_an_hour_and_a_half_at_3600_requests_an_hour_and_leave_a_fifth_of_them()
    {
        await using var host = await GatewayHost.StartAsync();
        segment.Arrange(host, "tiered", [.. Enumerable.Range(0, Groups).SelectMany(TasksOf)]);
        var hour = new HourOfRequests(host.Clock, 3600);
        host.Procore.On("GET", ScriptedSegment.Address, call => hour.Answer(call, _ => segment.List()));
        host.Procore.On("POST", ScriptedSegment.Address, call => hour.Answer(call, segment.Create));
        var run = ScriptedSegment.Run(host);
        var start = host.Clock.GetUtcNow();
        var next = start;
        while (new RowView(host.Dataverse.Row(RunTable.LogicalName, run)).Choice(RunTable.RunState) != RunStateChoice.Finished)
        {
            if (host.Clock.GetUtcNow() < next)
            {
                host.Clock.Advance(next - host.Clock.GetUtcNow());
            }

            next = host.Clock.GetUtcNow() + TimeSpan.FromMinutes(15);
            var calls = 1;
            while ((await host.PostAsync(Address)).Ok().Flag("hasMore") && calls < 12)
            {
                calls++;
            }
        }

        Assert.Equal(Groups * (Below + 1), segment.Items.Count);
        Assert.InRange(host.Clock.GetUtcNow() - start, TimeSpan.FromMinutes(60), TimeSpan.FromMinutes(90));
        Assert.InRange(hour.MostUsed, 2500, 2890);
        Assert.Equal(0, hour.TurnedAway);
    }

    private static IEnumerable<Microsoft.Xrm.Sdk.Entity> TasksOf(int group) =>
        Enumerable
            .Range(0, Below)
            .Select(number => ScriptedSegment.Task($"G{group:00}-{number:00}", $"G{group:00}"))
            .Prepend(ScriptedSegment.Task($"G{group:00}", null, lowest: false));

    private async Task<int> UntilFinishedAsync(GatewayHost host, Guid run)
    {
        for (var call = 1; call < CallsMax; call++)
        {
            try
            {
                await host.PostAsync(Address);
            }
            catch (OperationCanceledException)
            {
                // The gateway was killed: nothing of the call was recorded.
            }

            var row = new RowView(host.Dataverse.Row(RunTable.LogicalName, run));
            if (row.Choice(RunTable.RunState) is not (RunStateChoice.Waiting or RunStateChoice.Running))
            {
                Assert.True(row.Choice(RunTable.RunState) == RunStateChoice.Finished, row.Text(RunTable.Message));
                return call;
            }

            host.Clock.Advance(TimeSpan.FromMinutes(3));
            if (dice.NextInt(4) == 0)
            {
                var group = $"G{dice.NextInt(Groups):00}";
                segment.Disturb(item => item["code"]!.ToString() == group);
            }
        }

        throw new InvalidOperationException("The run does not end.");
    }

    // One request in eighty or so breaks: before it takes effect, after it, with a limit, with a token that is not taken any more, or with a kill.
    private HttpResponseMessage Broken(GatewayHost host, WireCall call, Func<WireCall, HttpResponseMessage> act)
    {
        host.Clock.Advance(TimeSpan.FromMilliseconds(150));
        switch (dice.NextInt(500))
        {
            case 0:
                throw new HttpRequestException("The connection broke before the request.");
            case 1:
                act(call).Dispose();
                throw new HttpRequestException("The connection broke before the answer.");
            case 2:
                return ScriptedWire.Json("{}", 429, ("Retry-After", "3000"));
            case 3:
                return ScriptedWire.Json("{}", 503, ("Retry-After", "2"));
            case 4:
                act(call).Dispose();
                throw new TaskCanceledException("The gateway was killed.");
            default:
                return call.Header("Authorization") == $"Bearer procore-{token}" && dice.NextInt(500) != 0 ? act(call) : ScriptedWire.Json("{}", 401);
        }
    }

    private HttpResponseMessage Token() => ScriptedWire.Json($$"""{"access_token":"procore-{{++token}}","token_type":"bearer","expires_in":5400}""");
}
