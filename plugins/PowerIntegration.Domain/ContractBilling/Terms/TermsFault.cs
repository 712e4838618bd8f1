using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.ContractBilling.Terms;

/// <summary>What is wrong with the terms of a contract, whatever is billed.</summary>
/// <param name="Refusal">Why nothing can be billed.</param>
/// <param name="Terms">The terms that are missing, out of range or in conflict.</param>
public sealed record TermsFault(Refusal Refusal, IReadOnlyList<ContractTerm> Terms);
