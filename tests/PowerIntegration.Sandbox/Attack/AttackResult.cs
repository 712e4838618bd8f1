namespace PowerIntegration.Sandbox.Attack;

/// <summary>What became of a run.</summary>
internal sealed record AttackResult
{
    /// <summary>Attempts that were made.</summary>
    public required int Attempts { get; init; }

    /// <summary>How often each kind met which fate.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<AttemptFate, int>> Counts { get; init; }

    /// <summary>How many attempts each intruder made.</summary>
    public required int Intruders { get; init; }

    /// <summary>The job at the end, as without anyone who attacks; null where the run ended before.</summary>
    public BilledJob? Job { get; init; }

    /// <summary>The first success; null where there was none.</summary>
    public AttackSuccess? Success { get; init; }
}
