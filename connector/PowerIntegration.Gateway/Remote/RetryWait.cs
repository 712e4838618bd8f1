using System.Net.Http;

namespace PowerIntegration.Gateway.Remote;

/// <summary>How long to wait before the next attempt: what the system asks for, else twice as long each time.</summary>
internal static class RetryWait
{
    /// <summary>The first wait where the system names none.</summary>
    public static readonly TimeSpan First = TimeSpan.FromSeconds(2);

    /// <summary>The longest wait a pipeline takes; a longer one is the caller's to take.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>The wait before the attempt after <paramref name="attempt"/> (counted from 0).</summary>
    public static TimeSpan After(HttpResponseMessage? response, int attempt, DateTimeOffset now) =>
        Asked(response, now) ?? First * Math.Pow(2, attempt);

    /// <summary>The wait the answer asks for, or null: <c>Retry-After</c> first, else the instant of <c>X-Rate-Limit-Reset</c>.</summary>
    public static TimeSpan? Asked(HttpResponseMessage? response, DateTimeOffset now)
    {
        if (response is null)
        {
            return null;
        }

        if (response.Headers.RetryAfter is { } retryAfter)
        {
            return NotNegative(retryAfter.Delta ?? (retryAfter.Date is { } date ? date - now : TimeSpan.Zero));
        }

        return (int)response.StatusCode == 429 && Reset(response) is { } reset ? NotNegative(reset - now) : null;
    }

    private static DateTimeOffset? Reset(HttpResponseMessage response) =>
        response.Headers.TryGetValues("X-Rate-Limit-Reset", out var values)
        && long.TryParse(values.FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    private static TimeSpan NotNegative(TimeSpan wait) => wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
}
