using System.Net.Http;

namespace PowerIntegration.Gateway.Tests.Fixtures;

/// <summary>A limit of requests that is renewed every hour, told with each answer as Procore does. A request takes a quarter of a second.</summary>
internal sealed class HourOfRequests(SteppingClock clock, int limit)
{
    private DateTimeOffset end = clock.GetUtcNow().AddHours(1);
    private int used;

    /// <summary>Most requests of one hour.</summary>
    public int MostUsed { get; private set; }

    public int TurnedAway { get; private set; }

    public HttpResponseMessage Answer(WireCall call, Func<WireCall, HttpResponseMessage> act)
    {
        clock.Advance(TimeSpan.FromMilliseconds(250));
        while (clock.GetUtcNow() >= end)
        {
            end = end.AddHours(1);
            used = 0;
        }

        MostUsed = Math.Max(MostUsed, ++used);
        var isOver = used > limit;
        TurnedAway += isOver ? 1 : 0;
        var answer = isOver ? ScriptedWire.Json("{}", 429) : act(call);
        answer.Headers.Add("X-Rate-Limit-Limit", Text(limit));
        answer.Headers.Add("X-Rate-Limit-Remaining", Text(Math.Max(0, limit - used)));
        answer.Headers.Add("X-Rate-Limit-Reset", Text(end.ToUnixTimeSeconds()));
        return answer;
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
