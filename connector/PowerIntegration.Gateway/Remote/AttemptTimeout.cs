using System.Net.Http;

namespace PowerIntegration.Gateway.Remote;

/// <summary>
/// Ends one attempt that hangs. A socket hangs in real time, whatever clock the host injects, so this limit is real too; waits between
/// attempts and the budget of the call are measured by the injected clock.
/// </summary>
internal sealed class AttemptTimeout(TimeSpan limit) : DelegatingHandler
{
    /// <summary>The largest answer that is read.</summary>
    public const long BodyBytesMax = 64L * 1024 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var attempt = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        attempt.CancelAfter(limit);
        try
        {
            var response = await base.SendAsync(request, attempt.Token);

            // The body counts: an answer that stalls half way is a hanging attempt.
            await response.Content.LoadIntoBufferAsync(BodyBytesMax, attempt.Token);
            return response;
        }
        catch (OperationCanceledException hung) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"There was no response within {limit.TotalSeconds:0} seconds.", hung);
        }
    }
}
