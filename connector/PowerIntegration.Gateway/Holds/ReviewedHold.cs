namespace PowerIntegration.Gateway.Holds;

/// <summary>What a look at the payment hold of a document came to.</summary>
/// <param name="DocumentId">The document.</param>
/// <param name="IsReleased">True where it has no open hold any more.</param>
/// <param name="Message">A sentence for the run history.</param>
internal sealed record ReviewedHold(Guid DocumentId, bool IsReleased, string Message);
