namespace PowerIntegration.Local.Teams;

/// <summary>What is posted.</summary>
/// <param name="IsCard">Whether it is an adaptive card.</param>
/// <param name="Body">The card as JSON, or the message as HTML.</param>
/// <param name="Subject">The subject of a message; null for none.</param>
public sealed record PostContent(bool IsCard, string Body, string? Subject = null);
