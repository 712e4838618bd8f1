namespace PowerIntegration.Domain.Law.Jurisdiction;

/// <summary>One rule of law as data. The date of the contract decides whether it applies, never the date of the invoice.</summary>
public sealed record JurisdictionRule
{
    /// <summary>The rule's key, by which every sentence names it.</summary>
    public required string Key { get; init; }

    /// <summary>ISO 3166 code of the country or its part, <c>US-IL</c>.</summary>
    public required string Jurisdiction { get; init; }

    /// <summary>
    /// Which of several figures of one rule this is, such as a rate that depends on the supplier's status; empty where there is one.
    /// </summary>
    public string Variant { get; init; } = "";

    /// <summary>Statute or case.</summary>
    public required string Statute { get; init; }

    /// <summary>Where the figures were read.</summary>
    public required string Source { get; init; }

    /// <summary>Exceptions and doubts that no condition tests; empty where there are none.</summary>
    public string Remarks { get; init; } = "";

    /// <summary>True where somebody has read the figures in the source. An unverified rule warns; it never blocks and never computes.</summary>
    public required bool IsVerified { get; init; }

    /// <summary>To which contracts it applies.</summary>
    public required RuleConditions Conditions { get; init; }

    /// <summary>What it demands or allows.</summary>
    public required RuleEffect Effect { get; init; }

    /// <summary>What it speaks about.</summary>
    public required JurisdictionRuleKind Kind { get; init; }

    /// <summary>How a sentence names the rule.</summary>
    public override string ToString() => "rule " + Key + " (" + Statute + ")";
}
