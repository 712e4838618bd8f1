namespace PowerIntegration.Local.Oracle.Payables;

/// <summary>One payment to a supplier, as Payables makes it. A memo goes into a payment beside the invoices that it lowers.</summary>
/// <param name="BusinessUnit">Business unit of every invoice in it.</param>
/// <param name="Supplier">The supplier who is paid.</param>
/// <param name="PaidOn">Payment date; it must be in an open Payables period.</param>
/// <param name="Invoices">What is paid: all of it or nothing.</param>
public sealed record OraclePayment(string BusinessUnit, string Supplier, DateOnly PaidOn, IReadOnlyList<OraclePaidInvoice> Invoices);
