using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Ledger;

namespace PowerIntegration.Domain.ContractBilling.Sheet;

/// <summary>One line while an application is billed. It exists only during one call of the engine.</summary>
internal sealed class SheetLine
{
    // Rarely used fields are kept in a separate object: ten thousand small lines are faster.
    private Additional? additional;

    public SheetLine(ContractLine posted, ApplicationLine? source)
    {
        Posted = posted;
        Source = source;
        ScheduledValue = source?.ScheduledValue ?? posted.ScheduledValue;
        Held = posted.Balance.Retainage;
        additional = posted.IsPlain ? null : new Additional { Released = posted.Released, AtThreshold = posted.AtThreshold };
    }

    /// <summary>The posted line; with zero balances where the line is new.</summary>
    public ContractLine Posted { get; }

    /// <summary>The line of the application; null where it does not list this line.</summary>
    public ApplicationLine? Source { get; }

    public decimal ScheduledValue { get; set; }

    public decimal WorkPrevious { get; set; }

    public decimal WorkThisPeriod { get; set; }

    public decimal Stored { get; set; }

    /// <summary>Retainage held with this application.</summary>
    public BucketAmounts Held { get; set; }

    /// <summary>Retainage released from work and stored materials to date.</summary>
    public BucketAmounts Released
    {
        get => additional is null ? default : additional.Released;
        set => Extra().Released = value;
    }

    /// <summary>The line that this one starts from: the ledger's, or one with Oracle's balance after a catch-up decision.</summary>
    public ContractLine Base => additional?.Base ?? Posted;

    public decimal CatchUp
    {
        get => additional is null ? 0m : additional.CatchUp;
        set => Extra().CatchUp = value;
    }

    /// <summary>Retainage on what a cut takes off the line: a source states what it holds without the cut.</summary>
    public BucketAmounts HeldOnCut
    {
        get => additional is null ? default : additional.HeldOnCut;
        set => Extra().HeldOnCut = value;
    }

    /// <summary>The balance before the application that passed the threshold; null where none is passed.</summary>
    public LineBalance? AtThreshold
    {
        get => additional?.AtThreshold;
        set => Extra().AtThreshold = value;
    }

    public string LineId => Posted.LineId;

    /// <summary>Work completed to date when the sheet was last added up.</summary>
    public decimal Work => Gross - Stored;

    /// <summary>Total completed and stored to date when the sheet was last added up.</summary>
    public decimal Gross { get; private set; }

    /// <summary>Keeps the posted amounts of a line that the application does not list.</summary>
    public void Keep()
    {
        ref readonly var balance = ref Posted.Balance;
        WorkPrevious = balance.Work;
        Stored = balance.Stored;
    }

    /// <summary>Closes the line at its billed amount.</summary>
    public void Close()
    {
        ScheduledValue = Posted.Balance.Gross;
        Extra().IsClosed = true;
    }

    /// <summary>Releases retainage with this application, once.</summary>
    /// <param name="taken">What is taken from the buckets.</param>
    /// <param name="paid">The part that is paid; the rest stays held for the punch list.</param>
    public void Release(BucketAmounts taken, decimal paid)
    {
        Released += new BucketAmounts(taken.Work, taken.Stored);
        Extra().ReleasedNow = paid;
    }

    /// <summary>Starts from another balance than the posted one.</summary>
    public void MoveFrom(LineBalance balance) => Extra().Base = Posted with { Posted = balance };

    /// <summary>Adds up the line; the sheet calls it with its own totals.</summary>
    public void AddUp() => Gross = WorkPrevious + WorkThisPeriod + Stored;

    /// <summary>The certified line.</summary>
    public ContinuationLine Certify(bool isCorrection) =>
        new(Base, Next(isCorrection))
        {
            WorkPrevious = WorkPrevious,
            WorkThisPeriod = WorkThisPeriod,
            Additional = additional is null ? null : AdditionalMovement.Of(additional.CatchUp, additional.ReleasedNow),
        };

    // The line in the ledger after this application is posted.
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

    private Additional Extra() => additional ??= new Additional();

    private sealed class Additional
    {
        public BucketAmounts Released { get; set; }

        public decimal ReleasedNow { get; set; }

        public decimal CatchUp { get; set; }

        public BucketAmounts HeldOnCut { get; set; }

        public bool IsClosed { get; set; }

        public ContractLine? Base { get; set; }

        public LineBalance? AtThreshold { get; set; }
    }
}
