using Azure.Core;
using Microsoft.Extensions.Options;
using Microsoft.PowerPlatform.Dataverse.Client;
using Microsoft.PowerPlatform.Dataverse.Client.Utils;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Remote;

namespace PowerIntegration.Gateway.Dataverse;

/// <summary>One connected <see cref="ServiceClient"/>, opened at the first request; its token comes from the registered credential.</summary>
internal sealed class DataverseConnection(IOptions<DataverseOptions> options, TokenCredential credential) : IDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private ServiceClient? client;

    /// <summary>
    /// A separate client per request: Microsoft's client is not safe for several threads, and a clone shares its connection. The constructor signs
    /// in and blocks, so it runs once on another thread.
    /// </summary>
    public async ValueTask<ServiceClient> CloneAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref this.client) is { } open)
        {
            return open.Clone();
        }

        await gate.WaitAsync(cancellationToken);
        try
        {
            this.client ??= await Task.Run(Open, cancellationToken);
            return this.client.Clone();
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose()
    {
        this.client?.Dispose();
        gate.Dispose();
    }

    private ServiceClient Open()
    {
        var url = options.Value.Url!;
        try
        {
            var client = new ServiceClient(url, _ => TokenAsync(url), useUniqueInstance: true, logger: null) { MaxRetryCount = 0 };
            if (client.IsReady)
            {
                return client;
            }

            var reason = client.LastError;
            client.Dispose();
            throw Closed(url, reason, null);
        }
        catch (DataverseConnectionException failure)
        {
            throw Closed(url, failure.Message, failure);
        }
    }

    private static RemoteUnavailableException Closed(Uri url, string reason, Exception? cause) =>
        new(ProblemCatalog.DataverseUnavailable, $"Cannot connect to Dataverse at {url}: {reason}", cause);

    private async Task<string> TokenAsync(Uri url)
    {
        var scope = url.GetLeftPart(UriPartial.Authority) + "/.default";
        return (await credential.GetTokenAsync(new TokenRequestContext([scope]), CancellationToken.None)).Token;
    }
}
