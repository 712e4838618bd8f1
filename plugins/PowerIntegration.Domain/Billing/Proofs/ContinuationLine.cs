namespace PowerIntegration.Domain.Billing;

/// <summary>One line of the continuation sheet (G703), with what it moves.</summary>
public sealed record ContinuationLine
{
    private readonly LineBalance before;
    private readonly LineBalance after;

    /// <summary>Stable id.</summary>
    public required string LineId { get; init; }

    /// <summary>B, description.</summary>
    public string? Description { get; init; }

    /// <summary>Cost coding as text.</summary>
    public string? Coding { get; init; }

    /// <summary>C, scheduled value.</summary>
    public required decimal ScheduledValue { get; init; }

    /// <summary>D, work from previous applications.</summary>
    public required decimal WorkPrevious { get; init; }

    /// <summary>E, work this period.</summary>
    public required decimal WorkThisPeriod { get; init; }

    /// <summary>Balance at the base.</summary>
    public required LineBalance Before
    {
        get => before;
        init => before = value;
    }

    /// <summary>Balance with this application: W, F, G and the retainage held.</summary>
    public required LineBalance After
    {
        get => after;
        init => after = value;
    }

    /// <summary>The part of the gross movement that catches up an earlier application.</summary>
    public decimal CatchUp { get; init; }

    /// <summary>Retainage that is released on the line with this application, on top of what the terms give back.</summary>
    public decimal Released { get; init; }

    /// <summary>F, materials presently stored.</summary>
    public decimal MaterialsStored => after.Stored;

    /// <summary>G, total completed and stored to date.</summary>
    public decimal CompletedToDate => after.Gross;

    /// <summary>Per cent of the scheduled value, two decimals; 0 where nothing is scheduled.</summary>
    public decimal PercentComplete => ScheduledValue == 0m ? 0m : Rounding.ToHundredths(100m * after.Gross / ScheduledValue);

    /// <summary>H, balance to finish; below zero where overbilled.</summary>
    public decimal BalanceToFinish => ScheduledValue - after.Gross;

    /// <summary>The balance at the base where it stands: a copy of it costs as much as adding it up.</summary>
    internal ref readonly LineBalance From => ref before;

    /// <summary>The balance with this application where it stands.</summary>
    internal ref readonly LineBalance To => ref after;

    /// <summary>g alone: what the line moves of the gross.</summary>
    internal decimal GrossMovement => after.Gross - before.Gross;

    /// <summary>The gross movement without what catches up an earlier application.</summary>
    internal decimal NormalMovement => CatchUp == 0m ? GrossMovement : GrossMovement - CatchUp;

    /// <summary>What the line moves of the retainage, all buckets together.</summary>
    internal decimal RetainageMovement => after.Retainage.Total - before.Retainage.Total;

    /// <summary>What the line moves: g, the retainage movement by bucket, and p.</summary>
    public LineMovement Movement => LineMovement.Between(before, after);
}
