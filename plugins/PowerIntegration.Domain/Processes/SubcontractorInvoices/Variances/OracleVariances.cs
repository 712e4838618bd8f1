using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Variances;

/// <summary>
/// Compares what a commitment has posted with what Oracle shows of it (variance V2). The ledger is the base of the next application, and only this
/// comparison notices that someone canceled or changed a posted invoice in Oracle itself.
/// </summary>
public static class OracleVariances
{
    /// <summary>
    /// The invoices that must stand in Oracle, with their amounts: all that were created, less those that a reversal from here canceled. An invoice
    /// that a reversal credited stands, as its credit does. Where a controller accepted what Oracle showed, that counts from then on.
    /// </summary>
    /// <param name="postings">Everything that the commitment posted, also what was reversed, in the order of posting.</param>
    public static IReadOnlyDictionary<string, decimal> Expected(IReadOnlyCollection<PostedPreparation> postings)
    {
        var expected = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var document in postings.SelectMany(posting => posting.Documents).Where(document => document.Action == PayablesAction.Create))
        {
            expected[document.InvoiceNumber] = document.Amount;
        }

        foreach (var document in postings.SelectMany(posting => posting.Documents).Where(document => document.Action == PayablesAction.Cancel))
        {
            expected.Remove(document.InvoiceNumber);
        }

        // With a document that was reversed its base comes back too, and the variance is open again.
        foreach (
            var accepted in postings
                .Where(posting => !posting.IsReversed)
                .SelectMany(posting => posting.Accepted)
                .Where(variance => expected.ContainsKey(variance.InvoiceNumber))
        )
        {
            expected[accepted.InvoiceNumber] = accepted.Shown;
        }

        return expected;
    }

    /// <summary>Every invoice of which Oracle shows something else, by number; empty where Oracle and ledger agree.</summary>
    /// <param name="expected">What <see cref="Expected"/> gave.</param>
    /// <param name="shown">What Oracle shows of these invoices, each once.</param>
    public static IReadOnlyList<OracleVariance> Between(IReadOnlyDictionary<string, decimal> expected, IEnumerable<ShownInvoice> shown)
    {
        var byNumber = shown.ToDictionary(invoice => invoice.InvoiceNumber, StringComparer.Ordinal);
        return
        [
            .. expected
                .OrderBy(posted => posted.Key, StringComparer.Ordinal)
                .Select(posted =>
                    byNumber.TryGetValue(posted.Key, out var invoice)
                        ? Of(posted.Value, invoice)
                        : new OracleVariance(posted.Key, posted.Value, 0m, InvoiceStatus.Missing)
                )
                .Where(variance => variance.Shown != variance.Posted),
        ];
    }

    private static OracleVariance Of(decimal posted, ShownInvoice invoice) =>
        invoice.IsCancelled
            ? new OracleVariance(invoice.InvoiceNumber, posted, 0m, InvoiceStatus.Cancelled)
            : new OracleVariance(invoice.InvoiceNumber, posted, invoice.Amount, InvoiceStatus.Present);
}
