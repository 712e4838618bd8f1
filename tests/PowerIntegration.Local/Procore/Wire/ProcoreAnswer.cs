using System.Text.Json.Nodes;

namespace PowerIntegration.Local.Procore.Wire;

/// <summary>One answer.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">JSON body; null where <see cref="Text"/> or nothing is answered.</param>
internal sealed record ProcoreAnswer(int Status, JsonNode? Body)
{
    /// <summary>Further headers.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Plain text in place of JSON.</summary>
    public string? Text { get; init; }

    /// <summary>Bytes in place of JSON.</summary>
    public byte[]? Bytes { get; init; }

    /// <summary>Content type of <see cref="Bytes"/> or <see cref="Text"/>; null is plain text.</summary>
    public string? ContentType { get; init; }

    /// <summary>The connection breaks instead of answering.</summary>
    public bool ConnectionLost { get; init; }

    /// <summary>A fault that comes once the call has taken effect.</summary>
    public bool IsAfterEffect { get; init; }

    /// <summary>A successful answer.</summary>
    public static ProcoreAnswer Ok(JsonNode body) => new(200, body);

    /// <summary>An error in v1's usual shape.</summary>
    public static ProcoreAnswer Error(int status, string message) => new(status, new JsonObject { ["errors"] = message });

    /// <summary>This answer with more headers.</summary>
    public ProcoreAnswer With(IReadOnlyDictionary<string, string> more)
    {
        var headers = new Dictionary<string, string>(Headers);
        foreach (var (name, value) in more)
        {
            headers[name] = value;
        }

        return this with
        {
            Headers = headers,
        };
    }
}
