namespace PowerIntegration.Domain.ContractBilling.Ledger;

/// <summary>A line that left the schedule of values: deleted, split into others or merged. Nothing stands on it any more.</summary>
/// <param name="LineId">Its id; no other line takes it.</param>
/// <param name="Description">Description.</param>
public sealed record ClosedLine(string LineId, string? Description);
