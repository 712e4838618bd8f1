using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;

/// <summary>How sentences name an invoice and its lines, so that a person finds them in Procore.</summary>
internal static class SourceNames
{
    public static string Of(SourceInvoice invoice) =>
        string.IsNullOrWhiteSpace(invoice.InvoiceNumber)
            ? Sentence.Of($"Application {invoice.ApplicationNumber} without an invoice number (Procore {invoice.ProcoreId})")
            : Sentence.Of($"Invoice {invoice.InvoiceNumber} (Procore {invoice.ProcoreId})");

    public static string Of(SourceInvoice invoice, SourceInvoiceLine line) =>
        Sentence.Of($"{Of(invoice)}, line {line.LineNumber} (Procore item {line.ProcoreItemId})");
}
