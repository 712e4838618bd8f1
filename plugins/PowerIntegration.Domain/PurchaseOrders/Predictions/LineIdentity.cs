using PowerIntegration.Domain.Wbs;

namespace PowerIntegration.Domain.PurchaseOrders.Predictions;

/// <summary>What makes two revisions of a line the same line in the same place.</summary>
internal sealed record LineIdentity(string LineId, string? CommitmentLineId, TaskCoding Coding);
