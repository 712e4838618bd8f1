namespace PowerIntegration.Domain.ContractBilling.Replay;

/// <summary>Retainage that was really held on a line.</summary>
/// <param name="LineId">The line.</param>
/// <param name="Amount">The amount to date.</param>
public sealed record HeldOnLine(string LineId, decimal Amount);
