using PowerIntegration.Domain.Amounts;

namespace PowerIntegration.Domain.ContractBilling.Ledger;

/// <summary>
/// One line of the continuation sheet (G703) with its movement, from the base to the balance with the application.
/// </summary>
public sealed record ContinuationLine
{
    private readonly ContractLine from;
    private readonly ContractLine to;

    /// <summary>Makes the line from its state before and after.</summary>
    /// <param name="from">The line at the base.</param>
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

    /// <summary>Catch-up and release; null where there is neither.</summary>
    internal AdditionalMovement? Additional { get; init; }

    /// <summary>The part of the gross movement that is a catch-up of an earlier application.</summary>
    public decimal CatchUp => Additional?.CatchUp ?? 0m;

    /// <summary>Retainage released on the line with this application, beyond what the terms return.</summary>
    public decimal Released => Additional?.Released ?? 0m;

    /// <summary>F, materials presently stored.</summary>
    public decimal MaterialsStored => To.Stored;

    /// <summary>G, total completed and stored to date.</summary>
    public decimal CompletedToDate => To.Gross;

    /// <summary>Percent of the scheduled value, two decimals; 0 where nothing is scheduled.</summary>
    public decimal PercentComplete => ScheduledValue == 0m ? 0m : Rounding.ToHundredths(100m * To.Gross / ScheduledValue);

    /// <summary>H, balance to finish; below zero where overbilled.</summary>
    public decimal BalanceToFinish => ScheduledValue - To.Gross;

    /// <summary>The line for the next ledger, unless it leaves the schedule of values.</summary>
    internal ContractLine Next => to;

    /// <summary>The balance at the base, by reference: copying it costs as much as adding it up.</summary>
    internal ref readonly LineBalance From => ref from.Balance;

    /// <summary>The balance with this application, by reference.</summary>
    internal ref readonly LineBalance To => ref to.Balance;

    /// <summary>g: the gross movement.</summary>
    internal decimal GrossMovement => To.Gross - From.Gross;

    /// <summary>The gross movement without a catch-up.</summary>
    internal decimal NormalMovement => Additional is null ? GrossMovement : GrossMovement - CatchUp;

    /// <summary>The retainage movement, all buckets together.</summary>
    internal decimal RetainageMovement => To.Retainage.Total - From.Retainage.Total;

    /// <summary>The movement: g, retainage by bucket, and p.</summary>
    public LineMovement Movement => LineMovement.Between(From, To);
}
