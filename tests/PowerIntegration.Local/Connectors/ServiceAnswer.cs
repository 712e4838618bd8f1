namespace PowerIntegration.Local.Connectors;

/// <summary>An answer of the service behind a connector, as it came over the wire.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="MediaType">The content type without its parameters; null where none was sent.</param>
/// <param name="Body">The body; empty where there is none.</param>
public sealed record ServiceAnswer(int Status, string? MediaType, string Body);
