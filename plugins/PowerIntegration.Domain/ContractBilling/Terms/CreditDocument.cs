namespace PowerIntegration.Domain.ContractBilling.Terms;

/// <summary>Which document is used for a credit.</summary>
public enum CreditDocument
{
    /// <summary>The vendor's credit memo.</summary>
    CreditMemo,

    /// <summary>A debit memo that we issue.</summary>
    DebitMemo,
}
