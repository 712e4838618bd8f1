using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Ownership;

namespace PowerIntegration.Domain.Readiness;

/// <summary>An active rule of the ownership register with its row.</summary>
/// <param name="Kind">Documents that it is about.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Place">Its row.</param>
public sealed record RegisteredRule(DocumentKind Kind, OwnershipRule Rule, RecordPlace Place);
