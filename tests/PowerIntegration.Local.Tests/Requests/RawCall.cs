using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace PowerIntegration.Local.Tests.Requests;

/// <summary>A request written byte by byte: a client library would correct what these tests want to be wrong.</summary>
internal sealed record RawCall(string Method, string Target)
{
    /// <summary>Header lines.</summary>
    public IReadOnlyList<string> Headers { get; init; } = [];

    public byte[]? Body { get; init; }

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>Text in which each <c>\xHH</c> is that byte, whatever it means.</summary>
    public static byte[] Bytes(string text)
    {
        var bytes = new List<byte>();
        for (var index = 0; index < text.Length; index++)
        {
            if (text.AsSpan(index).StartsWith("\\x"))
            {
                bytes.Add(Convert.FromHexString(text.AsSpan(index + 2, 2))[0]);
                index += 3;
            }
            else
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(text[index].ToString()));
            }
        }

        return [.. bytes];
    }

    public async Task<Answer> SendAsync(string server)
    {
        var address = new Uri(server);
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        var head = new StringBuilder($"{Method} {Target} HTTP/1.1\r\nHost: {address.Authority}\r\nConnection: close\r\n");
        foreach (var header in Headers)
        {
            head.Append(header).Append("\r\n");
        }

        if (Body is not null && !Headers.Any(header => header.StartsWith("Transfer-Encoding", StringComparison.OrdinalIgnoreCase)))
        {
            head.Append(System.Globalization.CultureInfo.InvariantCulture, $"Content-Length: {Body.Length}\r\n");
        }

        await stream.WriteAsync(Encoding.Latin1.GetBytes(head.Append("\r\n").ToString()), TestContext.Current.CancellationToken);
        await stream.WriteAsync(Body ?? [], TestContext.Current.CancellationToken);
        using var answer = new MemoryStream();
        await stream.CopyToAsync(answer, TestContext.Current.CancellationToken);
        return Read(answer.ToArray());
    }

    public override string ToString() =>
        $"{Method} {Target} [{string.Join("; ", Headers.Where(header => !header.StartsWith("Authorization", StringComparison.Ordinal)))}] "
        + (Body is null ? "" : Encoding.Latin1.GetString(Body.AsSpan(0, Math.Min(Body.Length, 120))));

    private static Answer Read(byte[] bytes)
    {
        var end = bytes.AsSpan().IndexOf("\r\n\r\n"u8);
        Assert.True(end > 0, "The server closed the connection without an answer.");
        var head = Encoding.Latin1.GetString(bytes, 0, end);
        var body = bytes.AsSpan(end + 4).ToArray();
        if (head.Contains("Transfer-Encoding: chunked", StringComparison.OrdinalIgnoreCase))
        {
            body = Dechunk(body);
        }

        return new Answer(int.Parse(head.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture), head, Encoding.UTF8.GetString(body));
    }

    private static byte[] Dechunk(byte[] bytes)
    {
        var whole = new List<byte>();
        var start = 0;
        while (true)
        {
            var line = bytes.AsSpan(start).IndexOf("\r\n"u8);
            var size = Convert.ToInt32(Encoding.ASCII.GetString(bytes, start, line), 16);
            if (size == 0)
            {
                return [.. whole];
            }

            whole.AddRange(bytes.AsSpan(start + line + 2, size).ToArray());
            start += line + 2 + size + 2;
        }
    }

    /// <param name="Status">HTTP status.</param>
    /// <param name="Head">Status line and headers.</param>
    /// <param name="Text">The body.</param>
    internal sealed record Answer(int Status, string Head, string Text)
    {
        /// <summary>The body as JSON, or null where it is none.</summary>
        public JsonNode? Json
        {
            get
            {
                try
                {
                    return JsonNode.Parse(Text);
                }
                catch (JsonException)
                {
                    return null;
                }
            }
        }
    }
}
