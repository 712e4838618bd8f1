namespace PowerIntegration.Audit.Contracts;

/// <summary>One application for payment.</summary>
public sealed record ApplicationSheet
{
    /// <summary>Number, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Last day of the period, as year, month and day.</summary>
    public required string PeriodEnd { get; init; }

    /// <summary>The rows; a line that is not mentioned keeps its balances.</summary>
    public required IReadOnlyList<RowSheet> Rows { get; init; }

    /// <summary>A release of retainage; none where nothing is released.</summary>
    public ReleaseSheet? Release { get; init; }

    /// <summary>Amounts after line 8.</summary>
    public IReadOnlyList<DeductionSheet> Deductions { get; init; } = [];

    /// <summary>True where stored material of the previous application was moved into D.</summary>
    public bool StoredMoved { get; init; }

    /// <summary>Changes of the schedule of values since the application before.</summary>
    public IReadOnlyList<ChangeSheet> Changes { get; init; } = [];

    /// <summary>A cut made on the header; none where the rows carry every cut.</summary>
    public CutSheet? Cut { get; init; }

    /// <summary>The certified header; none where nothing was certified.</summary>
    public CertifiedSheet? Certified { get; init; }

    /// <summary>
    /// What column D has beyond what was posted, where a controller decided to bill it now; cents. None where nothing was decided.
    /// </summary>
    public long? CatchUp { get; init; }

    /// <summary>True where the product takes the contract over before this application, from the balances of the one before.</summary>
    public bool TakenOver { get; init; }

    /// <summary>True where the application is reversed after it was posted, and then billed again.</summary>
    public bool Reversed { get; init; }

    /// <summary>Tax of the application, where it states any; cents.</summary>
    public long? Tax { get; init; }

    /// <summary>The last application of the contract.</summary>
    public bool Final { get; init; }
}
