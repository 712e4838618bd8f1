namespace PowerIntegration.Domain.ContractBilling.Documents;

/// <summary>Which account an amount goes to.</summary>
public enum AccountRole
{
    /// <summary>Cost of the line's task.</summary>
    Cost,

    /// <summary>Retainage payable.</summary>
    RetainagePayable,

    /// <summary>The payee's liability.</summary>
    Payable,

    /// <summary>The account that a deduction names.</summary>
    Deduction,

    /// <summary>Revenue of an application to an owner.</summary>
    Revenue,

    /// <summary>Retainage that the owner holds.</summary>
    RetainageReceivable,

    /// <summary>What the owner owes.</summary>
    Receivable,
}
