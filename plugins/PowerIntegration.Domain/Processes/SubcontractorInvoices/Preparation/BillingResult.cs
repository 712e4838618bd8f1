using PowerIntegration.Domain.ContractBilling;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Law.Tax;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;

/// <summary>What the arithmetic and the coding of one preparation found.</summary>
internal sealed record BillingResult(
    BillingOutcome.Billed Billed,
    ApplicationTaxOutcome.Computed? Tax,
    IReadOnlyList<PreparedLine> Lines,
    AccountingDateDecision AccountingDate,
    PaymentHold? PaymentHold,
    ICollection<string> Rules,
    ICollection<string> Warnings
);
