using PowerIntegration.Gateway.Procore.Wire;

namespace PowerIntegration.Gateway.Processes.SubcontractorInvoices.Procore.Wire;

/// <summary>One tax on a line of a subcontractor invoice, list <c>taxes</c> of the item.</summary>
internal sealed record ItemTaxWire(string? TaxCodeName, WireAmount TaxCodeRate);
