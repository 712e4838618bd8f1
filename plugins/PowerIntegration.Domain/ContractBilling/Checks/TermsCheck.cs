using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Reasons;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.ContractBilling.Checks;

/// <summary>Whether the terms have everything that billing needs and do not conflict.</summary>
internal static class TermsCheck
{
    /// <summary>The most rules a sliding scale may have.</summary>
    public const int ScaleRulesMax = 5;

    public static IEnumerable<Refusal> Of(ContractTerms terms, ContractLedger ledger) => Faults(terms, ledger).Select(fault => fault.Refusal);

    /// <summary>The same, each with the terms that it is about.</summary>
    public static IEnumerable<TermsFault> Faults(ContractTerms terms, ContractLedger ledger) =>
        Missing(terms).Concat(terms.Retainage is null ? [] : Rates(terms).Concat(Contradictions(terms, ledger, terms.Retainage)));

    private static IEnumerable<TermsFault> Missing(ContractTerms terms)
    {
        var asked = new List<Term>
        {
            new("the currency", terms.Currency is { Length: > 0 }, ContractTerm.Currency),
            new("how retainage is calculated", terms.Retainage is not null, ContractTerm.RetainageKind),
            new("where retainage amounts come from", terms.RetainageSource is not null, ContractTerm.RetainageSource),
            new("who withholds retainage", terms.RetainageKeeper is not null, ContractTerm.RetainageKeeper),
            new("how stored materials carry into the next application", terms.StoredMaterials is not null, ContractTerm.StoredMaterials),
            new(
                "after how many applications unchanged stored materials are flagged",
                terms.StaleStoragePeriods is not null,
                ContractTerm.StaleStoragePeriods
            ),
            new("how far a line may be billed over its scheduled value", terms.OverbillingTolerance is not null, ContractTerm.OverbillingTolerance),
            new("whether Oracle accepts negative invoice lines", terms.NegativeLines is not null, ContractTerm.NegativeLines),
            new("which document is used for a credit", terms.CreditDocument is not null, ContractTerm.CreditDocument),
            new("which line takes the rounding difference of a certified header", terms.ResidualPlace is not null, ContractTerm.ResidualPlace),
            new(
                "the retainage rate on stored materials (5b)",
                terms.Retainage is not RetainageTerms.Split { StoredRate: null },
                ContractTerm.StoredRate
            ),
            new(
                "how the retainage reduction treats what is already held (reading A, B1, B2 or C)",
                terms.Retainage is not RetainageTerms.Step { Reading: null },
                ContractTerm.StepReading
            ),
        };
        return asked
            .Where(term => !term.IsGiven)
            .Select(term => new TermsFault(
                new Refusal(BillingReasons.TermsMissing, $"{terms.Subject}: the terms do not state {term.Name}. Ask the controller to add this term.")
                {
                    Place = new InputPlace(null, term.Name),
                },
                term.Terms
            ));
    }

    private static IEnumerable<TermsFault> Rates(ContractTerms terms)
    {
        IEnumerable<Rate> rates = terms.Retainage switch
        {
            RetainageTerms.Flat flat => [new(ContractTerm.WorkRate, flat.Rate)],
            RetainageTerms.Split split => [new(ContractTerm.WorkRate, split.WorkRate), new(ContractTerm.StoredRate, split.StoredRate)],
            RetainageTerms.PerLine own =>
            [
                new(ContractTerm.WorkRate, own.WorkRate),
                new(ContractTerm.StoredRate, own.StoredRate),
                .. own.Lines.SelectMany(line => new[] { line.WorkRate, line.StoredRate }).Select(rate => new Rate(ContractTerm.LineRates, rate)),
            ],
            RetainageTerms.Step step =>
            [
                new(ContractTerm.Threshold, step.Threshold),
                new(ContractTerm.RateBefore, step.BeforeRate),
                new(ContractTerm.RateAfter, step.AfterRate),
            ],
            RetainageTerms.SlidingScale scale =>
            [
                .. scale
                    .Rules.SelectMany(rule => new[] { rule.Rate, FractionOf(rule.Limit) })
                    .Select(rate => new Rate(ContractTerm.ScaleSteps, rate)),
            ],
            _ => [],
        };
        return rates
            .Concat([new Rate(ContractTerm.RetainageCap, FractionOf(terms.RetainageCap))])
            .Where(rate => rate.Value is < 0m or > 1m)
            .Select(rate => new TermsFault(
                new Refusal(
                    BillingReasons.RateOutOfRange,
                    $"{terms.Subject} has a rate of {Sentence.Amount(rate.Value!.Value)} in its terms. "
                        + "Enter a fraction from 0 to 1, such as 0.10 for 10 percent."
                ),
                [rate.Term]
            ));
    }

    private static decimal? FractionOf(RetainageLimit? limit) => limit is null || limit.Base == LimitBase.Amount ? null : limit.Value;

    private static IEnumerable<TermsFault> Contradictions(ContractTerms terms, ContractLedger ledger, RetainageTerms retainage)
    {
        var found = new List<Term>
        {
            new(
                "the overbilling tolerance is below zero",
                terms.OverbillingTolerance >= 0m || terms.OverbillingTolerance is null,
                ContractTerm.OverbillingTolerance
            ),
            new(
                "stored materials are flagged after fewer than one application",
                terms.StaleStoragePeriods >= 1 || terms.StaleStoragePeriods is null,
                ContractTerm.StaleStoragePeriods
            ),
            new(
                "they hold no retainage, but the ledger still holds retainage that must be released or frozen first",
                retainage is not RetainageTerms.None || ledger.Lines.All(line => line.Posted.Retainage.Total == 0m),
                ContractTerm.RetainageKind
            ),
            new(
                "a retainage lump sum or limit is below zero",
                IsNotNegative(terms),
                ContractTerm.LumpSum,
                ContractTerm.RetainageCap,
                ContractTerm.ScaleSteps
            ),
            new(
                "reading C requires a rate of zero after the threshold",
                retainage is not RetainageTerms.Step { Reading: StepReading.Stop, AfterRate: not 0m },
                ContractTerm.StepReading,
                ContractTerm.RateAfter
            ),
            new(
                "the rate after the threshold is higher than the rate before it",
                retainage is not RetainageTerms.Step step || step.AfterRate <= step.BeforeRate,
                ContractTerm.RateBefore,
                ContractTerm.RateAfter
            ),
            new(
                "a line has two sets of retainage rates",
                retainage is not RetainageTerms.PerLine own || own.Lines.Select(line => line.LineId).Distinct().Count() == own.Lines.Count,
                ContractTerm.LineRates
            ),
            new(
                "a sliding scale needs one to five rules",
                retainage is not RetainageTerms.SlidingScale scale || (scale.Rules.Count >= 1 && scale.Rules.Count <= ScaleRulesMax),
                ContractTerm.ScaleSteps
            ),
            new(
                "Oracle withholds retainage, but supports only one flat rate without a limit, so PowerIntegration must withhold it instead",
                terms.RetainageKeeper != RetainageKeeper.Oracle
                    || (retainage is RetainageTerms.Flat or RetainageTerms.None && terms.RetainageCap is null),
                ContractTerm.RetainageKeeper,
                ContractTerm.RetainageKind,
                ContractTerm.RetainageCap
            ),
        };
        return found
            .Where(term => !term.IsGiven)
            .Select(term => new TermsFault(
                new Refusal(
                    BillingReasons.TermsContradictory,
                    $"{terms.Subject}: the terms conflict: {term.Name}. Ask the controller to correct them."
                ),
                term.Terms
            ));
    }

    private static bool IsNotNegative(ContractTerms terms) =>
        terms.Retainage is not RetainageTerms.LumpSum { Amount: < 0m }
        && terms.RetainageCap is not { Value: < 0m }
        && (terms.Retainage is not RetainageTerms.SlidingScale scale || scale.Rules.All(rule => rule.Limit.Value >= 0m));

    private sealed record Term(string Name, bool IsGiven, params ContractTerm[] Terms);

    private sealed record Rate(ContractTerm Term, decimal? Value);
}
