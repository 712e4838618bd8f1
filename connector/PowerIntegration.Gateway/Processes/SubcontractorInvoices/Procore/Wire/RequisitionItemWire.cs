using PowerIntegration.Gateway.Procore.Wire;

namespace PowerIntegration.Gateway.Processes.SubcontractorInvoices.Procore.Wire;

/// <summary>One line of a subcontractor invoice, list <c>items</c> of the requisition.</summary>
internal sealed record RequisitionItemWire(
    long? Id,
    string? ItemType,
    long? LineItemId,
    long? DetailLineItemId,
    string? DescriptionOfWork,
    WbsCodeReferenceWire? WbsCode,
    WireAmount ScheduledValue,
    WireAmount WorkCompletedFromPreviousApplication,
    WireAmount WorkCompletedThisPeriod,
    WireAmount MaterialsPresentlyStored,
    WireAmount TotalCompletedAndStoredToDate,
    WireAmount TotalCompletedAndStoredToDateFromPrevious,
    WireAmount SubcontractorClaimedAmount,
    string? Status,
    int? Position,
    bool? SsrManualOverride,
    IReadOnlyList<ItemTaxWire?>? Taxes
);
