namespace PowerIntegration.Domain.ContractBilling.Applications;

/// <summary>What Oracle has posted on one line; the second cross-check.</summary>
/// <param name="LineId">Stable id of the line.</param>
/// <param name="Gross">Gross that is posted.</param>
/// <param name="Retainage">Retainage still held; null where it was not read.</param>
public sealed record OraclePosted(string LineId, decimal Gross, decimal? Retainage);
