using PowerIntegration.Domain.Processes.SubcontractorInvoices.ReadBack;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Plugins.Processes.SubcontractorInvoices.Recording;

/// <summary>What was read of a read-back text. Invariant: exactly one of invoices and refusal is null.</summary>
internal sealed record ReadBackReading(IReadOnlyList<ReadBackInvoice>? Invoices, Refusal? Refusal);
