using PowerIntegration.Domain.Approvals;
using PowerIntegration.Domain.Documents;

namespace PowerIntegration.Domain.Readiness;

/// <summary>An active approval authority with its row.</summary>
/// <param name="Kind">Documents that it is about.</param>
/// <param name="Authority">The authority.</param>
/// <param name="Place">Its row.</param>
public sealed record RegisteredAuthority(DocumentKind Kind, ApprovalAuthority Authority, RecordPlace Place);
