using PowerIntegration.Domain.Billing;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Tax;

namespace PowerIntegration.Domain.Preparation;

/// <summary>What the arithmetic and the coding of one preparation found.</summary>
internal sealed record BillingResult(
    BillingOutcome.Billed Billed,
    ApplicationTaxOutcome.Computed? Tax,
    IReadOnlyList<PreparedLine> Lines,
    AccountingDateDecision AccountingDate,
    ICollection<string> Rules,
    ICollection<string> Warnings
);
