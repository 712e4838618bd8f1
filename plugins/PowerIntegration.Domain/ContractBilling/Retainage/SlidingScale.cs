using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.ContractBilling.Reasons;
using PowerIntegration.Domain.ContractBilling.Sheet;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.ContractBilling.Retainage;

/// <summary>Rules that withhold one after the other, each at its rate until its limit is held.</summary>
internal static class SlidingScale
{
    /// <summary>What is held on the gross to date, in minor units.</summary>
    public static decimal Held(IReadOnlyList<SlidingScaleRule> rules, BillingSheet sheet)
    {
        var left = Math.Max(0m, sheet.GrossToDate);
        var held = 0m;
        foreach (var rule in rules)
        {
            var room = Math.Max(0m, Entitlement.AmountOf(rule.Limit, sheet) - held);
            var wanted = rule.Rate * left;
            if (wanted <= room)
            {
                return Rounding.QuotientToMinorUnit(held + wanted, sheet.Currency);
            }

            // The gross that filled this rule is used up; the next rule applies to the rest.
            held += room;
            left -= room / rule.Rate;
        }

        return Rounding.ToMinorUnit(held, sheet.Currency);
    }

    /// <summary>Refuses a scale whose limits fall.</summary>
    public static IEnumerable<Refusal> Check(RetainageTerms.SlidingScale scale, BillingSheet sheet)
    {
        for (var index = 1; index < scale.Rules.Count; index++)
        {
            // Shares of a contract sum below zero fall where the shares rise; nothing is held then, whatever the rules say.
            decimal before = Math.Max(0m, Entitlement.AmountOf(scale.Rules[index - 1].Limit, sheet)),
                limit = Math.Max(0m, Entitlement.AmountOf(scale.Rules[index].Limit, sheet));
            if (limit < before)
            {
                yield return new Refusal(
                    BillingReasons.TermsContradictory,
                    Sentence.Of(
                        $"{sheet.Terms.Subject}: the terms conflict: rule {index + 1} of the sliding scale ends at {sheet.Amount(limit)}, ",
                        $"below the {sheet.Amount(before)} of rule {index}. Ask the controller to correct them."
                    )
                );
            }
        }
    }
}
