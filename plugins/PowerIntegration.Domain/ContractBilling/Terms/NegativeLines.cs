namespace PowerIntegration.Domain.ContractBilling.Terms;

/// <summary>What Oracle, as the customer set it up, makes of an invoice with lines that take back.</summary>
public enum NegativeLines
{
    /// <summary>One document carries both signs.</summary>
    Accepted,

    /// <summary>Lines that take back go on a document of their own.</summary>
    SplitBySign,
}
