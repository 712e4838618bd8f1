using PowerIntegration.Domain.Dates;

namespace PowerIntegration.Domain.Law.Jurisdiction;

/// <summary>A rule as a row: every figure of every kind in its own column, empty where the kind does not use it.</summary>
public sealed record JurisdictionRuleDefinition
{
    /// <summary>Key.</summary>
    public required string Key { get; init; }

    /// <summary>Hash of its content, for the trail; null where its row has none.</summary>
    public string? VersionHash { get; init; }

    /// <summary>ISO 3166 code of the place.</summary>
    public string? Jurisdiction { get; init; }

    /// <summary>What the rule is about.</summary>
    public JurisdictionRuleKind? Kind { get; init; }

    /// <summary>Which of several figures of one rule this is.</summary>
    public string? Variant { get; init; }

    /// <summary>Statute or case.</summary>
    public string? Statute { get; init; }

    /// <summary>Where the figures were read.</summary>
    public string? Source { get; init; }

    /// <summary>Exceptions and doubts.</summary>
    public string? Remarks { get; init; }

    /// <summary>Whether a person has verified the figures against the source.</summary>
    public bool IsVerified { get; init; }

    /// <summary>Sector.</summary>
    public ProjectSector? Sector { get; init; }

    /// <summary>First date of the contract.</summary>
    public CalendarDate? EffectiveFrom { get; init; }

    /// <summary>Last date of the contract.</summary>
    public CalendarDate? EffectiveTo { get; init; }

    /// <summary>The value that decides.</summary>
    public RuleValueBasis? ValueBasis { get; init; }

    /// <summary>The value at and above which the rule applies.</summary>
    public decimal? ValueMin { get; init; }

    /// <summary>The value below which the rule applies.</summary>
    public decimal? ValueBelow { get; init; }

    /// <summary>ISO 4217 code of both values.</summary>
    public string? Currency { get; init; }

    /// <summary>The smallest number of dwellings that the rule applies to.</summary>
    public int? DwellingsMin { get; init; }

    /// <summary>The bond condition.</summary>
    public BondCondition? Bond { get; init; }

    /// <summary>Fraction.</summary>
    public decimal? Rate { get; init; }

    /// <summary>What maximum retainage is a share of.</summary>
    public CapBase? CapBase { get; init; }

    /// <summary>Share of the contract at which the rate is reduced.</summary>
    public decimal? StepThreshold { get; init; }

    /// <summary>Reduced fraction.</summary>
    public decimal? StepRateAfter { get; init; }

    /// <summary>What the reduced fraction applies to.</summary>
    public CapStepReading? StepReading { get; init; }

    /// <summary>Whether a subcontract may not hold more than the owner.</summary>
    public bool IsOwnerRateLimit { get; init; }

    /// <summary>How many times the value of open work may be withheld at release.</summary>
    public decimal? PunchListFactor { get; init; }

    /// <summary>The effect of a payment clause.</summary>
    public PaymentClauseEffect? ClauseEffect { get; init; }

    /// <summary>Whether the clause is enforced when the owner is insolvent.</summary>
    public bool HasInsolvencyException { get; init; }

    /// <summary>Days after the invoice date when payment is due in any case.</summary>
    public int? OutsideDays { get; init; }

    /// <summary>Days for the owner to pay.</summary>
    public int? OwnerDays { get; init; }

    /// <summary>Days for each lower tier to pay.</summary>
    public int? PassThroughDays { get; init; }

    /// <summary>Days to release retainage.</summary>
    public int? ReleaseDays { get; init; }

    /// <summary>Days of a notice.</summary>
    public int? NoticeDays { get; init; }

    /// <summary>Days after the notice before which nothing is paid.</summary>
    public int? PayFromDays { get; init; }

    /// <summary>Days after the notice by which it is paid.</summary>
    public int? PayToDays { get; init; }

    /// <summary>How days are counted.</summary>
    public DayKind? DayKind { get; init; }

    /// <summary>The first anniversary of the contract that counts.</summary>
    public int? FirstAnniversary { get; init; }

    /// <summary>Fraction a month on what is late.</summary>
    public decimal? MonthlyInterestRate { get; init; }

    /// <summary>When tax on retainage is due.</summary>
    public RetainageTaxMode? TaxMode { get; init; }
}
