namespace PowerIntegration.Sandbox.Attack;

/// <summary>An attempt that changed something, or attempts among which one did.</summary>
/// <param name="Number">Number of the attempt, or of the last one.</param>
/// <param name="Attempt">The attempt; null where it showed only at the next step of the billing.</param>
/// <param name="Answer">What was answered; null likewise.</param>
/// <param name="Differences">What is different.</param>
internal sealed record AttackSuccess(int Number, Attempt? Attempt, AttackAnswer? Answer, IReadOnlyList<string> Differences);
