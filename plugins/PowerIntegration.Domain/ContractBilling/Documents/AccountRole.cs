namespace PowerIntegration.Domain.ContractBilling.Documents;

/// <summary>The account that an amount posts to.</summary>
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

    /// <summary>Receivable from the owner.</summary>
    Receivable,
}
