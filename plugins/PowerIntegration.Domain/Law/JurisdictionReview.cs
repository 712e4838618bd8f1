using PowerIntegration.Domain.Law.Jurisdiction;
using PowerIntegration.Domain.Law.PayWhenPaid;
using PowerIntegration.Domain.Law.Reasons;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Law;

/// <summary>
/// Everything that the law of the place has to say about one document of a contract: what stops it, what a person should know, what was applied.
/// </summary>
public sealed record JurisdictionReview
{
    private JurisdictionReview() { }

    /// <summary>What stops the document; empty where nothing does.</summary>
    public IReadOnlyList<Refusal> Refusals { get; private init; } = [];

    /// <summary>
    /// What a person should know, one sentence each; every rule that would apply but is not verified is among them with its statute and source.
    /// </summary>
    public IReadOnlyList<string> Warnings { get; private init; } = [];

    /// <summary>What the clause of payment is worth; null where the contract carries none. Its refusal holds payment, never the document.</summary>
    public ClauseReading? Clause { get; private init; }

    /// <summary>Keys of the verified rules that were applied, in ordinal order.</summary>
    public IReadOnlyList<string> RuleKeys { get; private init; } = [];

    /// <summary>The first refusal by precedence; null where the document may go on.</summary>
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
    /// <param name="facts">What is known of the contract.</param>
    /// <param name="rules">Active rules of the place and its country, of all kinds.</param>
    /// <param name="clause">The contract's terms of payment; null where it carries none.</param>
    /// <param name="figures">What is held back; null where nothing was computed.</param>
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
                : [.. Undated(facts, refusals), .. cap?.Warnings ?? [], .. OfClause(reading), .. Spoken(facts, inPlace)];
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
        $"{facts.Contract}: no rule at all is known for {Sentence.Quoted(facts.Jurisdiction)}. "
        + "Check that it is an ISO 3166 code such as US-IL, and research the law before relying on the contract's terms.";

    private static IEnumerable<string> Undated(JurisdictionFacts facts, List<Refusal> refusals)
    {
        if (facts.ContractDate is null && refusals.TrueForAll(refusal => refusal.Code != LawReasons.JurisdictionFactMissing))
        {
            yield return $"{facts.Contract} does not say its contract date, which decides which rules of {Sentence.Quoted(facts.Jurisdiction)} "
                + "apply. Complete the contract.";
        }
    }

    private static IEnumerable<string> OfClause(ClauseReading? reading) =>
        reading?.Refusal is { } refusal ? [.. reading.Warnings, refusal.Sentence] : reading?.Warnings ?? [];

    // A cap that is not verified was only spoken of.
    private static string? AppliedKey(RuleVerdict? verdict, List<JurisdictionRule> rules) =>
        verdict?.RuleKey is { } key && rules.Exists(rule => rule.Key == key && rule.IsVerified) ? key : null;

    // Of every kind, whatever is to be said about its rules; only the cap and the clause decide, and they have done so above.
    private static IEnumerable<string> Spoken(JurisdictionFacts facts, List<JurisdictionRule> rules) =>
        [
            .. Spoken<RuleEffect.RetainageCap>(facts, rules),
            .. Spoken<RuleEffect.PaymentClause>(facts, rules),
            .. Spoken<RuleEffect.PaymentDays>(facts, rules),
            .. Spoken<RuleEffect.RetainageTax>(facts, rules),
            .. Spoken<RuleEffect.Withholding>(facts, rules),
            .. Spoken<RuleEffect.ReverseCharge>(facts, rules),
            .. Spoken<RuleEffect.StatutoryHoldback>(facts, rules),
            .. Spoken<RuleEffect.HoldbackRelease>(facts, rules),
            .. Spoken<RuleEffect.RetentionTrust>(facts, rules),
        ];

    private static IEnumerable<string> Spoken<TEffect>(JurisdictionFacts facts, List<JurisdictionRule> rules)
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
