using PowerIntegration.Domain.ContractBilling.Documents;
using PowerIntegration.Domain.Documents;

namespace PowerIntegration.Tables.Processes.SubcontractorInvoices;

/// <summary>What the link of an Oracle invoice says of its two sides: as choice values, and in words for people.</summary>
public static class InvoiceLinks
{
    /// <summary>Which kind of record the link is about.</summary>
    public static int RecordTypeOf(DocumentKind type) =>
        type switch
        {
            DocumentKind.SubcontractorInvoice => RecordTypeChoice.SubcontractorInvoice,
            DocumentKind.OwnerInvoice => RecordTypeChoice.OwnerInvoice,
            DocumentKind.RetainageRelease => RecordTypeChoice.RetainageRelease,
            DocumentKind.Reversal => RecordTypeChoice.Reversal,
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, "The type of document is unknown."),
        };

    /// <summary>Which document of Oracle Payables it is.</summary>
    public static int KindOf(BillingDocumentKind kind) =>
        kind switch
        {
            BillingDocumentKind.StandardInvoice => OracleDocumentKindChoice.StandardInvoice,
            BillingDocumentKind.CreditMemo => OracleDocumentKindChoice.CreditMemo,
            BillingDocumentKind.DebitMemo => OracleDocumentKindChoice.DebitMemo,
            BillingDocumentKind.RetainageRelease => OracleDocumentKindChoice.RetainageRelease,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "The kind of document is unknown."),
        };

    /// <summary>Name of the link, in words. A reversal is named by the document that it reverses.</summary>
    /// <param name="type">The document; for a reversal, the document that it reverses.</param>
    /// <param name="isReversal">True where it is a reversal.</param>
    /// <param name="procoreId">Procore's id, or the reference of a release.</param>
    /// <param name="kind">The Oracle document.</param>
    /// <param name="invoiceNumber">Its number.</param>
    public static string Name(DocumentKind type, bool isReversal, string procoreId, BillingDocumentKind kind, string invoiceNumber)
    {
        var record = Record(type) + " " + procoreId;
        var subject = isReversal ? "Reversal of " + record : record.Substring(0, 1).ToUpperInvariant() + record.Substring(1);
        return $"{subject} is {Document(kind)} {invoiceNumber}";
    }

    private static string Record(DocumentKind type) =>
        type switch
        {
            DocumentKind.SubcontractorInvoice => "subcontractor invoice",
            DocumentKind.OwnerInvoice => "owner invoice",
            DocumentKind.RetainageRelease => "retainage release",
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, "A reversal is named by the document that it reverses."),
        };

    private static string Document(BillingDocumentKind kind) =>
        kind switch
        {
            BillingDocumentKind.StandardInvoice => "standard invoice",
            BillingDocumentKind.CreditMemo => "credit memo",
            BillingDocumentKind.DebitMemo => "debit memo",
            BillingDocumentKind.RetainageRelease => "retainage release invoice",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "The kind of document is unknown."),
        };
}
