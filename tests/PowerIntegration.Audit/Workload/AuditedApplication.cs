using PowerIntegration.Audit.Contracts;
using PowerIntegration.Audit.Form;

namespace PowerIntegration.Audit.Workload;

/// <summary>An application with what the auditor expects of it.</summary>
/// <param name="Application">The raw input.</param>
/// <param name="Prediction">The expectation.</param>
public sealed record AuditedApplication(ApplicationSheet Application, Prediction Prediction)
{
    /// <summary>The balances from which the product takes the contract over with this application; none where it does not.</summary>
    public TakenOverBalances? TakenOver { get; init; }
}
