namespace PowerIntegration.Domain.Billing;

/// <summary>One line of the continuation sheet (G703), with what it moves.</summary>
public sealed record ContinuationLine
{
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
    public required LineBalance Before { get; init; }

    /// <summary>Balance with this application: W, F, G and the retainage held.</summary>
    public required LineBalance After { get; init; }

    /// <summary>The part of the gross movement that catches up an earlier application.</summary>
    public decimal CatchUp { get; init; }

    /// <summary>Retainage that is released on the line with this application, on top of what the terms give back.</summary>
    public decimal Released { get; init; }

    /// <summary>F, materials presently stored.</summary>
    public decimal MaterialsStored => After.Stored;

    /// <summary>G, total completed and stored to date.</summary>
    public decimal CompletedToDate => After.Gross;

    /// <summary>Per cent of the scheduled value, two decimals; 0 where nothing is scheduled.</summary>
    public decimal PercentComplete => ScheduledValue == 0m ? 0m : Rounding.ToHundredths(100m * After.Gross / ScheduledValue);

    /// <summary>H, balance to finish; below zero where overbilled.</summary>
    public decimal BalanceToFinish => ScheduledValue - After.Gross;

    /// <summary>g alone: what the line moves of the gross.</summary>
    internal decimal GrossMovement => After.Gross - Before.Gross;

    /// <summary>What the line moves of the retainage, all buckets together.</summary>
    internal decimal RetainageMovement => After.Retainage.Total - Before.Retainage.Total;

    /// <summary>What the line moves: g, the retainage movement by bucket, and p.</summary>
    public LineMovement Movement => LineMovement.Between(Before, After);
}
