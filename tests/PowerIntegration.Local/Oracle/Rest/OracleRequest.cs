using System.Text.Json.Nodes;

namespace PowerIntegration.Local.Oracle.Rest;

/// <summary>One call below the REST root, read completely.</summary>
internal sealed record OracleRequest
{
    public required string Method { get; init; }

    /// <summary>Path below the version, decoded.</summary>
    public required IReadOnlyList<string> Segments { get; init; }

    public required IReadOnlyDictionary<string, string> Query { get; init; }

    /// <summary>REST-Framework-Version, 1 to 9.</summary>
    public required int Framework { get; init; }

    /// <summary>Address of the REST root with its version, without a slash at the end; links start with it.</summary>
    public required string Root { get; init; }

    /// <summary>Fusion user that the call runs as.</summary>
    public required string UserName { get; init; }

    /// <summary>The entity tag that a change expects, without quotes.</summary>
    public string? IfMatch { get; init; }

    public JsonObject? Body { get; init; }
}
