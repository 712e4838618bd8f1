namespace PowerIntegration.Domain.ContractBilling.Ledger;

/// <summary>A line that left the schedule of values: deleted, split or merged. It has no balance.</summary>
/// <param name="LineId">Its id; no other line may use it.</param>
/// <param name="Description">Description.</param>
public sealed record ClosedLine(string LineId, string? Description);
