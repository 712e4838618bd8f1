using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Terms;

namespace PowerIntegration.Tool.Billing;

/// <summary>An application of a contract file.</summary>
/// <param name="Terms">The terms that apply to it.</param>
/// <param name="Application">The application.</param>
internal sealed record ContractFileApplication(ContractTerms Terms, Application Application);
