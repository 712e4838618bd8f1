namespace PowerIntegration.Gateway.Holds;

/// <summary>Whose payment hold to look up.</summary>
/// <param name="DocumentId">Id of a <c>pint_document</c> row.</param>
internal sealed record HoldRequest(string? DocumentId);
