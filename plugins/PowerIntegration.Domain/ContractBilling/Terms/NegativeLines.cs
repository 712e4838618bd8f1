namespace PowerIntegration.Domain.ContractBilling.Terms;

/// <summary>Whether Oracle, in this setup, accepts an invoice with negative lines.</summary>
public enum NegativeLines
{
    /// <summary>One document carries both signs.</summary>
    Accepted,

    /// <summary>Negative lines go on a separate document.</summary>
    SplitBySign,
}
