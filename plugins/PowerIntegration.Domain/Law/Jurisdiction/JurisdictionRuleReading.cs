using PowerIntegration.Domain.Law.Reasons;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Law.Jurisdiction;

/// <summary>Reads a rule from a row, or states what is missing. A figure that a kind needs has no default.</summary>
public sealed record JurisdictionRuleReading
{
    // Invariant: exactly one of Rule and Refusal is null.
    private JurisdictionRuleReading(JurisdictionRule? rule, Refusal? refusal)
    {
        Invariant.Require(rule is null != refusal is null, "A row is read as a rule or refused.");
        Rule = rule;
        Refusal = refusal;
    }

    /// <summary>The rule; null where the row was refused.</summary>
    public JurisdictionRule? Rule { get; }

    /// <summary>What the row is missing; null where it is a rule.</summary>
    public Refusal? Refusal { get; }

    /// <summary>Reads a row.</summary>
    public static JurisdictionRuleReading Of(JurisdictionRuleDefinition row)
    {
        var problems = new List<string>();
        var conditions = RuleConditionsReading.Of(row, problems);
        var effect = RuleEffectReading.Of(row, problems);
        problems.AddRange(Missing(row));
        if (problems.Count > 0)
        {
            var sentence = $"Jurisdiction rule {row.Key} cannot be used: {string.Join(" ", problems.Distinct())} Ask the controller to correct it.";
            return new JurisdictionRuleReading(null, new Refusal(LawReasons.JurisdictionRuleIncomplete, sentence));
        }

        var rule = new JurisdictionRule
        {
            Key = row.Key,
            VersionHash = row.VersionHash,
            Jurisdiction = row.Jurisdiction!,
            Variant = row.Variant ?? "",
            Statute = row.Statute!,
            Source = row.Source!,
            Remarks = row.Remarks ?? "",
            IsVerified = row.IsVerified,
            Conditions = conditions,
            Effect = effect!,
            Kind = row.Kind!.Value,
        };
        return new JurisdictionRuleReading(rule, null);
    }

    private static IEnumerable<string> Missing(JurisdictionRuleDefinition row)
    {
        if (string.IsNullOrEmpty(row.Jurisdiction))
        {
            yield return "The jurisdiction is missing.";
        }

        if (string.IsNullOrEmpty(row.Statute))
        {
            yield return "The statute is missing.";
        }

        if (string.IsNullOrEmpty(row.Source))
        {
            yield return "The source is missing.";
        }
    }
}
