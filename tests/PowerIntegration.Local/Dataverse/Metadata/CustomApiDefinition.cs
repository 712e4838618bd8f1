namespace PowerIntegration.Local.Dataverse.Metadata;

/// <summary>An unbound custom API called by POST.</summary>
/// <param name="UniqueName">Its name and its message.</param>
/// <param name="PluginTypeId">The plug-in of its main operation, or null.</param>
/// <param name="ExecutePrivilege">The privilege a caller needs, or null.</param>
/// <param name="Requests">Request parameters.</param>
/// <param name="Responses">Response properties.</param>
internal sealed record CustomApiDefinition(
    string UniqueName,
    Guid? PluginTypeId,
    string? ExecutePrivilege,
    IReadOnlyList<CustomApiParameter> Requests,
    IReadOnlyList<CustomApiParameter> Responses
);
