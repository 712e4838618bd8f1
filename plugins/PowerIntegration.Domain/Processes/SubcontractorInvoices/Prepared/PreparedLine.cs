using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;

/// <summary>
/// One line of a preparation: balances before and after, movement, coding, place in the Oracle invoice. Amounts are in the major unit.
/// </summary>
public sealed record PreparedLine
{
    /// <summary>Most characters of a description that are frozen: as many as leave for Oracle.</summary>
    public const int DescriptionMax = 240;

    private readonly string? description;

    /// <summary>What the line represents.</summary>
    public required LineKind Kind { get; init; }

    /// <summary>Position in the preparation, from 1.</summary>
    public required int LineNumber { get; init; }

    /// <summary>Procore's id of the schedule-of-values line; null on lines that represent no such line.</summary>
    public string? ProcoreLineId { get; init; }

    /// <summary>Description; a longer one is cut to <see cref="DescriptionMax"/>.</summary>
    public string? Description
    {
        get => description;
        init => description = Cut(value);
    }

    /// <summary>Procore's WBS code as text.</summary>
    public string? FlatCode { get; init; }

    /// <summary>Scheduled value.</summary>
    public decimal? ScheduledValue { get; init; }

    /// <summary>G703 column D, work from previous applications.</summary>
    public decimal? WorkPrevious { get; init; }

    /// <summary>G703 column E, work this period.</summary>
    public decimal? WorkThisPeriod { get; init; }

    /// <summary>Completed and stored to date at the base.</summary>
    public decimal? GrossBefore { get; init; }

    /// <summary>Completed and stored to date with this document.</summary>
    public decimal? GrossAfter { get; init; }

    /// <summary>Materials presently stored at the base; part of the gross.</summary>
    public decimal? StoredBefore { get; init; }

    /// <summary>G703 column F, materials presently stored with this document; part of the gross.</summary>
    public decimal? StoredAfter { get; init; }

    /// <summary>Retainage held on work at the base.</summary>
    public decimal? WorkRetainageBefore { get; init; }

    /// <summary>Retainage held on work with this document.</summary>
    public decimal? WorkRetainageAfter { get; init; }

    /// <summary>Retainage held on stored materials at the base.</summary>
    public decimal? StoredRetainageBefore { get; init; }

    /// <summary>Retainage held on stored materials with this document.</summary>
    public decimal? StoredRetainageAfter { get; init; }

    /// <summary>Retainage held for the punch list at the base.</summary>
    public decimal? PunchListBefore { get; init; }

    /// <summary>Retainage held for the punch list with this document.</summary>
    public decimal? PunchListAfter { get; init; }

    /// <summary>What releases took out of the retainage on work to date.</summary>
    public decimal? WorkReleased { get; init; }

    /// <summary>What releases took out of the retainage on stored materials to date.</summary>
    public decimal? StoredReleased { get; init; }

    /// <summary>Applications for which the stored balance has not changed.</summary>
    public int? StoredUnchangedPeriods { get; init; }

    /// <summary>
    /// Completed and stored before the application that passed the retainage threshold; null where none is passed, as the three that follow.
    /// </summary>
    public decimal? ThresholdGross { get; init; }

    /// <summary>Materials stored then.</summary>
    public decimal? ThresholdStored { get; init; }

    /// <summary>Retainage on work then, before releases.</summary>
    public decimal? ThresholdWorkRetainage { get; init; }

    /// <summary>Retainage on stored materials then, before releases.</summary>
    public decimal? ThresholdStoredRetainage { get; init; }

    /// <summary>The movement: what Oracle gets for the line.</summary>
    public required decimal Amount { get; init; }

    /// <summary>Which of the preparation's Oracle documents takes the line, from 1; null where nothing is sent.</summary>
    public int? PayablesInvoice { get; init; }

    /// <summary>Line number in the Oracle document; null where nothing is sent.</summary>
    public int? OracleLineNumber { get; init; }

    /// <summary>Purchase order.</summary>
    public string? PurchaseOrderNumber { get; init; }

    /// <summary>Purchase order line.</summary>
    public int? PurchaseOrderLine { get; init; }

    /// <summary>Purchase order schedule.</summary>
    public int? PurchaseOrderSchedule { get; init; }

    /// <summary>Oracle project number of the coding.</summary>
    public string? OracleProjectNumber { get; init; }

    /// <summary>Oracle task of the coding.</summary>
    public string? TaskNumber { get; init; }

    /// <summary>Expenditure type of the coding.</summary>
    public string? ExpenditureType { get; init; }

    /// <summary>Expenditure organization of the coding.</summary>
    public string? ExpenditureOrganization { get; init; }

    /// <summary>Account combination of lines that carry no project.</summary>
    public string? Account { get; init; }

    /// <summary>True where the line is part of an Oracle document.</summary>
    public bool IsSent => OracleLineNumber is not null;

    private static string? Cut(string? text) => text is null ? null : WholeText.Start(text, DescriptionMax);
}
