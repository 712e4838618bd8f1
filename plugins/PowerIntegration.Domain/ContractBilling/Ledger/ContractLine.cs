namespace PowerIntegration.Domain.ContractBilling.Ledger;

/// <summary>One posted schedule-of-values line.</summary>
public sealed record ContractLine
{
    private readonly AdditionalBalances? additional;
    private readonly LineBalance posted;

    /// <summary>Stable id; never the printed number.</summary>
    public required string LineId { get; init; }

    /// <summary>Description.</summary>
    public string? Description { get; init; }

    /// <summary>The cost coding of the line, as text; null where it is not known.</summary>
    public string? Coding { get; init; }

    /// <summary>Scheduled value, C.</summary>
    public required decimal ScheduledValue { get; init; }

    /// <summary>The posted balance.</summary>
    public LineBalance Posted
    {
        get => posted;
        init => posted = value;
    }

    /// <summary>The posted balance, by reference: copying it costs as much as adding it up.</summary>
    internal ref readonly LineBalance Balance => ref posted;

    /// <summary>True where nothing was released and no threshold is passed, as on most lines.</summary>
    internal bool IsPlain => additional is null;

    /// <summary>Retainage released from work and stored materials to date; what the terms returned is not included.</summary>
    public BucketAmounts Released
    {
        get => additional?.Released ?? default;
        init => additional = AdditionalBalances.Of(value, AtThreshold);
    }

    /// <summary>The balance before the application that passed the threshold; null where none is passed.</summary>
    public LineBalance? AtThreshold
    {
        get => additional?.AtThreshold;
        init => additional = AdditionalBalances.Of(Released, value);
    }

    /// <summary>
    /// True where a change order closed the line at its billed amount; only a decision about the schedule of values changes its value again.
    /// </summary>
    public bool IsClosed { get; init; }

    /// <summary>Applications for which the stored balance has not changed.</summary>
    public int StoredUnchangedPeriods { get; init; }
}
