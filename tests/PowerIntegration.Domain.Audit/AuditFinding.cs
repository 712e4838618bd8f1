using PowerIntegration.Audit.Contracts;

namespace PowerIntegration.Domain.Audit;

/// <summary>The first application of a contract on which engine and auditor differ.</summary>
/// <param name="History">The contract.</param>
/// <param name="Application">The application.</param>
/// <param name="Disagreements">Every figure that differs.</param>
public sealed record AuditFinding(ContractHistory History, ApplicationSheet Application, IReadOnlyList<Disagreement> Disagreements);
