namespace PowerIntegration.Domain.Law.Jurisdiction;

/// <summary>What the greatest retainage is a share of.</summary>
public enum CapBase
{
    /// <summary>Each payment, and so what was earned to date.</summary>
    EachPayment,

    /// <summary>The contract sum to date.</summary>
    ContractSum,

    /// <summary>Neither a payment nor the contract sum may be exceeded.</summary>
    EachPaymentAndContractSum,
}
