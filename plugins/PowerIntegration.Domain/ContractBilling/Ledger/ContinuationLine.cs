using PowerIntegration.Domain.Amounts;

namespace PowerIntegration.Domain.ContractBilling.Ledger;

/// <summary>
/// One line of the continuation sheet (G703), with what it moves: the way from the line at the base to the line with the application.
/// </summary>
public sealed record ContinuationLine
{
    private readonly ContractLine from;
    private readonly ContractLine to;

    /// <summary>The way between two standings of one line.</summary>
    /// <param name="from">The line at the base from which it moves.</param>
    /// <param name="to">The line with the application.</param>
    public ContinuationLine(ContractLine from, ContractLine to)
    {
        this.from = from ?? throw new ArgumentNullException(nameof(from));
        this.to = to ?? throw new ArgumentNullException(nameof(to));
    }

    /// <summary>Stable id.</summary>
    public string LineId => to.LineId;

    /// <summary>B, description.</summary>
    public string? Description => to.Description;

    /// <summary>Cost coding as text.</summary>
    public string? Coding => to.Coding;

    /// <summary>C, scheduled value.</summary>
    public decimal ScheduledValue => to.ScheduledValue;

    /// <summary>D, work from previous applications.</summary>
    public required decimal WorkPrevious { get; init; }

    /// <summary>E, work this period.</summary>
    public required decimal WorkThisPeriod { get; init; }

    /// <summary>Balance at the base.</summary>
    public LineBalance Before => from.Posted;

    /// <summary>Balance with this application: W, F, G and the retainage held.</summary>
    public LineBalance After => to.Posted;

    /// <summary>What few lines move besides; null where neither is moved.</summary>
    internal AdditionalMovement? Additional { get; init; }

    /// <summary>The part of the gross movement that catches up an earlier application.</summary>
    public decimal CatchUp => Additional?.CatchUp ?? 0m;

    /// <summary>Retainage that is released on the line with this application, on top of what the terms give back.</summary>
    public decimal Released => Additional?.Released ?? 0m;

    /// <summary>F, materials presently stored.</summary>
    public decimal MaterialsStored => To.Stored;

    /// <summary>G, total completed and stored to date.</summary>
    public decimal CompletedToDate => To.Gross;

    /// <summary>Per cent of the scheduled value, two decimals; 0 where nothing is scheduled.</summary>
    public decimal PercentComplete => ScheduledValue == 0m ? 0m : Rounding.ToHundredths(100m * To.Gross / ScheduledValue);

    /// <summary>H, balance to finish; below zero where overbilled.</summary>
    public decimal BalanceToFinish => ScheduledValue - To.Gross;

    /// <summary>The line with the application, as the next ledger has it unless it leaves the schedule of values.</summary>
    internal ContractLine Next => to;

    /// <summary>The balance at the base where it stands: a copy of it costs as much as adding it up.</summary>
    internal ref readonly LineBalance From => ref from.Balance;

    /// <summary>The balance with this application where it stands.</summary>
    internal ref readonly LineBalance To => ref to.Balance;

    /// <summary>g alone: what the line moves of the gross.</summary>
    internal decimal GrossMovement => To.Gross - From.Gross;

    /// <summary>The gross movement without what catches up an earlier application.</summary>
    internal decimal NormalMovement => Additional is null ? GrossMovement : GrossMovement - CatchUp;

    /// <summary>What the line moves of the retainage, all buckets together.</summary>
    internal decimal RetainageMovement => To.Retainage.Total - From.Retainage.Total;

    /// <summary>What the line moves: g, the retainage movement by bucket, and p.</summary>
    public LineMovement Movement => LineMovement.Between(From, To);
}
