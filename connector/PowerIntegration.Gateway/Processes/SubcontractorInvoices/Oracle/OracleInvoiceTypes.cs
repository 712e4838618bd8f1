using PowerIntegration.Domain.ContractBilling.Documents;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;

namespace PowerIntegration.Gateway.Processes.SubcontractorInvoices.Oracle;

/// <summary>Types of invoices in Oracle and in this product.</summary>
internal static class OracleInvoiceTypes
{
    private const string Standard = "Standard";
    private const string CreditMemo = "Credit memo";
    private const string DebitMemo = "Debit memo";

    /// <summary>Oracle's word for a document.</summary>
    public static string Of(PayablesInvoice document) =>
        document switch
        {
            { IsStandardInvoice: true } => Standard,
            { Kind: BillingDocumentKind.CreditMemo } => CreditMemo,
            _ => DebitMemo,
        };

    /// <summary>Our word for one of Oracle's; a type that we never send stays Oracle's.</summary>
    public static string KindOf(string? invoiceType) =>
        invoiceType switch
        {
            Standard => nameof(BillingDocumentKind.StandardInvoice),
            CreditMemo => nameof(BillingDocumentKind.CreditMemo),
            DebitMemo => nameof(BillingDocumentKind.DebitMemo),
            _ => invoiceType ?? "",
        };
}
