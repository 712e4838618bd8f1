namespace PowerIntegration.Domain.Billing;

/// <summary>One line while an application is worked out. It belongs to one call of the engine and never leaves it.</summary>
internal sealed class SheetLine
{
    private KeptBalance? before;
    private KeptBalance? atThreshold;

    public SheetLine(ContractLine posted, ApplicationLine? source)
    {
        Posted = posted;
        Source = source;
        ScheduledValue = source?.ScheduledValue ?? posted.ScheduledValue;
        Released = posted.Released;
        Held = posted.Standing.Retainage;
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

    /// <summary>What the terms hold to date, before releases.</summary>
    public BucketAmounts Entitled { get; set; }

    /// <summary>What the terms hold before rounding; zero where they do not work by rates on the line.</summary>
    public decimal HeldUnrounded { get; set; }

    /// <summary>What releases took out of work and stored retainage to date.</summary>
    public BucketAmounts Released { get; set; }

    /// <summary>What this application pays back of the retainage.</summary>
    public decimal ReleasedNow { get; set; }

    /// <summary>The balance from which the line moves: the ledger's, or Oracle's where a controller decided to catch up.</summary>
    public LineBalance Before
    {
        get => before is null ? Posted.Posted : before.Balance;
        set => before = new KeptBalance(value);
    }

    /// <summary>Gross of the previous application as the source keeps it.</summary>
    public decimal SourcePrevious { get; set; }

    public decimal CatchUp { get; set; }

    /// <summary>The balance at the threshold, to be kept in the ledger.</summary>
    public LineBalance? AtThreshold
    {
        get => atThreshold?.Balance;
        set => atThreshold = KeptBalance.Of(value);
    }

    public string LineId => Posted.LineId;

    /// <summary>Work completed to date, as it was when the sheet was last added up.</summary>
    public decimal Work { get; private set; }

    /// <summary>Total completed and stored to date, as it was when the sheet was last added up.</summary>
    public decimal Gross { get; private set; }

    public LineBalance After => new(Gross, Held) { Stored = Stored };

    /// <summary>Takes over what is posted: the application says nothing of the line.</summary>
    public void Keep()
    {
        ref readonly var balance = ref Posted.Standing;
        WorkPrevious = balance.Work;
        Stored = balance.Stored;
        SourcePrevious = balance.Gross;
    }

    /// <summary>Adds up the line; the sheet does it with its own totals.</summary>
    public void AddUp()
    {
        Work = WorkPrevious + WorkThisPeriod;
        Gross = Work + Stored;
    }
}
