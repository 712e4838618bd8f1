namespace PowerIntegration.Gateway.Attachments;

/// <summary>What became of the files of a document.</summary>
/// <param name="DocumentId">The document.</param>
/// <param name="Sent">How many this call found attached.</param>
/// <param name="Waiting">How many are tried again.</param>
/// <param name="NotSent">How many need a person.</param>
/// <param name="Message">A sentence for the run history.</param>
internal sealed record AttachedFiles(Guid DocumentId, int Sent, int Waiting, int NotSent, string Message);
