using PowerIntegration.Domain.ContractBilling;
using PowerIntegration.Domain.ContractBilling.Applications;

namespace PowerIntegration.Tool.Billing;

/// <summary>An application with the engine's answer.</summary>
/// <param name="Application">The application.</param>
/// <param name="Outcome">The answer.</param>
internal sealed record BilledApplication(Application Application, BillingOutcome Outcome);
