using System.Text.Json.Nodes;

namespace PowerIntegration.Local.Procore.Wire;

/// <summary>One request as the simulator sees it.</summary>
/// <param name="Method">HTTP method, upper case.</param>
/// <param name="Path">Path below the mount point, with a leading slash.</param>
/// <param name="Query">Query parameters in their order, names as sent.</param>
/// <param name="BearerToken">The token, or null where none was sent.</param>
/// <param name="CompanyId">The header Procore-Company-Id, or null.</param>
/// <param name="BaseUrl">Root of the mount point as the caller sees it, for links.</param>
/// <param name="Fields">Fields of a form or JSON body of the token call; empty for others.</param>
/// <param name="Body">JSON body of another call that writes; null where it has none.</param>
internal sealed record ProcoreRequest(
    string Method,
    string Path,
    IReadOnlyList<KeyValuePair<string, string>> Query,
    string? BearerToken,
    string? CompanyId,
    string BaseUrl,
    IReadOnlyDictionary<string, string> Fields,
    JsonNode? Body
);
