using PowerIntegration.Domain.ContractBilling.Documents;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;

/// <summary>
/// The documents of a preparation as its column keeps them: one line each, the number of the invoice last because it may contain anything.
/// </summary>
public static class PayablesInvoicesText
{
    private const int Fields = 5;

    /// <summary>Writes them.</summary>
    /// <param name="documents">The documents.</param>
    public static string Write(IEnumerable<PayablesInvoice> documents) =>
        string.Join(
            "\n",
            documents.Select(document =>
                string.Join(
                    "|",
                    document.Number.ToString(CultureInfo.InvariantCulture),
                    document.Action.ToString(),
                    document.Kind.ToString(),
                    document.Amount.ToString(CultureInfo.InvariantCulture),
                    document.InvoiceNumber
                )
            )
        );

    /// <summary>Reads them back.</summary>
    /// <param name="text">What <see cref="Write"/> wrote; null or empty for none.</param>
    /// <exception cref="InvariantBrokenException">The text was not written here.</exception>
    public static IReadOnlyList<PayablesInvoice> Read(string? text) => string.IsNullOrEmpty(text) ? [] : [.. text!.Split('\n').Select(ReadOne)];

    private static PayablesInvoice ReadOne(string line)
    {
        var fields = line.Split(['|'], Fields);
        Invariant.Require(
            fields.Length == Fields
                & int.TryParse(fields[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                & Enum.TryParse(fields.ElementAtOrDefault(1), out PayablesAction action)
                & Enum.TryParse(fields.ElementAtOrDefault(2), out BillingDocumentKind kind)
                & decimal.TryParse(fields.ElementAtOrDefault(3), NumberStyles.Number, CultureInfo.InvariantCulture, out var amount),
            $"The documents of a preparation are written as number, action, kind, amount and invoice number: {line}"
        );
        return new PayablesInvoice(number, action, kind, amount, fields[4]);
    }
}
