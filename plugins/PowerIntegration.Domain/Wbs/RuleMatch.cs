namespace PowerIntegration.Domain.Wbs;

/// <summary>
/// The most specific rules that fit one code on one day. Exactly one decides; none leaves the code unmapped, and two or more make it ambiguous.
/// </summary>
/// <param name="Rules">The rules, ordered by key.</param>
public sealed record RuleMatch(IReadOnlyList<WbsMappingRule> Rules)
{
    /// <summary>The rule that decides; null where none or several do.</summary>
    public WbsMappingRule? Winner => Rules.Count == 1 ? Rules[0] : null;

    /// <summary>True where several rules are equally specific.</summary>
    public bool IsAmbiguous => Rules.Count > 1;
}
