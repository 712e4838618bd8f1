namespace PowerIntegration.Domain.ContractBilling.Ledger;

/// <summary>The threshold of a retainage reduction when it was reached. Later change orders do not change it.</summary>
/// <param name="ApplicationNumber">The application that reached it.</param>
/// <param name="Amount">The billed amount of the threshold.</param>
public sealed record ThresholdPassed(int ApplicationNumber, decimal Amount);
