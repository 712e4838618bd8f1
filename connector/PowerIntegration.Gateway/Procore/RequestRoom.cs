using System.Net.Http;

namespace PowerIntegration.Gateway.Procore;

/// <summary>How many requests Procore leaves until its limit is renewed, as an answer says it.</summary>
internal static class RequestRoom
{
    // A limit that is renewed sooner is waited for within a call.
    private static readonly TimeSpan Short = TimeSpan.FromMinutes(1);

    // Long writes leave one request in so many to the work of people, such as invoices that are polled and read.
    private const long KeptOneIn = 5;

    /// <summary>True where what is left of the limit of an hour is to be kept for other work; an answer that says nothing leaves room.</summary>
    public static bool IsScarce(HttpResponseMessage response, DateTimeOffset now) =>
        Number(response, "X-Rate-Limit-Limit") is { } limit
        && Number(response, "X-Rate-Limit-Remaining") is { } remaining
        && Number(response, "X-Rate-Limit-Reset") is { } reset
        && reset - now.ToUnixTimeSeconds() > Short.TotalSeconds
        && remaining < limit / KeptOneIn;

    private static long? Number(HttpResponseMessage response, string header) =>
        response.Headers.TryGetValues(header, out var values)
        && long.TryParse(values.FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
