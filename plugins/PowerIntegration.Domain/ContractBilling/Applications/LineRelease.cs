namespace PowerIntegration.Domain.ContractBilling.Applications;

/// <summary>A release on one line.</summary>
/// <param name="LineId">Stable id of the line.</param>
/// <param name="Amount">What is released; above zero.</param>
public sealed record LineRelease(string LineId, decimal Amount);
