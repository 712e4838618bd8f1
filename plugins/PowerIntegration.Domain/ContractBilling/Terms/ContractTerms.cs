namespace PowerIntegration.Domain.ContractBilling.Terms;

/// <summary>
/// The billing terms of a contract. A required term that is null is refused by name; none has a default, because a default would be a decision that
/// belongs to the controller.
/// </summary>
public sealed record ContractTerms
{
    /// <summary>The contract's number, for people.</summary>
    public required string ContractNumber { get; init; }

    /// <summary>What sentences call the contract; rows of commitments set <c>Commitment</c>.</summary>
    public string RecordName { get; init; } = "Contract";

    /// <summary>How sentences name the contract.</summary>
    public string Subject => RecordName + " " + ContractNumber;

    /// <summary>ISO currency code.</summary>
    public string? Currency { get; init; }

    /// <summary>How retainage is calculated.</summary>
    public RetainageTerms? Retainage { get; init; }

    /// <summary>The most that may be held, by contract or statute; null where there is no such limit.</summary>
    public RetainageLimit? RetainageCap { get; init; }

    /// <summary>Where the retainage of an application comes from.</summary>
    public RetainageSource? RetainageSource { get; init; }

    /// <summary>Who withholds.</summary>
    public RetainageKeeper? RetainageKeeper { get; init; }

    /// <summary>How stored materials carry into the next application.</summary>
    public StoredMaterials? StoredMaterials { get; init; }

    /// <summary>Periods after which an unchanged stored balance is stale.</summary>
    public int? StaleStoragePeriods { get; init; }

    /// <summary>How far a line may be billed over its scheduled value, as an amount.</summary>
    public decimal? OverbillingTolerance { get; init; }

    /// <summary>Whether Oracle accepts negative lines.</summary>
    public NegativeLines? NegativeLines { get; init; }

    /// <summary>Which document is used for a credit.</summary>
    public CreditDocument? CreditDocument { get; init; }

    /// <summary>Which line takes the rounding difference of a certified header.</summary>
    public ResidualPlace? ResidualPlace { get; init; }

    /// <summary>True where an application that is approved as noted may post.</summary>
    public bool? PostsApprovedAsNoted { get; init; }
}
