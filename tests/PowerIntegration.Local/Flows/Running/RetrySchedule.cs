using PowerIntegration.Local.Clock;
using PowerIntegration.Local.Flows.Definition;

namespace PowerIntegration.Local.Flows.Running;

/// <summary>Which answers are repeated and after which wait.</summary>
internal static class RetrySchedule
{
    /// <summary>Whether an answer is repeated: 408, 429 and everything from 500.</summary>
    public static bool IsRetried(int statusCode) => statusCode is 408 or 429 or >= 500;

    /// <summary>The wait before a repeat.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="number">Which repeat, from 1.</param>
    /// <param name="ids">Spreads growing waits.</param>
    public static TimeSpan Wait(RetryPolicy policy, int number, IIdSource ids)
    {
        if (policy.IsFixed)
        {
            return policy.Interval;
        }

        // Repeat n waits evenly spread between 2^(n-2) and 2^(n-1) intervals, the first from nothing, within the policy's bounds.
        var from = number == 1 ? TimeSpan.Zero : Doubled(policy, number - 2);
        var to = Doubled(policy, number - 1);
        from = from < policy.MinimumInterval ? policy.MinimumInterval : from;
        var spread = to > from ? (to - from).Ticks / TimeSpan.TicksPerMillisecond : 0;
        return from + TimeSpan.FromMilliseconds(spread == 0 ? 0 : ids.NextInt((int)Math.Min(int.MaxValue, spread)), 0);
    }

    /// <summary>The wait that an answer asks for in Retry-After, in seconds or as a date.</summary>
    public static TimeSpan Asked(IReadOnlyDictionary<string, string> headers, DateTimeOffset now)
    {
        if (!headers.TryGetValue("Retry-After", out var text))
        {
            return TimeSpan.Zero;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return TimeSpan.FromSeconds(seconds);
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) && time > now
            ? time - now
            : TimeSpan.Zero;
    }

    private static TimeSpan Doubled(RetryPolicy policy, int times)
    {
        var wait = policy.Interval;
        for (var time = 0; time < times && wait < policy.MaximumInterval; time++)
        {
            wait += wait;
        }

        return wait < policy.MaximumInterval ? wait : policy.MaximumInterval;
    }
}
