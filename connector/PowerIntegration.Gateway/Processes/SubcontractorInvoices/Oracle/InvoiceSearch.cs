namespace PowerIntegration.Gateway.Processes.SubcontractorInvoices.Oracle;

/// <summary>Which invoices to look for.</summary>
/// <param name="Numbers">Their numbers.</param>
/// <param name="Suppliers">Names that their supplier had and has.</param>
/// <param name="BusinessUnits">Business units in which they were posted.</param>
internal sealed record InvoiceSearch(IReadOnlyList<string> Numbers, IReadOnlyList<string> Suppliers, IReadOnlyList<string> BusinessUnits);
