namespace PowerIntegration.Domain.ContractBilling.Terms;

/// <summary>
/// What the contract says about billing. A term that is null where it is needed is refused by its name; none has a default, because every
/// default would be a decision that somebody else has to make.
/// </summary>
public sealed record ContractTerms
{
    /// <summary>The contract's number, for people.</summary>
    public required string ContractNumber { get; init; }

    /// <summary>ISO currency code.</summary>
    public string? Currency { get; init; }

    /// <summary>How much is held back.</summary>
    public RetainageTerms? Retainage { get; init; }

    /// <summary>The most that may be held, by contract or statute; null where there is no such limit.</summary>
    public RetainageLimit? RetainageCap { get; init; }

    /// <summary>Where the retainage of an application comes from.</summary>
    public RetainageSource? RetainageSource { get; init; }

    /// <summary>Who withholds.</summary>
    public RetainageKeeper? RetainageKeeper { get; init; }

    /// <summary>What becomes of stored materials in the next application.</summary>
    public StoredMaterials? StoredMaterials { get; init; }

    /// <summary>Periods after which an unchanged stored balance is stale.</summary>
    public int? StaleStoragePeriods { get; init; }

    /// <summary>How far a line may be billed beyond its scheduled value, as an amount.</summary>
    public decimal? OverbillingTolerance { get; init; }

    /// <summary>What Oracle makes of lines that take back.</summary>
    public NegativeLines? NegativeLines { get; init; }

    /// <summary>Which document takes money back.</summary>
    public CreditDocument? CreditDocument { get; init; }

    /// <summary>Which line takes the rounding difference of a certified header.</summary>
    public ResidualPlace? ResidualPlace { get; init; }

    /// <summary>True where an application that is approved as noted may post.</summary>
    public bool? PostsApprovedAsNoted { get; init; }
}
