namespace PowerIntegration.Audit.Contracts;

/// <summary>The most that is held.</summary>
/// <param name="Base">What the value is a share of.</param>
/// <param name="Value">Parts of a million of the base, or cents.</param>
public sealed record HeldLimit(ShareBase Base, long Value);
