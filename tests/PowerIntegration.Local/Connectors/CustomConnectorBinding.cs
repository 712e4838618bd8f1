using System.Net.Http;
using System.Text.Json.Nodes;

namespace PowerIntegration.Local.Connectors;

/// <summary>What a connection gives a custom connector.</summary>
public sealed record CustomConnectorBinding
{
    /// <summary>Stands in place of the scheme and host of the definition; the definition's base path follows it.</summary>
    public required Uri BaseAddress { get; init; }

    /// <summary>Sends the requests.</summary>
    public required HttpClient Http { get; init; }

    /// <summary>Measures the time limit.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>Gets an access token for each call; null sends none.</summary>
    public Func<CancellationToken, Task<string>>? Token { get; init; }

    /// <summary>Values for <c>@connectionParameters</c> in policies.</summary>
    public JsonObject ConnectionParameters { get; init; } = [];
}
