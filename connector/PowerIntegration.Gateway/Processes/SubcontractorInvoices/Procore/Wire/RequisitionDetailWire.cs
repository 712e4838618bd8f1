using PowerIntegration.Gateway.Procore.Wire;

namespace PowerIntegration.Gateway.Processes.SubcontractorInvoices.Procore.Wire;

/// <summary>One row of <c>GET /rest/v1.0/requisitions/{id}/detail</c>: the only place that says what is held to date, after releases.</summary>
internal sealed record RequisitionDetailWire(
    long? Id,
    int? ItemNumber,
    string? ItemType,
    WireAmount WorkCompletedRetainageCurrentlyRetained,
    WireAmount WorkCompletedRetainageReleasedThisPeriod,
    WireAmount MaterialsStoredRetainageCurrentlyRetained,
    WireAmount MaterialsStoredRetainageReleasedThisPeriod
);
