using System.Text.Json;
using PowerIntegration.Local.Dataverse.Pipeline;

namespace PowerIntegration.Local.Dataverse.WebApi;

/// <summary>One request to the Web API, read in full.</summary>
internal sealed record WebApiRequest
{
    public required string Method { get; init; }

    /// <summary>The path below the root, split and unescaped.</summary>
    public required IReadOnlyList<PathSegment> Path { get; init; }

    /// <summary>Query options by name.</summary>
    public required IReadOnlyDictionary<string, string> Options { get; init; }

    public required Preferences Preferences { get; init; }

    public string? IfMatch { get; init; }

    /// <summary>Null where the header is absent, and where half the clients send the word null.</summary>
    public string? IfNoneMatch { get; init; }

    public JsonElement? Body { get; init; }

    /// <summary>Where the Web API is, without a trailing slash, as the client called it.</summary>
    public required string Root { get; init; }

    /// <summary>Path and query as the client sent them, below the root.</summary>
    public required string Raw { get; init; }

    public required Caller Caller { get; init; }
}
