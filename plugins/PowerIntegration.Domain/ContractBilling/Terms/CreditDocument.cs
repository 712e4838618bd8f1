namespace PowerIntegration.Domain.ContractBilling.Terms;

/// <summary>Which document takes money back.</summary>
public enum CreditDocument
{
    /// <summary>The supplier's credit memo.</summary>
    CreditMemo,

    /// <summary>Our own debit memo.</summary>
    DebitMemo,
}
