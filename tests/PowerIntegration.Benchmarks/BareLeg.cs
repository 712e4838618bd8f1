namespace PowerIntegration.Benchmarks;

/// <summary>What the loop gives out for a line that moves: one object where the engine makes a document line and a journal entry.</summary>
public sealed record BareLeg(string LineId, decimal Amount);
