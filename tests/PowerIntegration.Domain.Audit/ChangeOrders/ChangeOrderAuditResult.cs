namespace PowerIntegration.Domain.Audit.ChangeOrders;

/// <summary>How far a run over sequences of change orders came and what it found.</summary>
public sealed record ChangeOrderAuditResult
{
    /// <summary>The seed of the run.</summary>
    public required long Seed { get; init; }

    /// <summary>Sequences that were compared.</summary>
    public required int Sequences { get; init; }

    /// <summary>Steps by what happened and what became of it.</summary>
    public required IReadOnlyDictionary<string, long> Kinds { get; init; }

    /// <summary>What was found; null where rules and auditor agree.</summary>
    public ChangeOrderFinding? Finding { get; init; }
}
