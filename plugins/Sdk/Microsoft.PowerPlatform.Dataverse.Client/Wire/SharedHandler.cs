using System.Net.Http;

namespace Microsoft.PowerPlatform.Dataverse.Client.Wire;

/// <summary>The one pool of connections of the process; a pooled connection is renewed in time to follow a change of address.</summary>
internal static class SharedHandler
{
    public static HttpMessageHandler Instance { get; } =
        new SocketsHttpHandler
        {
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
            UseCookies = false,
            AllowAutoRedirect = false,
        };
}
