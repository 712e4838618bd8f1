using PowerIntegration.Domain.Wbs;

namespace PowerIntegration.Domain.PurchaseOrders.Billing;

/// <summary>The coding that a schedule-of-values line resolves to now.</summary>
/// <param name="CommitmentLineId">The line.</param>
/// <param name="Coding">Its coding.</param>
public sealed record CommitmentLineCoding(string CommitmentLineId, TaskCoding Coding);
