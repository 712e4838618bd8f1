using PowerIntegration.Domain.Wbs;

namespace PowerIntegration.Domain.PurchaseOrders.Predictions;

/// <summary>By how much a change moves what is committed on one coding.</summary>
/// <param name="Coding">Project, task, expenditure type and organization.</param>
/// <param name="Amount">The movement.</param>
public sealed record TaskMovement(TaskCoding Coding, decimal Amount);
