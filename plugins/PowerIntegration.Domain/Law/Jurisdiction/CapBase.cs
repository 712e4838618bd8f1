namespace PowerIntegration.Domain.Law.Jurisdiction;

/// <summary>What maximum retainage is a share of.</summary>
public enum CapBase
{
    /// <summary>Each payment, and so the amount earned to date.</summary>
    EachPayment,

    /// <summary>The contract sum to date.</summary>
    ContractSum,

    /// <summary>Both limits apply.</summary>
    EachPaymentAndContractSum,
}
