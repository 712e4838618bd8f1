using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.Law.Reasons;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Law.Jurisdiction;

/// <summary>
/// Tests what is held back against the law of the place: this payment's retainage over the payment, and what is held to date over what was earned and
/// over the contract sum. A verified cap that is exceeded holds the document; an unverified one warns.
/// </summary>
public static class RetainageCapCheck
{
    /// <summary>Decides whether the document may go on.</summary>
    public static RuleVerdict Of(JurisdictionFacts facts, IEnumerable<JurisdictionRule> rules, RetainageFigures figures)
    {
        Invariant.Require(figures.RoundedBalances >= 0, "A number of balances is not negative.");
        var choice = RuleSelection.Of<RuleEffect.RetainageCap>(facts, rules);
        if (choice.Refusal is not null || choice.Rule is null)
        {
            return new RuleVerdict(choice.Refusal, [.. choice.Warnings, .. NoRule(choice, facts)], null);
        }

        var breaches = Breaches(choice.Rule, choice.Effect!, facts, figures).ToList();
        List<string> warnings = [.. choice.Warnings, .. Doubts(choice.Rule, choice.Effect!, facts, figures)];
        if (breaches.Count == 0)
        {
            return new RuleVerdict(null, warnings, choice.Rule.Key);
        }

        var sentence = $"{facts.Contract} exceeds {choice.Rule}: {string.Join(" ", breaches)}{Remarks(choice.Rule)}";
        if (!choice.IsVerified)
        {
            return new RuleVerdict(null, [.. warnings, sentence], choice.Rule.Key);
        }

        sentence += " Lower the retainage, or let a controller record on the contract why the rule does not apply to it.";
        return new RuleVerdict(new Refusal(LawReasons.RetainageCapExceeded, sentence), warnings, choice.Rule.Key);
    }

    private static IEnumerable<string> NoRule(RuleChoice<RuleEffect.RetainageCap> choice, JurisdictionFacts facts)
    {
        if (choice.Refusal is null && choice.Warnings.Count == 0)
        {
            yield return $"{facts.Contract}: no rule about retainage is known for {facts.Jurisdiction}. "
                + "Research the law before relying on the contract's terms.";
        }
    }

    private static IEnumerable<string> Breaches(JurisdictionRule rule, RuleEffect.RetainageCap cap, JurisdictionFacts facts, RetainageFigures figures)
    {
        var currency = facts.Currency;
        var heldTolerance = figures.RoundedBalances * Rounding.HalfMinorUnit(currency);
        if (cap.Rate is { } rate)
        {
            var limits = RetainageLimits.Of(rate, cap.Step, figures);
            if (cap.Base != CapBase.ContractSum)
            {
                // A movement is the difference of two rounded balances and may be off by both.
                if (figures.PaymentGross > 0m && figures.PaymentRetained > limits.Payment + (2 * heldTolerance))
                {
                    yield return $"{Amount(figures.PaymentRetained)} is held back of a payment of {Amount(figures.PaymentGross)}, "
                        + $"{Limit(limits.Payment, currency)}.";
                }

                if (figures.HeldToDate > limits.HeldToDate + heldTolerance)
                {
                    yield return $"{Amount(figures.HeldToDate)} is held of {Amount(figures.GrossToDate)} earned to date, "
                        + $"{Limit(limits.HeldToDate, currency)}.";
                }
            }

            if (cap.Base != CapBase.EachPayment && figures.HeldToDate > (rate * figures.ContractSum) + heldTolerance)
            {
                yield return $"{Amount(figures.HeldToDate)} is held on a contract sum of {Amount(figures.ContractSum)}, "
                    + $"{Limit(rate * figures.ContractSum, currency)}.";
            }
        }

        if (cap.IsBoundToOwner && figures.OwnerHeldRate is { } owner && figures.HeldToDate > (owner * figures.GrossToDate) + heldTolerance)
        {
            yield return $"{Amount(figures.HeldToDate)} is held of {Amount(figures.GrossToDate)} earned to date, while the owner holds "
                + $"{Percent(owner)} ({Limit(owner * figures.GrossToDate, currency)}; {rule.Key}).";
        }
    }

    private static IEnumerable<string> Doubts(JurisdictionRule rule, RuleEffect.RetainageCap cap, JurisdictionFacts facts, RetainageFigures figures)
    {
        if (cap.IsBoundToOwner && figures.OwnerHeldRate is null)
        {
            yield return $"{facts.Contract}: {rule} binds the rate to what the owner holds, which is not known. Compare it by hand.";
        }

        if (cap.Rate is { } rate && cap.Step is { Reading: CapStepReading.Unstated } step && RetainageLimits.Of(rate, step, figures).IsStepReached)
        {
            yield return $"{facts.Contract} has reached {Percent(step.Threshold)} of its sum, where {rule} reduces retainage in a way that the rule "
                + $"does not state. Read the statute.{Remarks(rule)}";
        }
    }

    private static string Amount(decimal amount) => Sentence.Amount(amount);

    private static string Limit(decimal limit, Currency currency) =>
        "at most " + Sentence.Amount(Rounding.ToMinorUnit(limit, currency)) + " is allowed";

    private static string Percent(decimal rate) => Sentence.Of($"{rate * 100m:0.####} %");

    private static string Remarks(JurisdictionRule rule) => rule.Remarks.Length == 0 ? "" : " Remarks of the rule: " + rule.Remarks;
}
