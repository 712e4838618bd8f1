namespace PowerIntegration.Domain.ContractBilling.Ledger;

/// <summary>The threshold of a step as it was when it was reached. Later change orders do not move it.</summary>
/// <param name="ApplicationNumber">The application that reached it.</param>
/// <param name="Amount">The billed amount at which it lay.</param>
public sealed record ThresholdPassed(int ApplicationNumber, decimal Amount);
