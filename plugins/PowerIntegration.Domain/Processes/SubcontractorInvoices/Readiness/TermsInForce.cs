using PowerIntegration.Domain.Readiness;
using PowerIntegration.Domain.Versions;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Readiness;

/// <summary>An active version of a commitment's terms with its row.</summary>
/// <param name="Version">The version.</param>
/// <param name="Place">Its row.</param>
public sealed record TermsInForce(TermsVersion Version, RecordPlace Place);
