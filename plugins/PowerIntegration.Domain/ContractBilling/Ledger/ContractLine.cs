namespace PowerIntegration.Domain.ContractBilling.Ledger;

/// <summary>One schedule-of-values line as it is posted.</summary>
public sealed record ContractLine
{
    private readonly AdditionalBalances? additional;
    private readonly LineBalance posted;

    /// <summary>Stable id; never the printed number.</summary>
    public required string LineId { get; init; }

    /// <summary>Description.</summary>
    public string? Description { get; init; }

    /// <summary>The cost coding to which the line's movements post, as text; null where it is not known here.</summary>
    public string? Coding { get; init; }

    /// <summary>Scheduled value, C.</summary>
    public required decimal ScheduledValue { get; init; }

    /// <summary>The posted balance.</summary>
    public LineBalance Posted
    {
        get => posted;
        init => posted = value;
    }

    /// <summary>The posted balance where it stands: a copy of it costs as much as adding it up.</summary>
    internal ref readonly LineBalance Balance => ref posted;

    /// <summary>True where nothing was released and no threshold is passed, as on most lines.</summary>
    internal bool IsPlain => additional is null;

    /// <summary>Retainage that releases took out of work and stored materials to date; what the terms themselves gave back is not in it.</summary>
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
    /// True where a change order closed the line at what was billed: its value stays there until the schedule of values changes it by a decision.
    /// </summary>
    public bool IsClosed { get; init; }

    /// <summary>Applications for which the stored balance has not changed.</summary>
    public int StoredUnchangedPeriods { get; init; }
}
