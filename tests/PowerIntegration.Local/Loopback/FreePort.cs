using System.Net;
using System.Net.Sockets;

namespace PowerIntegration.Local.Loopback;

/// <summary>Finds a port before the server starts, because Dataverse's address is the audience of every token and must be known first.</summary>
internal static class FreePort
{
    /// <summary>The address itself, or with a free port in place of port 0.</summary>
    /// <param name="url">A loopback address.</param>
    public static string Resolve(Uri url)
    {
        if (url.Port != 0)
        {
            return url.GetLeftPart(UriPartial.Authority);
        }

        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
    }
}
