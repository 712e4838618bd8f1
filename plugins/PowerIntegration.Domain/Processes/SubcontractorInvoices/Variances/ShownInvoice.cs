namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Variances;

/// <summary>An invoice as Oracle shows it now.</summary>
/// <param name="InvoiceNumber">Its number.</param>
/// <param name="Amount">Its amount in the major unit.</param>
/// <param name="IsCancelled">True where it is canceled; then it counts nothing, whatever amount is shown.</param>
public sealed record ShownInvoice(string InvoiceNumber, decimal Amount, bool IsCancelled);
