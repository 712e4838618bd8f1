using PowerIntegration.Local.Procore.Wire;
using PowerIntegration.Local.Requests;

namespace PowerIntegration.Local.Procore.Access;

/// <summary>The hourly and the ten-second limit.</summary>
/// <param name="options">The numbers.</param>
internal sealed class RateLimits(ProcoreOptions options)
{
    private readonly RateWindow hour = new(options.HourlyLimit, TimeSpan.FromHours(1));
    private readonly RateWindow spike = new(options.SpikeLimit, TimeSpan.FromSeconds(10));

    /// <summary>Counts a call; answers 429 where a limit is passed, else null.</summary>
    /// <param name="now">The time of the call.</param>
    /// <param name="headers">Headers that describe whichever limit is closer to its end.</param>
    public ProcoreAnswer? Count(DateTimeOffset now, out IReadOnlyDictionary<string, string> headers)
    {
        hour.Count(now);
        spike.Count(now);
        var tight = hour.Exceeded || (!spike.Exceeded && hour.Remaining < spike.Remaining) ? hour : spike;
        headers = Headers(tight.Limit, tight.Remaining, tight.End);
        return tight.Exceeded ? Refusal(now, tight.End) : null;
    }

    /// <summary>The answer over a limit that ends at an instant.</summary>
    public static ProcoreAnswer Refusal(DateTimeOffset now, DateTimeOffset end) =>
        ProcoreAnswer
            .Error(429, "You have surpassed the max number of requests for an hour. Please wait until your limit resets.")
            .With(
                new Dictionary<string, string>
                {
                    ["Retry-After"] = Math.Max(1, (long)Math.Ceiling((end - now).TotalSeconds)).ToString(CultureInfo.InvariantCulture),
                }
            );

    /// <summary>The three headers of every answer.</summary>
    public static IReadOnlyDictionary<string, string> Headers(int limit, int remaining, DateTimeOffset end) =>
        new Dictionary<string, string>
        {
            ["X-Rate-Limit-Limit"] = limit.ToString(CultureInfo.InvariantCulture),
            ["X-Rate-Limit-Remaining"] = remaining.ToString(CultureInfo.InvariantCulture),
            ["X-Rate-Limit-Reset"] = end.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        };
}
