namespace PowerIntegration.Local.Oracle.Payables;

/// <summary>An invoice in a payment.</summary>
/// <param name="InvoiceNumber">Its number.</param>
/// <param name="Amount">What is paid in the invoice's currency, with the sign of the invoice; null for all that is unpaid.</param>
public sealed record OraclePaidInvoice(string InvoiceNumber, decimal? Amount = null);
