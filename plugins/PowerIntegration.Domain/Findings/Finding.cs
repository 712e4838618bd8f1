namespace PowerIntegration.Domain.Findings;

/// <summary>Something that needs a person: what is wrong, how much is at risk, whose turn it is and what to do.</summary>
public sealed record Finding
{
    /// <summary>What kind of finding it is; with the record it is about, the kind is its identity.</summary>
    public required FindingKind Kind { get; init; }

    /// <summary>How much it matters.</summary>
    public required FindingSeverity Severity { get; init; }

    /// <summary>Who is to act.</summary>
    public required OwnerRole Owner { get; init; }

    /// <summary>What is wrong.</summary>
    public required string Sentence { get; init; }

    /// <summary>What to do.</summary>
    public required string NextStep { get; init; }

    /// <summary>What is not posted because of it; null where no money is at risk.</summary>
    public decimal? Amount { get; init; }

    /// <summary>ISO code of the amount; null where there is none.</summary>
    public string? Currency { get; init; }
}
