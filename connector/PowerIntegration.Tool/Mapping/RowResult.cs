namespace PowerIntegration.Tool.Mapping;

/// <summary>What became of a row.</summary>
/// <param name="Row">Number of the row.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Message">What that means; empty for faults, which have their own.</param>
internal sealed record RowResult(int Row, RowOutcome Outcome, string Message)
{
    /// <summary>What is wrong; empty unless it is an error.</summary>
    public IReadOnlyList<RowFault> Faults { get; init; } = [];

    /// <summary>The rule of the row; null where it cannot be read.</summary>
    public RowRule? Rule { get; init; }

    /// <summary>The active rule that it replaces; null where it replaces none.</summary>
    public StoredRule? Replaces { get; init; }
}
