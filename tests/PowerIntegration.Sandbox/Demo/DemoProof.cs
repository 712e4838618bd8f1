using PowerIntegration.Local.Procore.Scripts;

namespace PowerIntegration.Sandbox.Demo;

/// <summary>What the evidence of a hard case is taken from: Oracle's own invoices beside totals that were worked out by hand.</summary>
/// <param name="Months">The job's script with the certificates' totals.</param>
/// <param name="Invoices">Payables invoices as read back from Oracle.</param>
/// <param name="Balances">Procore's balances next to Oracle's.</param>
/// <param name="Observed">What was seen on the way.</param>
internal sealed record DemoProof(
    IReadOnlyList<MonthScript> Months,
    IReadOnlyList<OracleInvoice> Invoices,
    IReadOnlyList<ContractBalance> Balances,
    DemoObservations Observed
)
{
    /// <summary>One invoice, or null.</summary>
    public OracleInvoice? Find(string number) => Invoices.SingleOrDefault(invoice => invoice.Number == number);

    /// <summary>Says that the named invoices together are the current payment due of the certificate; null where they are not.</summary>
    /// <param name="number">The supplier's number of the application.</param>
    /// <param name="others">Further Oracle invoices of the same application.</param>
    public string? AsCertified(string number, params IReadOnlyList<string> others)
    {
        IReadOnlyList<string> numbers = [number, .. others];
        var found = numbers.Select(Find).OfType<OracleInvoice>().ToList();
        var total = found.Sum(invoice => invoice.Amount);
        return found.Count == numbers.Count && total == Due(number)
            ? $"{string.Join(", ", numbers)}: {DemoWords.Amount(total)} in Oracle, as certified."
            : null;
    }

    // A corrected certificate takes the place of the first one.
    private decimal? Due(string number) =>
        Months
            .SelectMany(month => month.Corrections ?? [])
            .LastOrDefault(correction => correction.InvoiceNumber == number)
            ?.Expected.CurrentPaymentDue
        ?? Months.SelectMany(month => month.Invoices).FirstOrDefault(invoice => invoice.InvoiceNumber == number)?.Expected.CurrentPaymentDue;
}
