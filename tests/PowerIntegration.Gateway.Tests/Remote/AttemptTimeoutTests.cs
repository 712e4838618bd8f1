using System.Net.Http;
using PowerIntegration.Gateway.Remote;
using Xunit;

namespace PowerIntegration.Gateway.Tests.Remote;

public sealed class AttemptTimeoutTests
{
    [Fact]
    public async Task An_attempt_that_hangs_ends_as_a_timeout_and_not_as_the_callers_wish()
    {
        using var client = new HttpMessageInvoker(new AttemptTimeout(TimeSpan.FromMilliseconds(1)) { InnerHandler = new HangingWire() });
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://host/path");

        var timeout = await Assert.ThrowsAsync<TimeoutException>(() => client.SendAsync(request, CancellationToken.None));

        Assert.Contains("within 0 seconds", timeout.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_that_leaves_is_not_called_a_timeout()
    {
        using var client = new HttpMessageInvoker(new AttemptTimeout(TimeSpan.FromMinutes(1)) { InnerHandler = new HangingWire() });
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://host/path");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.SendAsync(request, new CancellationToken(canceled: true)));
    }

    private sealed class HangingWire : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var never = new TaskCompletionSource<HttpResponseMessage>();
            return await never.Task.WaitAsync(cancellationToken);
        }
    }
}
