using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Documents;

namespace PowerIntegration.Gateway.Processes.SubcontractorInvoices.Intake;

/// <summary>Where a document belongs.</summary>
/// <param name="Scope">Environment and generation, first part of every key.</param>
/// <param name="Environment">The environment.</param>
/// <param name="Project">The project.</param>
/// <param name="Commitment">The commitment.</param>
/// <param name="CommitmentNumber">The commitment's number, for people.</param>
internal sealed record DocumentPlace(
    KeyScope Scope,
    EntityReference Environment,
    EntityReference Project,
    EntityReference Commitment,
    string? CommitmentNumber
);
