namespace PowerIntegration.Local.Dataverse.Metadata;

/// <summary>A request parameter or response property of a custom API.</summary>
/// <param name="Name">Its unique name.</param>
/// <param name="Type">Its type.</param>
/// <param name="IsOptional">A request may leave it out.</param>
internal sealed record CustomApiParameter(string Name, CustomApiType Type, bool IsOptional);
