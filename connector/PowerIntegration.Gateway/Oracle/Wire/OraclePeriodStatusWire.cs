namespace PowerIntegration.Gateway.Oracle.Wire;

/// <summary>The status of an accounting period in one application, <c>/accountingPeriodStatusLOV</c>.</summary>
internal sealed record OraclePeriodStatusWire
{
    public string? PeriodNameId { get; init; }

    public string? StartDate { get; init; }

    public string? EndDate { get; init; }

    public bool? AdjustmentPeriodFlag { get; init; }

    /// <summary><c>O</c> is open; everything else takes no entries.</summary>
    public string? ClosingStatus { get; init; }
}
