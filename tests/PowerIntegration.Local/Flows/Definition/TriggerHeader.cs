namespace PowerIntegration.Local.Flows.Definition;

/// <summary>What every trigger has.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Conditions">Expressions that must all be true for a run to start.</param>
/// <param name="SplitOn">An expression for the list of which each element starts its own run; null for one run.</param>
/// <param name="ConcurrentRuns">How many runs may be under way at once; null is unlimited.</param>
public sealed record TriggerHeader(string Name, IReadOnlyList<string> Conditions, string? SplitOn, int? ConcurrentRuns);
