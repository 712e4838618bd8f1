using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Law.Reasons;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Law.Jurisdiction;

/// <summary>Finds pairs of rules that could apply to the same contract, before any contract uses them.</summary>
public static class RuleOverlap
{
    /// <summary>A refusal for each pair of rules of one kind, variant and place whose conditions overlap.</summary>
    public static IEnumerable<Refusal> Of(IEnumerable<JurisdictionRule> rules)
    {
        foreach (var alike in rules.GroupBy(rule => rule.Jurisdiction + "|" + rule.Kind + "|" + rule.Variant, StringComparer.Ordinal))
        {
            var list = alike.ToList();
            for (var first = 0; first < list.Count; first++)
            {
                foreach (var second in list.Skip(first + 1).Where(other => Meet(list[first].Conditions, other.Conditions)))
                {
                    yield return new Refusal(
                        LawReasons.JurisdictionRuleOverlap,
                        $"Legal rules {list[first].Key} and {second.Key} ({second.Statute}) overlap in {second.Jurisdiction}. "
                            + "Ask the controller to end one of them or narrow their conditions."
                    );
                }
            }
        }
    }

    private static bool Meet(RuleConditions left, RuleConditions right) =>
        SectorsMeet(left, right) && DatesMeet(left, right) && ValuesMeet(left, right) && BondsMeet(left, right);

    private static bool SectorsMeet(RuleConditions left, RuleConditions right) =>
        left.Sector is null || right.Sector is null || left.Sector == right.Sector;

    private static bool DatesMeet(RuleConditions left, RuleConditions right) =>
        StartsBy(left.EffectiveFrom, right.EffectiveTo) && StartsBy(right.EffectiveFrom, left.EffectiveTo);

    private static bool StartsBy(CalendarDate? first, CalendarDate? last) => first is not { } from || last is not { } to || from <= to;

    // Limits on different values or in different currencies do not separate rules: a contract can meet both.
    private static bool ValuesMeet(RuleConditions left, RuleConditions right) =>
        left.ValueBasis != right.ValueBasis || (IsBelow(left.ValueMin, right.ValueBelow) && IsBelow(right.ValueMin, left.ValueBelow));

    private static bool IsBelow(Money? min, Money? below) =>
        min is not { } least || below is not { } limit || least.Currency != limit.Currency || least.Amount < limit.Amount;

    private static bool BondsMeet(RuleConditions left, RuleConditions right) => left.Bond is null || right.Bond is null || left.Bond == right.Bond;
}
