using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;

/// <summary>What happens to a document whose invoice was canceled in Oracle before the document was posted.</summary>
public static class CanceledInvoices
{
    /// <summary>Says what has to be decided before the document goes to Oracle again.</summary>
    /// <param name="document">The document.</param>
    /// <param name="numbers">Numbers of the canceled invoices.</param>
    public static Refusal Waits(DocumentSummary document, IReadOnlyCollection<string> numbers)
    {
        var what = numbers.Count == 1 ? $"Invoice {numbers.First()} was" : $"Invoices {string.Join(", ", numbers)} were";
        return new Refusal(DocumentReasons.CanceledInOracle, $"{what} canceled in Oracle before the document was posted. {NextStep(document.Type)}");
    }

    private static string NextStep(DocumentKind kind) =>
        kind switch
        {
            DocumentKind.Reversal => "A second person must confirm the reversal again. It is then sent under another number.",
            DocumentKind.RetainageRelease => "Ask the controller to record that it is posted again. It is then sent under another number.",
            _ => "If it must not be paid, void it in Procore. If it must be paid, ask the controller to record that it is posted again. "
                + "It is then sent under another number.",
        };
}
