namespace PowerIntegration.Local.Teams;

/// <summary>What became of a post. Exactly one of message and refusal is null.</summary>
/// <param name="Message">What was posted.</param>
/// <param name="Refusal">Why Teams does not take it.</param>
public sealed record PostResult(PostedMessage? Message, PostRefusal? Refusal);
