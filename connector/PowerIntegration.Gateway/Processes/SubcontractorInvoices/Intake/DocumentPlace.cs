using Microsoft.Xrm.Sdk;

namespace PowerIntegration.Gateway.Processes.SubcontractorInvoices.Intake;

/// <summary>Where a document belongs.</summary>
/// <param name="EnvironmentKey">Key of the environment, first part of every key.</param>
/// <param name="Environment">The environment.</param>
/// <param name="Project">The project.</param>
/// <param name="Contract">The contract.</param>
/// <param name="ContractNumber">The contract's number, for people.</param>
internal sealed record DocumentPlace(
    string EnvironmentKey,
    EntityReference Environment,
    EntityReference Project,
    EntityReference Contract,
    string? ContractNumber
);
