using PowerIntegration.Domain.Wbs;

namespace PowerIntegration.Domain.ContractBilling.Documents;

/// <summary>Where the movement of one schedule-of-values line goes in Oracle.</summary>
/// <param name="ProcoreLineId">Procore's id of the schedule-of-values line.</param>
/// <param name="Coding">Its coding; equal to the purchase order's coding where one is matched.</param>
/// <param name="PurchaseOrder">The purchase order line that is matched; null where the contract bills without one.</param>
public sealed record CodedLine(string ProcoreLineId, TaskCoding Coding, PurchaseOrderLink? PurchaseOrder);
