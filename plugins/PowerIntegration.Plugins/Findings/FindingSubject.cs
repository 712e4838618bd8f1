using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Documents;

namespace PowerIntegration.Plugins.Findings;

/// <summary>What a finding is about.</summary>
/// <param name="Scope">Environment and generation of the record.</param>
/// <param name="EnvironmentId">Row of the environment.</param>
/// <param name="RecordId">Row of the record.</param>
/// <param name="Column">Lookup of the finding that names the record; null where none does.</param>
internal sealed record FindingSubject(KeyScope Scope, Guid EnvironmentId, EntityReference RecordId, string? Column);
