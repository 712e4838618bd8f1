using PowerIntegration.Audit.Contracts;

namespace PowerIntegration.Audit.Workload;

/// <summary>A contract with what the auditor expects of it.</summary>
/// <param name="History">The raw inputs.</param>
/// <param name="Applications">The applications in order, each with its prediction.</param>
public sealed record AuditedContract(ContractHistory History, IReadOnlyList<AuditedApplication> Applications);
