using PowerIntegration.Domain.Wbs;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;

/// <summary>
/// One line of a subcontractor invoice as Procore said it. What Procore left out is null, never zero. Amounts are in the major unit.
/// </summary>
public sealed record SourceInvoiceLine
{
    /// <summary>Position on the invoice, from 1.</summary>
    public required int LineNumber { get; init; }

    /// <summary>Procore's id of the item on this invoice.</summary>
    public required string ProcoreItemId { get; init; }

    /// <summary>Procore's id of the schedule-of-values line; stable over all invoices of the commitment, the key of the ledger.</summary>
    public string? ProcoreLineId { get; init; }

    /// <summary>Procore's id of the line in the subcontractor's own breakdown; null where the invoice bills the commitment line itself.</summary>
    public string? ProcoreDetailId { get; init; }

    /// <summary>Procore's kind of line, such as <c>contract_item</c>.</summary>
    public string? ItemType { get; init; }

    /// <summary>Description of work.</summary>
    public string? Description { get; init; }

    /// <summary>Procore's id of the WBS code.</summary>
    public string? WbsCodeId { get; init; }

    /// <summary>The WBS code as text, for people.</summary>
    public string? FlatCode { get; init; }

    /// <summary>Value of the custom segment that carries the Oracle task.</summary>
    public string? TaskSegmentCode { get; init; }

    /// <summary>Cost code.</summary>
    public string? CostCode { get; init; }

    /// <summary>Cost type.</summary>
    public string? CostType { get; init; }

    /// <summary>Sub job.</summary>
    public string? SubJob { get; init; }

    /// <summary>The other custom segments, as <see cref="SegmentText"/> writes them.</summary>
    public string? OtherSegments { get; init; }

    /// <summary>The segment values of its code.</summary>
    public SegmentCodes Codes =>
        new(TaskSegmentCode, CostCode, CostType) { SubJob = SubJob, Others = CustomSegments.Of(SegmentText.Read(OtherSegments) ?? []) };

    /// <summary>G703 column C.</summary>
    public decimal? ScheduledValue { get; init; }

    /// <summary>G703 column D, work completed from previous application.</summary>
    public decimal? WorkPrevious { get; init; }

    /// <summary>G703 column E, work completed this period.</summary>
    public decimal? WorkThisPeriod { get; init; }

    /// <summary>G703 column F, materials presently stored. A balance, not a movement.</summary>
    public decimal? MaterialsStored { get; init; }

    /// <summary>G703 column G, total completed and stored to date.</summary>
    public decimal? CompletedToDate { get; init; }

    /// <summary>Procore's own column G of the previous application.</summary>
    public decimal? CompletedPrevious { get; init; }

    /// <summary>Retainage held on work to date, after releases.</summary>
    public decimal? WorkRetainageHeld { get; init; }

    /// <summary>Retainage held on stored materials to date, after releases.</summary>
    public decimal? StoredRetainageHeld { get; init; }

    /// <summary>
    /// Retainage on work released with this application; a step down of the rate arrives the same way. <see cref="WorkRetainageHeld"/> is after it.
    /// </summary>
    public decimal? WorkRetainageReleased { get; init; }

    /// <summary>Retainage on stored materials released with this application. <see cref="StoredRetainageHeld"/> is after it.</summary>
    public decimal? StoredRetainageReleased { get; init; }

    /// <summary>What the subcontractor claimed for the line; the approved amounts are what counts.</summary>
    public decimal? ClaimedAmount { get; init; }

    /// <summary>Decision on the line: <c>approved</c>, <c>rejected</c> or <c>no_action</c>.</summary>
    public string? LineStatus { get; init; }

    /// <summary>True where a person overrode the retainage of the line in Procore.</summary>
    public bool ManualOverride { get; init; }

    /// <summary>Rates of tax on the line in percent, as Procore lists them; null where it lists none.</summary>
    public string? TaxRates { get; init; }

    /// <summary>The parts of the subcontractor's own breakdown that were added up to this line; empty where there are none.</summary>
    public IReadOnlyList<SourceInvoiceLine> Parts { get; init; } = [];
}
