using PowerIntegration.Domain.Law.Jurisdiction;
using PowerIntegration.Domain.Law.PayWhenPaid;
using PowerIntegration.Domain.Law.Reasons;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Law;

/// <summary>
/// The jurisdiction review of one document of a contract: what stops it, what a person should know, and which rules were applied.
/// </summary>
public sealed record JurisdictionReview
{
    private JurisdictionReview() { }

    /// <summary>What stops the document; empty where nothing does.</summary>
    public IReadOnlyList<Refusal> Refusals { get; private init; } = [];

    /// <summary>
    /// What a person should know, one sentence each. Every rule that would apply but is not verified is listed with its statute and source.
    /// </summary>
    public IReadOnlyList<string> Warnings { get; private init; } = [];

    /// <summary>The effect of the payment clause; null where the contract has none. Its refusal stops only what would need a payment hold.</summary>
    public ClauseReading? Clause { get; private init; }

    /// <summary>Keys of the verified rules that were applied, in ordinal order.</summary>
    public IReadOnlyList<string> RuleKeys { get; private init; } = [];

    /// <summary>The first refusal by precedence; null where nothing stops the document.</summary>
    public Refusal? Refusal
    {
        get
        {
            var list = new RefusalList();
            list.Add(Refusals);
            return list.First();
        }
    }

    /// <summary>Reviews a document.</summary>
    /// <param name="facts">The facts of the contract.</param>
    /// <param name="rules">Active rules of the jurisdiction and its country, of all kinds.</param>
    /// <param name="clause">The contract's payment terms; null where it has none.</param>
    /// <param name="figures">Retainage figures; null where nothing was computed.</param>
    public static JurisdictionReview Of(
        JurisdictionFacts facts,
        IReadOnlyList<JurisdictionRule> rules,
        PaymentTerms? clause,
        RetainageFigures? figures
    )
    {
        var inPlace = rules.Where(rule => RuleSelection.Places(facts.Jurisdiction).Contains(rule.Jurisdiction, StringComparer.Ordinal)).ToList();
        var refusals = RuleOverlap.Of(inPlace).ToList();
        var cap = figures is null ? null : RetainageCapCheck.Of(facts, inPlace, figures);
        var reading = clause is null ? null : ClauseReading.Of(clause, facts, inPlace);
        if (cap?.Refusal is { } stop && refusals.TrueForAll(refusal => refusal.Code != stop.Code))
        {
            refusals.Add(stop);
        }

        List<string> warnings =
            inPlace.Count == 0
                ? [Unknown(facts)]
                : [.. Undated(facts, refusals), .. cap?.Warnings ?? [], .. OfClause(reading), .. RuleWarnings(facts, inPlace)];
        string?[] keys = [AppliedKey(cap, inPlace), reading?.RuleKey];
        return new JurisdictionReview
        {
            Refusals = refusals,
            Warnings = [.. warnings.Distinct(StringComparer.Ordinal)],
            Clause = reading,
            RuleKeys = [.. keys.OfType<string>().OrderBy(key => key, StringComparer.Ordinal)],
        };
    }

    private static string Unknown(JurisdictionFacts facts) =>
        $"{facts.Contract}: there are no legal rules for {Sentence.Quoted(facts.Jurisdiction)}. "
        + "Check that it is an ISO 3166 code such as US-IL, and ask counsel before relying on the terms.";

    private static IEnumerable<string> Undated(JurisdictionFacts facts, List<Refusal> refusals)
    {
        if (facts.ContractDate is null && refusals.TrueForAll(refusal => refusal.Code != LawReasons.JurisdictionFactMissing))
        {
            yield return $"{facts.Contract} has no contract date, which decides which rules of {Sentence.Quoted(facts.Jurisdiction)} apply. "
                + "Ask the controller to enter it.";
        }
    }

    private static IEnumerable<string> OfClause(ClauseReading? reading) =>
        reading?.Refusal is { } refusal ? [.. reading.Warnings, refusal.Sentence] : reading?.Warnings ?? [];

    // A cap that is not verified only gave a warning.
    private static string? AppliedKey(RuleVerdict? verdict, List<JurisdictionRule> rules) =>
        verdict?.RuleKey is { } key && rules.Exists(rule => rule.Key == key && rule.IsVerified) ? key : null;

    // Warnings about the rules of every kind. Only the cap and the clause decide, and they did so above.
    private static IEnumerable<string> RuleWarnings(JurisdictionFacts facts, List<JurisdictionRule> rules) =>
        [
            .. RuleWarnings<RuleEffect.RetainageCap>(facts, rules),
            .. RuleWarnings<RuleEffect.PaymentClause>(facts, rules),
            .. RuleWarnings<RuleEffect.PaymentDays>(facts, rules),
            .. RuleWarnings<RuleEffect.RetainageTax>(facts, rules),
            .. RuleWarnings<RuleEffect.Withholding>(facts, rules),
            .. RuleWarnings<RuleEffect.ReverseCharge>(facts, rules),
            .. RuleWarnings<RuleEffect.StatutoryHoldback>(facts, rules),
            .. RuleWarnings<RuleEffect.HoldbackRelease>(facts, rules),
            .. RuleWarnings<RuleEffect.RetentionTrust>(facts, rules),
        ];

    private static IEnumerable<string> RuleWarnings<TEffect>(JurisdictionFacts facts, List<JurisdictionRule> rules)
        where TEffect : RuleEffect
    {
        foreach (var variant in rules.Where(rule => rule.Effect is TEffect).Select(rule => rule.Variant).Distinct(StringComparer.Ordinal))
        {
            var choice = RuleSelection.Of<TEffect>(facts, rules, variant);
            foreach (var warning in choice.Warnings)
            {
                yield return warning;
            }

            if (choice.Refusal is { } missing && missing.Code == LawReasons.JurisdictionFactMissing)
            {
                yield return missing.Sentence;
            }
        }
    }
}
