namespace PowerIntegration.Domain.Billing;

/// <summary>One line of the contract's ledger: the balance that the last posted document left.</summary>
public sealed record LedgerLine
{
    /// <summary>Procore's id of the schedule-of-values line; the key.</summary>
    public required string ProcoreLineId { get; init; }

    /// <summary>Position in the document that left the balance.</summary>
    public required int LineNumber { get; init; }

    /// <summary>Description.</summary>
    public string? Description { get; init; }

    /// <summary>Procore's WBS code as text.</summary>
    public string? FlatCode { get; init; }

    /// <summary>Scheduled value.</summary>
    public decimal? ScheduledValue { get; init; }

    /// <summary>The balance.</summary>
    public required LineBalance Balance { get; init; }
}
