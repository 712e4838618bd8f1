namespace PowerIntegration.Domain.ContractBilling.Documents;

/// <summary>Which Oracle Payables document.</summary>
public enum BillingDocumentKind
{
    /// <summary>Standard invoice.</summary>
    StandardInvoice,

    /// <summary>The vendor's credit memo.</summary>
    CreditMemo,

    /// <summary>A debit memo that we issue.</summary>
    DebitMemo,

    /// <summary>Release of held retainage: gross does not change.</summary>
    RetainageRelease,
}
