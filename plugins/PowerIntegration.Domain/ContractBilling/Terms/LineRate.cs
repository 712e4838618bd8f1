namespace PowerIntegration.Domain.ContractBilling.Terms;

/// <summary>Rates of one schedule-of-values line; a blank rate means the contract's.</summary>
/// <param name="LineId">Stable id of the line.</param>
/// <param name="WorkRate">Rate on completed work, as a fraction; null for the contract's.</param>
/// <param name="StoredRate">Rate on stored materials, as a fraction; null for the contract's.</param>
public sealed record LineRate(string LineId, decimal? WorkRate, decimal? StoredRate);
