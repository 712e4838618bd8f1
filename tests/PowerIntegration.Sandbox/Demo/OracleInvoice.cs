namespace PowerIntegration.Sandbox.Demo;

/// <summary>One payables invoice as Oracle's REST interface shows it.</summary>
/// <param name="Number">The supplier's number.</param>
/// <param name="Supplier">Supplier.</param>
/// <param name="Site">Supplier site.</param>
/// <param name="AccountingDate">Accounting date of its lines.</param>
/// <param name="CostLines">How many lines charge the project.</param>
/// <param name="Gross">Sum of the lines that charge a purchase order.</param>
/// <param name="Retainage">What its other lines put on the retainage account; positive where withheld.</param>
/// <param name="Amount">Invoice amount.</param>
/// <param name="Validation">Validation status.</param>
public sealed record OracleInvoice(
    string Number,
    string Supplier,
    string Site,
    string AccountingDate,
    int CostLines,
    decimal Gross,
    decimal Retainage,
    decimal Amount,
    string Validation
);
