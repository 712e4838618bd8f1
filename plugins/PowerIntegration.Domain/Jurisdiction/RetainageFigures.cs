namespace PowerIntegration.Domain.Jurisdiction;

/// <summary>What is held back on a contract with a document, in the contract's currency.</summary>
public sealed record RetainageFigures
{
    /// <summary>Gross of this payment, g.</summary>
    public required decimal PaymentGross { get; init; }

    /// <summary>Held back with this payment, ΔR; negative where retainage is released.</summary>
    public required decimal PaymentRetained { get; init; }

    /// <summary>Earned to date, G, before this document's retainage is taken off.</summary>
    public required decimal GrossToDate { get; init; }

    /// <summary>Held to date after this document, R: money, not a nominal rate.</summary>
    public required decimal HeldToDate { get; init; }

    /// <summary>Contract sum to date.</summary>
    public required decimal ContractSum { get; init; }

    /// <summary>How many rounded balances the amounts are made of: lines times buckets. Each may be half a minor unit away from its exact value.</summary>
    public required int RoundedBalances { get; init; }

    /// <summary>The fraction that the owner really holds back from us; null where it is not known.</summary>
    public decimal? OwnerHeldRate { get; init; }
}
