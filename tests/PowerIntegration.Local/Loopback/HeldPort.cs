using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;

namespace PowerIntegration.Local.Loopback;

/// <summary>
/// A port that is taken before the server starts, because Dataverse's address is the audience of every token and must be known first. The server
/// listens on the socket that holds it, so no other program can take the port in between.
/// </summary>
public sealed class HeldPort : IDisposable
{
    private const int Backlog = 512;
    private readonly Socket socket;

    private HeldPort(Socket socket, string root)
    {
        this.socket = socket;
        Root = root;
    }

    /// <summary>The address without a trailing slash; port 0 has become the port that was free.</summary>
    public string Root { get; }

    /// <summary>Takes a port.</summary>
    /// <param name="url">A loopback address; port 0 takes a free port.</param>
    /// <exception cref="IOException">The address cannot be used; the message names it and what to do.</exception>
    public static HeldPort Take(Uri url)
    {
        var address = IPAddress.TryParse(url.DnsSafeHost, out var literal) ? literal : IPAddress.Loopback;
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(address, url.Port));
            // A bound port can be bound a second time until a server listens on it.
            socket.Listen(Backlog);
        }
        catch (SocketException refused)
        {
            socket.Dispose();
            throw new IOException(Sentence(url, refused), refused);
        }

        var port = ((IPEndPoint)socket.LocalEndPoint!).Port;
        return new HeldPort(socket, url.Port == 0 ? $"http://127.0.0.1:{port}" : url.GetLeftPart(UriPartial.Authority));
    }

    /// <summary>Lets a server listen on it.</summary>
    /// <param name="host">The server before it is built; it closes the port when it stops.</param>
    public void UseOn(IWebHostBuilder host)
    {
        host.UseUrls("http://" + socket.LocalEndPoint);
        host.ConfigureServices(services => services.Configure<SocketTransportOptions>(options => options.CreateBoundListenSocket = _ => socket));
    }

    /// <inheritdoc/>
    public void Dispose() => socket.Dispose();

    private static string Sentence(Uri url, SocketException refused)
    {
        var root = url.GetLeftPart(UriPartial.Authority);
        var another = $"http://127.0.0.1:{(url.Port < IPEndPoint.MaxPort ? url.Port + 1 : url.Port - 1)}";
        return refused.SocketErrorCode == SocketError.AddressAlreadyInUse
            ? $"The address {root} is in use by another program. Stop that program, or choose another address, such as --urls {another}."
            : $"The address {root} cannot be used ({refused.Message}). Choose another address, such as --urls {another}.";
    }
}
