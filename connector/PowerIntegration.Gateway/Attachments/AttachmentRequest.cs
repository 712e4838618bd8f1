namespace PowerIntegration.Gateway.Attachments;

/// <summary>Whose files to attach.</summary>
/// <param name="DocumentId">Id of a <c>pint_document</c> row.</param>
internal sealed record AttachmentRequest(string? DocumentId);
