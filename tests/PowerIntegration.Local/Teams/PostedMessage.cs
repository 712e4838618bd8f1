namespace PowerIntegration.Local.Teams;

/// <summary>A card or a message that was posted.</summary>
/// <param name="Id">Its id, in the order in which they were posted.</param>
/// <param name="PostedOn">When.</param>
/// <param name="Recipient">Address of the person; of a channel, the ids of team and channel with a slash between them.</param>
/// <param name="Subject">The subject of a message; null where it has none, and for a card.</param>
/// <param name="IsCard">Whether it is an adaptive card.</param>
/// <param name="Content">The card as JSON, or the message as HTML.</param>
public sealed record PostedMessage(string Id, DateTimeOffset PostedOn, string Recipient, string? Subject, bool IsCard, string Content);
