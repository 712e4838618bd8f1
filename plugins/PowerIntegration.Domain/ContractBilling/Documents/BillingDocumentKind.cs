namespace PowerIntegration.Domain.ContractBilling.Documents;

/// <summary>Which Oracle Payables document.</summary>
public enum BillingDocumentKind
{
    /// <summary>Standard invoice.</summary>
    StandardInvoice,

    /// <summary>The supplier's credit memo.</summary>
    CreditMemo,

    /// <summary>Our own debit memo.</summary>
    DebitMemo,

    /// <summary>Release of retainage that was held: gross does not move.</summary>
    RetainageRelease,
}
