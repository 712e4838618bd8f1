using System.Net.Http;

namespace PowerIntegration.Local.Connectors;

/// <summary>What a connection gives the Dataverse connector.</summary>
public sealed record DataverseConnectorBinding
{
    /// <summary>The root of the Web API, such as <c>http://127.0.0.1:5080/api/data/v9.2</c>.</summary>
    public required Uri WebApi { get; init; }

    /// <summary>Sends the requests.</summary>
    public required HttpClient Http { get; init; }

    /// <summary>Gets an access token for each call; null sends none.</summary>
    public Func<CancellationToken, Task<string>>? Token { get; init; }

    /// <summary>Tells of row changes; null when no flow is triggered by them.</summary>
    public IRowChangeSource? Changes { get; init; }
}
