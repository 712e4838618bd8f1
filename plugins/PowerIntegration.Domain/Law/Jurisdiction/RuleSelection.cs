using PowerIntegration.Domain.Law.Reasons;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Law.Jurisdiction;

/// <summary>Finds the rule of a kind that applies to a contract, by place, sector, date of the contract, value, dwellings and bond.</summary>
public static class RuleSelection
{
    /// <summary>
    /// Chooses among rules. Rules of a part of a country stand before those of the country. Several that fit are refused by name where one of them is
    /// verified; an unverified rule is only ever spoken of.
    /// </summary>
    /// <param name="facts">What is known of the contract.</param>
    /// <param name="rules">Active rules of all kinds.</param>
    /// <param name="variant">Which of several figures of one rule is asked for.</param>
    public static RuleChoice<TEffect> Of<TEffect>(JurisdictionFacts facts, IEnumerable<JurisdictionRule> rules, string variant = "")
        where TEffect : RuleEffect
    {
        var ofKind = rules.Where(rule => rule.Effect is TEffect && string.Equals(rule.Variant, variant, StringComparison.Ordinal)).ToList();
        var excepted = new List<string>();
        foreach (var place in Places(facts.Jurisdiction))
        {
            var found = ofKind
                .Where(rule => string.Equals(rule.Jurisdiction, place, StringComparison.Ordinal))
                .Where(rule => !RuleFit.Of(rule.Conditions, facts).IsExcluded)
                .Where(rule => !IsExcepted(rule, facts, excepted))
                .ToList();
            if (found.Count > 0)
            {
                return Choose<TEffect>(found, facts, excepted);
            }
        }

        return new RuleChoice<TEffect> { Warnings = excepted };
    }

    /// <summary>The places whose rules count: the place itself, then its country.</summary>
    /// <param name="jurisdiction">ISO 3166 code, <c>US-IL</c>.</param>
    public static IEnumerable<string> Places(string jurisdiction)
    {
        yield return jurisdiction;
        var hyphen = jurisdiction.IndexOf('-');
        if (hyphen > 0)
        {
            yield return jurisdiction.Substring(0, hyphen);
        }
    }

    private static bool IsExcepted(JurisdictionRule rule, JurisdictionFacts facts, List<string> warnings)
    {
        var exception = facts.Exceptions.FirstOrDefault(candidate => string.Equals(candidate.RuleKey, rule.Key, StringComparison.Ordinal));
        if (exception is not null)
        {
            warnings.Add($"{facts.Contract}: {rule} was found not to apply: {exception.Reason}");
        }

        return exception is not null;
    }

    private static RuleChoice<TEffect> Choose<TEffect>(List<JurisdictionRule> found, JurisdictionFacts facts, List<string> warnings)
        where TEffect : RuleEffect
    {
        var isVerified = found.Any(rule => rule.IsVerified);
        var problem = Problem(found, facts);
        if (problem is not null)
        {
            // What an unverified rule lacks is worth knowing and never worth stopping for.
            return isVerified
                ? new RuleChoice<TEffect> { Refusal = problem, Warnings = warnings }
                : new RuleChoice<TEffect> { Warnings = [.. warnings, problem.Sentence + " The rule is not verified, so nothing is stopped."] };
        }

        var rule = found[0];
        return new RuleChoice<TEffect> { Rule = rule, Warnings = isVerified ? warnings : [.. warnings, Unverified(rule, facts)] };
    }

    private static Refusal? Problem(List<JurisdictionRule> found, JurisdictionFacts facts)
    {
        var missing = found.SelectMany(rule => RuleFit.Of(rule.Conditions, facts).MissingFacts).Distinct().ToList();
        if (missing.Count > 0)
        {
            return new Refusal(
                LawReasons.JurisdictionFactMissing,
                $"{facts.Contract} does not say its {string.Join(", ", missing)}, on which {string.Join(" and ", found)} depends. "
                    + "Complete the contract."
            );
        }

        return found.Count == 1
            ? null
            : new Refusal(
                LawReasons.JurisdictionRuleOverlap,
                $"{facts.Contract}: {string.Join(" and ", found)} all apply in {facts.Jurisdiction}. "
                    + "End all but one of them, or narrow their conditions."
            );
    }

    private static string Unverified(JurisdictionRule rule, JurisdictionFacts facts) =>
        $"{facts.Contract}: {rule} seems to apply but is not verified; it neither stops nor computes anything. "
        + $"Read the statute and mark the rule as verified. Source: {rule.Source}";
}
