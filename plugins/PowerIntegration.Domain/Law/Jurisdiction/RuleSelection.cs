using PowerIntegration.Domain.Law.Reasons;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Law.Jurisdiction;

/// <summary>Finds the rule of a kind that applies to a contract, by place, sector, date of the contract, value, dwellings and bond.</summary>
public static class RuleSelection
{
    /// <summary>
    /// Chooses among rules. Rules of a state come before those of the country. Several matching rules are refused by name where one of them is
    /// verified; an unverified rule only gives a warning.
    /// </summary>
    /// <param name="facts">The facts of the contract.</param>
    /// <param name="rules">Active rules of all kinds.</param>
    /// <param name="variant">Which of several figures of one rule is wanted.</param>
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

        return new RuleChoice<TEffect> { IsExcepted = excepted.Count > 0, Warnings = excepted };
    }

    /// <summary>The places whose rules apply: the state, then its country.</summary>
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
            warnings.Add($"{facts.Contract}: by the controller's decision, {rule} does not apply: {exception.Reason}");
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
            // A problem with an unverified rule gives a warning and never stops a document.
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
                $"{facts.Contract} does not state its {string.Join(", ", missing)}, which decides whether {string.Join(" and ", found)} applies. "
                    + "Ask the controller to enter it."
            );
        }

        return found.Count == 1
            ? null
            : new Refusal(
                LawReasons.JurisdictionRuleOverlap,
                $"{facts.Contract}: legal rules {string.Join(" and ", found.Select(rule => rule.Key))} apply equally in {facts.Jurisdiction}. "
                    + "Ask the controller to end all but one or narrow their conditions."
            );
    }

    private static string Unverified(JurisdictionRule rule, JurisdictionFacts facts) =>
        $"{facts.Contract}: {rule} appears to apply but is not verified, so it has no effect. "
        + $"Read the statute and mark rule {rule.Key} as verified. Source: {rule.Source}";
}
