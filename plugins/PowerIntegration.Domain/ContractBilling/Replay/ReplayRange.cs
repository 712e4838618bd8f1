namespace PowerIntegration.Domain.ContractBilling.Replay;

/// <summary>The thresholds that give the same figures, because no application lies between them.</summary>
/// <param name="Above">Fraction of the contract sum, not included.</param>
/// <param name="UpTo">Fraction of the contract sum, included.</param>
/// <param name="AmountAbove">Amount billed by the last application below the threshold.</param>
/// <param name="AmountUpTo">Amount billed by the first application that reaches it.</param>
public sealed record ReplayRange(decimal Above, decimal UpTo, decimal AmountAbove, decimal AmountUpTo);
