namespace PowerIntegration.Domain.Billing;

/// <summary>One leg of the posting. Debit less credit; exactly one of both is not zero, and neither is negative.</summary>
public sealed record JournalEntry
{
    /// <summary>Which account.</summary>
    public required AccountRole Role { get; init; }

    /// <summary>Schedule-of-values line of cost legs.</summary>
    public string? LineId { get; init; }

    /// <summary>Cost coding of cost legs, as text.</summary>
    public string? Coding { get; init; }

    /// <summary>The account of deductions.</summary>
    public string? Account { get; init; }

    /// <summary>Debit.</summary>
    public required decimal Debit { get; init; }

    /// <summary>Credit.</summary>
    public required decimal Credit { get; init; }

    /// <summary>What it is.</summary>
    public required string Description { get; init; }
}
