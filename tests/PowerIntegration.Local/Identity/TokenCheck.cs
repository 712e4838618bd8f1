namespace PowerIntegration.Local.Identity;

/// <summary>The answer to a presented token: a user, or the sentence that says why not. Exactly one is null.</summary>
/// <param name="User">Whose token it is.</param>
/// <param name="Refusal">Why it is refused.</param>
public sealed record TokenCheck(SandboxUser? User, string? Refusal);
