using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Reasons;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.ContractBilling.Checks;

/// <summary>Whether the contract says everything that billing needs, and nothing that excludes itself.</summary>
internal static class TermsCheck
{
    /// <summary>Most rules of a sliding scale.</summary>
    public const int ScaleRulesMax = 5;

    public static IEnumerable<Refusal> Of(ContractTerms terms, ContractLedger ledger) =>
        Missing(terms).Concat(terms.Retainage is null ? [] : Rates(terms).Concat(Contradictions(terms, ledger, terms.Retainage)));

    private static IEnumerable<Refusal> Missing(ContractTerms terms)
    {
        var asked = new List<Term>
        {
            new("currency", terms.Currency is { Length: > 0 }),
            new("how retainage is computed", terms.Retainage is not null),
            new("where the retainage of an application comes from", terms.RetainageSource is not null),
            new("who withholds retainage", terms.RetainageKeeper is not null),
            new("what becomes of stored materials", terms.StoredMaterials is not null),
            new("after how many applications stored materials are stale", terms.StaleStoragePeriods is not null),
            new("how far a line may be billed beyond its value", terms.OverbillingTolerance is not null),
            new("what Oracle makes of lines that take back", terms.NegativeLines is not null),
            new("which document takes money back", terms.CreditDocument is not null),
            new("which line takes the rounding difference of a certified header", terms.ResidualPlace is not null),
            new(
                "the retainage rate on stored materials (5b): zero, or the rate on work",
                terms.Retainage is not RetainageTerms.Split { StoredRate: null }
            ),
            new(
                "what the retainage step does to what is already held (reading A, B1, B2 or C)",
                terms.Retainage is not RetainageTerms.Step { Reading: null }
            ),
        };
        return asked
            .Where(term => !term.IsGiven)
            .Select(term => new Refusal(
                BillingReasons.TermsMissing,
                $"Contract {terms.ContractNumber} does not say {term.Name}. Enter the term; none is chosen silently."
            ));
    }

    private static IEnumerable<Refusal> Rates(ContractTerms terms)
    {
        IEnumerable<decimal?> rates = terms.Retainage switch
        {
            RetainageTerms.Flat flat => [flat.Rate],
            RetainageTerms.Split split => [split.WorkRate, split.StoredRate],
            RetainageTerms.PerLine own => [own.WorkRate, own.StoredRate, .. own.Lines.SelectMany(line => new[] { line.WorkRate, line.StoredRate })],
            RetainageTerms.Step step => [step.Threshold, step.BeforeRate, step.AfterRate],
            RetainageTerms.SlidingScale scale => [.. scale.Rules.SelectMany(rule => new[] { rule.Rate, FractionOf(rule.Limit) })],
            _ => [],
        };
        return rates
            .Concat([FractionOf(terms.RetainageCap)])
            .Where(rate => rate is < 0m or > 1m)
            .Select(rate => new Refusal(
                BillingReasons.RateOutOfRange,
                $"Contract {terms.ContractNumber} has a rate of {Sentence.Amount(rate!.Value)}. "
                    + "Rates are fractions from 0 to 1, 0.10 for ten per cent; correct it."
            ));
    }

    private static decimal? FractionOf(RetainageLimit? limit) => limit is null || limit.Base == LimitBase.Amount ? null : limit.Value;

    private static IEnumerable<Refusal> Contradictions(ContractTerms terms, ContractLedger ledger, RetainageTerms retainage)
    {
        var found = new List<Term>
        {
            new("the overbilling tolerance is below zero", terms.OverbillingTolerance >= 0m || terms.OverbillingTolerance is null),
            new("stored materials are stale after fewer than one application", terms.StaleStoragePeriods >= 1 || terms.StaleStoragePeriods is null),
            new(
                "nothing is to be held, but the ledger holds retainage; release it, or freeze it",
                retainage is not RetainageTerms.None || ledger.Lines.All(line => line.Posted.Retainage.Total == 0m)
            ),
            new("a lump sum or limit of retainage is below zero", IsNotNegative(terms)),
            new(
                "with reading C the rate after the threshold is zero",
                retainage is not RetainageTerms.Step { Reading: StepReading.Stop, AfterRate: not 0m }
            ),
            new(
                "the rate after the threshold is above the rate before",
                retainage is not RetainageTerms.Step step || step.AfterRate <= step.BeforeRate
            ),
            new(
                "a line has retainage rates twice",
                retainage is not RetainageTerms.PerLine own || own.Lines.Select(line => line.LineId).Distinct().Count() == own.Lines.Count
            ),
            new(
                "a sliding scale has one to five rules",
                retainage is not RetainageTerms.SlidingScale scale || (scale.Rules.Count >= 1 && scale.Rules.Count <= ScaleRulesMax)
            ),
            new(
                "Oracle withholds, but it knows only one rate on the matched amount without a limit; let PowerIntegration keep the retainage",
                terms.RetainageKeeper != RetainageKeeper.Oracle
                    || (retainage is RetainageTerms.Flat or RetainageTerms.None && terms.RetainageCap is null)
            ),
        };
        return found
            .Where(term => !term.IsGiven)
            .Select(term => new Refusal(
                BillingReasons.TermsContradictory,
                $"The terms of contract {terms.ContractNumber} exclude each other: {term.Name}. Correct the terms."
            ));
    }

    private static bool IsNotNegative(ContractTerms terms) =>
        terms.Retainage is not RetainageTerms.LumpSum { Amount: < 0m }
        && terms.RetainageCap is not { Value: < 0m }
        && (terms.Retainage is not RetainageTerms.SlidingScale scale || scale.Rules.All(rule => rule.Limit.Value >= 0m));

    private sealed record Term(string Name, bool IsGiven);
}
