using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.Law.Reasons;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Law.Jurisdiction;

/// <summary>
/// Checks retainage against the law: this payment's retainage against the payment, and retainage to date against the amount earned and the contract
/// sum. Exceeding a verified cap holds the document; exceeding an unverified one gives a warning.
/// </summary>
public static class RetainageCapCheck
{
    /// <summary>Decides whether the document may continue.</summary>
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

        var sentence = $"{facts.Contract} has more retainage than {choice.Rule} allows: {string.Join(" ", breaches)}{Remarks(choice.Rule)}";
        if (!choice.IsVerified)
        {
            return new RuleVerdict(null, [.. warnings, sentence], choice.Rule.Key);
        }

        sentence += " Lower the retainage, or ask the controller to record why the rule does not apply.";
        return new RuleVerdict(new Refusal(LawReasons.RetainageCapExceeded, sentence), warnings, choice.Rule.Key);
    }

    private static IEnumerable<string> NoRule(RuleChoice<RuleEffect.RetainageCap> choice, JurisdictionFacts facts)
    {
        if (choice.Refusal is null && choice.Warnings.Count == 0)
        {
            yield return $"{facts.Contract}: there is no retainage rule for {facts.Jurisdiction}. Ask counsel before relying on the terms.";
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
                // A movement is the difference of two rounded balances, so the rounding of both counts.
                if (figures.PaymentGross > 0m && figures.PaymentRetained > limits.Payment + (2 * heldTolerance))
                {
                    yield return $"{Amount(figures.PaymentRetained, currency)} is withheld from a payment of "
                        + $"{Amount(figures.PaymentGross, currency)}; "
                        + $"{Limit(limits.Payment, currency)}.";
                }

                if (figures.HeldToDate > limits.HeldToDate + heldTolerance)
                {
                    yield return $"{Amount(figures.HeldToDate, currency)} is held on {Amount(figures.GrossToDate, currency)} earned to date; "
                        + $"{Limit(limits.HeldToDate, currency)}.";
                }
            }

            if (cap.Base != CapBase.EachPayment && figures.HeldToDate > (rate * figures.ContractSum) + heldTolerance)
            {
                yield return $"{Amount(figures.HeldToDate, currency)} is held on a contract sum of {Amount(figures.ContractSum, currency)}; "
                    + $"{Limit(rate * figures.ContractSum, currency)}.";
            }
        }

        if (cap.IsBoundToOwner && figures.OwnerHeldRate is { } owner && figures.HeldToDate > (owner * figures.GrossToDate) + heldTolerance)
        {
            yield return $"{Amount(figures.HeldToDate, currency)} is held on {Amount(figures.GrossToDate, currency)} earned to date, but "
                + "the owner holds only "
                + $"{Percent(owner)}; {Limit(owner * figures.GrossToDate, currency)}.";
        }
    }

    private static IEnumerable<string> Doubts(JurisdictionRule rule, RuleEffect.RetainageCap cap, JurisdictionFacts facts, RetainageFigures figures)
    {
        if (cap.IsBoundToOwner && figures.OwnerHeldRate is null)
        {
            yield return $"{facts.Contract}: {rule} limits retainage to the owner's rate, which is not known. " + "Ask the controller to enter it.";
        }

        if (cap.Rate is { } rate && cap.Step is { Reading: CapStepReading.Unstated } step && RetainageLimits.Of(rate, step, figures).IsStepReached)
        {
            yield return $"{facts.Contract} has reached {Percent(step.Threshold)} of its contract sum, where {rule} reduces retainage without "
                + $"stating how. Read the statute.{Remarks(rule)}";
        }
    }

    private static string Amount(decimal amount, Currency currency) => new Money(amount, currency).ToString();

    private static string Limit(decimal limit, Currency currency) =>
        "at most " + Amount(Rounding.ToMinorUnit(limit, currency), currency) + " is allowed";

    private static string Percent(decimal rate) => Sentence.Of($"{rate * 100m:0.####} percent");

    private static string Remarks(JurisdictionRule rule) => rule.Remarks.Length == 0 ? "" : " Note: " + rule.Remarks;
}
