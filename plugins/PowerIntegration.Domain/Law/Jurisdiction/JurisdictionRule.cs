namespace PowerIntegration.Domain.Law.Jurisdiction;

/// <summary>One legal rule as data. The date of the contract decides whether it applies, never the date of the invoice.</summary>
public sealed record JurisdictionRule
{
    /// <summary>The rule's key.</summary>
    public required string Key { get; init; }

    /// <summary>Hash of its content, for the trail; null where its row has none.</summary>
    public string? VersionHash { get; init; }

    /// <summary>ISO 3166 code of the country or state, <c>US-IL</c>.</summary>
    public required string Jurisdiction { get; init; }

    /// <summary>
    /// Which of several figures of one rule this is, such as a rate that depends on the vendor's status; empty where there is only one.
    /// </summary>
    public string Variant { get; init; } = "";

    /// <summary>Statute or case.</summary>
    public required string Statute { get; init; }

    /// <summary>Where the figures were read.</summary>
    public required string Source { get; init; }

    /// <summary>Exceptions and doubts that no condition covers; empty where there are none.</summary>
    public string Remarks { get; init; } = "";

    /// <summary>True where a person has verified the figures. An unverified rule only warns; it never blocks or computes.</summary>
    public required bool IsVerified { get; init; }

    /// <summary>The contracts that it applies to.</summary>
    public required RuleConditions Conditions { get; init; }

    /// <summary>What it requires or allows.</summary>
    public required RuleEffect Effect { get; init; }

    /// <summary>What it is about.</summary>
    public required JurisdictionRuleKind Kind { get; init; }

    /// <summary>How a sentence names the rule: by its statute.</summary>
    public override string ToString() => Variant.Length == 0 ? Statute : Statute + " (" + Variant + ")";
}
