using System.Net;
using System.Net.Http;

namespace PowerIntegration.Gateway.Remote;

/// <summary>Which outcomes may be tried again without asking what happened.</summary>
internal static class RetryRule
{
    /// <summary>Whether sending the request again cannot do anything twice.</summary>
    public static bool MayRepeat(HttpRequestMessage? request, HttpResponseMessage? response, Exception? exception)
    {
        var repeatable = RepeatableOption.IsRepeatable(request);
        if (exception is not null)
        {
            return repeatable && exception is (HttpRequestException or TimeoutException);
        }

        return response is not null && (repeatable ? IsTransient(response.StatusCode) : IsTurnedAwayUnread(response));
    }

    private static bool IsTransient(HttpStatusCode status) =>
        status
            is HttpStatusCode.RequestTimeout
                or HttpStatusCode.TooManyRequests
                or HttpStatusCode.BadGateway
                or HttpStatusCode.ServiceUnavailable
                or HttpStatusCode.GatewayTimeout;

    // A writing request is repeated only where the system says it turned it away before looking at it: a rate limit, or an overload that
    // names its wait. A bare 503 may come from a proxy that lost the answer.
    private static bool IsTurnedAwayUnread(HttpResponseMessage response) =>
        response.StatusCode == HttpStatusCode.TooManyRequests
        || (response.StatusCode == HttpStatusCode.ServiceUnavailable && response.Headers.RetryAfter is not null);
}
