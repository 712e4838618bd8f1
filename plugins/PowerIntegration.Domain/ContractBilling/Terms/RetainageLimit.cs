namespace PowerIntegration.Domain.ContractBilling.Terms;

/// <summary>The most retainage that may be held on a contract.</summary>
/// <param name="Base">What the value is measured on.</param>
/// <param name="Value">A fraction of the contract sum, or an amount in the contract's currency.</param>
public sealed record RetainageLimit(LimitBase Base, decimal Value);
