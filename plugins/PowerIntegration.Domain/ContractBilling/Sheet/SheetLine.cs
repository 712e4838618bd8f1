using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Ledger;

namespace PowerIntegration.Domain.ContractBilling.Sheet;

/// <summary>One line while an application is worked out. It belongs to one call of the engine and never leaves it.</summary>
internal sealed class SheetLine
{
    // What few lines need is kept beside the line: ten thousand lines are as fast as they are small.
    private Additional? additional;

    public SheetLine(ContractLine posted, ApplicationLine? source)
    {
        Posted = posted;
        Source = source;
        ScheduledValue = source?.ScheduledValue ?? posted.ScheduledValue;
        Held = posted.Balance.Retainage;
        additional = posted.IsPlain ? null : new Additional { Released = posted.Released, AtThreshold = posted.AtThreshold };
    }

    /// <summary>The line as it is posted; with zero balances where it is new.</summary>
    public ContractLine Posted { get; }

    /// <summary>What the application says of it; null where it does not mention it.</summary>
    public ApplicationLine? Source { get; }

    public decimal ScheduledValue { get; set; }

    public decimal WorkPrevious { get; set; }

    public decimal WorkThisPeriod { get; set; }

    public decimal Stored { get; set; }

    /// <summary>Retainage held with this application.</summary>
    public BucketAmounts Held { get; set; }

    /// <summary>What releases took out of work and stored retainage to date.</summary>
    public BucketAmounts Released
    {
        get => additional is null ? default : additional.Released;
        set => Beside().Released = value;
    }

    /// <summary>The line from which this one moves: the ledger's, or with Oracle's balance where a controller decided to catch up.</summary>
    public ContractLine Base => additional?.Base ?? Posted;

    public decimal CatchUp
    {
        get => additional is null ? 0m : additional.CatchUp;
        set => Beside().CatchUp = value;
    }

    /// <summary>The balance before the application that passed the threshold; null where none is passed.</summary>
    public LineBalance? AtThreshold
    {
        get => additional?.AtThreshold;
        set => Beside().AtThreshold = value;
    }

    public string LineId => Posted.LineId;

    /// <summary>Work completed to date, as it was when the sheet was last added up.</summary>
    public decimal Work => Gross - Stored;

    /// <summary>Total completed and stored to date, as it was when the sheet was last added up.</summary>
    public decimal Gross { get; private set; }

    /// <summary>Takes over what is posted: the application says nothing of the line.</summary>
    public void Keep()
    {
        ref readonly var balance = ref Posted.Balance;
        WorkPrevious = balance.Work;
        Stored = balance.Stored;
    }

    /// <summary>Closes the line at what was billed.</summary>
    public void Close()
    {
        ScheduledValue = Posted.Balance.Gross;
        Beside().IsClosed = true;
    }

    /// <summary>Releases retainage with this application, once.</summary>
    /// <param name="taken">What leaves the buckets.</param>
    /// <param name="paid">What is paid of it; the rest stays held for the punch list.</param>
    public void Release(BucketAmounts taken, decimal paid)
    {
        Released += new BucketAmounts(taken.Work, taken.Stored);
        Beside().ReleasedNow = paid;
    }

    /// <summary>Moves from another balance than the posted one.</summary>
    public void MoveFrom(LineBalance balance) => Beside().Base = Posted with { Posted = balance };

    /// <summary>Adds up the line; the sheet does it with its own totals.</summary>
    public void AddUp() => Gross = WorkPrevious + WorkThisPeriod + Stored;

    /// <summary>The line as it is certified.</summary>
    public ContinuationLine Certify(bool isCorrection) =>
        new(Base, Next(isCorrection))
        {
            WorkPrevious = WorkPrevious,
            WorkThisPeriod = WorkThisPeriod,
            Additional = additional is null ? null : AdditionalMovement.Of(additional.CatchUp, additional.ReleasedNow),
        };

    // The line as the ledger has it once this application is posted.
    private ContractLine Next(bool isCorrection)
    {
        var isSame = Stored != 0m && Stored == Posted.Balance.Stored && !isCorrection;
        var next = Posted with
        {
            ScheduledValue = ScheduledValue,
            Posted = new LineBalance(Gross, Held) { Stored = Stored },
            StoredUnchangedPeriods = isSame ? Posted.StoredUnchangedPeriods + 1 : 0,
        };
        return additional is null
            ? next
            : next with
            {
                Released = additional.Released,
                AtThreshold = additional.AtThreshold,
                IsClosed = Posted.IsClosed || additional.IsClosed,
            };
    }

    private Additional Beside() => additional ??= new Additional();

    private sealed class Additional
    {
        public BucketAmounts Released { get; set; }

        public decimal ReleasedNow { get; set; }

        public decimal CatchUp { get; set; }

        public bool IsClosed { get; set; }

        public ContractLine? Base { get; set; }

        public LineBalance? AtThreshold { get; set; }
    }
}
