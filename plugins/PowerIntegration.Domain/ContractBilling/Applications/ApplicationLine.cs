namespace PowerIntegration.Domain.ContractBilling.Applications;

/// <summary>One line of an application (G703), in the major unit of the contract's currency.</summary>
public sealed record ApplicationLine
{
    /// <summary>Stable id of the schedule-of-values line.</summary>
    public required string LineId { get; init; }

    /// <summary>How many amounts the source rounded and added up to the line; more than one where a subcontractor bills by parts.</summary>
    public int PartCount { get; init; } = 1;

    /// <summary>Description, for lines that are not in the ledger yet.</summary>
    public string? Description { get; init; }

    /// <summary>Cost coding as text, for lines that are not in the ledger yet.</summary>
    public string? Coding { get; init; }

    /// <summary>C, scheduled value; null keeps the ledger's.</summary>
    public decimal? ScheduledValue { get; init; }

    /// <summary>D, work from previous applications; null where it is not given, then the ledger's amount is used.</summary>
    public decimal? WorkPrevious { get; init; }

    /// <summary>E, work this period; missing is refused.</summary>
    public decimal? WorkThisPeriod { get; init; }

    /// <summary>F, materials presently stored; missing is refused.</summary>
    public decimal? MaterialsStored { get; init; }

    /// <summary>G, total completed and stored to date; null where it is not given.</summary>
    public decimal? CompletedToDate { get; init; }

    /// <summary>G of the previous application as the source keeps it; null where it is not given. The first cross-check.</summary>
    public decimal? CompletedPrevious { get; init; }

    /// <summary>Retainage held on work, as approved; needed where the source's amounts post.</summary>
    public decimal? WorkRetainageHeld { get; init; }

    /// <summary>Retainage held on stored materials, as approved; needed where the source's amounts post.</summary>
    public decimal? StoredRetainageHeld { get; init; }

    /// <summary>Retainage on work that the source released this period; already out of what is held. Null where none was.</summary>
    public decimal? WorkRetainageReleased { get; init; }

    /// <summary>Retainage on stored materials that the source released this period; already out of what is held. Null where none was.</summary>
    public decimal? StoredRetainageReleased { get; init; }

    /// <summary>What was claimed this period before review; for the record, never a base.</summary>
    public decimal? ClaimedAmount { get; init; }

    /// <summary>True where a person overrode the retainage in the source.</summary>
    public bool IsRetainageOverridden { get; init; }
}
