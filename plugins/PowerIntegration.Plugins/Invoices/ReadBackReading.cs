using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Plugins.Invoices;

/// <summary>What was read of a read-back text. Invariant: exactly one of invoice and refusal is null.</summary>
internal sealed record ReadBackReading(ReadBackInvoice? Invoice, Refusal? Refusal);
