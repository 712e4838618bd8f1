using System.Collections.Generic;
using PowerIntegration.Domain.Billing;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Documents;

namespace PowerIntegration.Domain.Preparation;

/// <summary>What the arithmetic of one preparation found.</summary>
internal sealed record BillingResult(
    Certificate Certificate,
    IReadOnlyList<PreparedLine> Lines,
    AccountingDateDecision AccountingDate,
    ICollection<string> Rules,
    ICollection<string> Warnings);
