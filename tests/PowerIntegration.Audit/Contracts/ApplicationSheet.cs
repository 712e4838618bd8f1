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

    /// <summary>The last application of the contract.</summary>
    public bool Final { get; init; }
}
