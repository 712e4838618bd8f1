using PowerIntegration.Domain.ContractBilling.Checks;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Reasons;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Tests.ContractBilling.Engine;
using PowerIntegration.Domain.Tests.Refusals;
using Xunit;

namespace PowerIntegration.Domain.Tests.ContractBilling.Checks;

/// <summary>What is wrong with terms, each fault with the terms that a person corrects, in the order in which they are found.</summary>
public sealed class TermsCheckTests
{
    private static readonly ContractLedger Ledger = Contracts.Ledger(10_000m, Contracts.Balance("L1", 10_000m, 0m, 0m, 0m));

    private static readonly RetainageTerms.Step Step = new(
        0.5m,
        0.1m,
        0.05m,
        StepReading.WholeBalance,
        BilledMeasure.CompletedAndStored,
        ContractSumBase.Revised
    );

    private static readonly RetainageLimit Amount = new(LimitBase.Amount, 500m);

    [Fact]
    public void Terms_without_a_fault_have_none()
    {
        Assert.Empty(TermsCheck.Faults(Contracts.TenPercent, Ledger));
        Assert.Empty(TermsCheck.Faults(Contracts.Terms(Step), Ledger));
        Assert.Empty(TermsCheck.Faults(Contracts.Terms(new RetainageTerms.None(null)), Ledger));
        Assert.Empty(TermsCheck.Faults(Contracts.TenPercent with { RetainageCap = new RetainageLimit(LimitBase.OriginalSum, 1m) }, Ledger));
        Assert.Empty(TermsCheck.Faults(Contracts.TenPercent with { RetainageCap = Amount }, Ledger));
    }

    [Fact]
    public void Missing_terms_are_named_in_the_order_of_the_form()
    {
        var faults = TermsCheck.Faults(new ContractTerms { ContractNumber = "SC-009" }, Ledger).ToList();
        Assert.Equal(
            [
                ContractTerm.Currency,
                ContractTerm.RetainageKind,
                ContractTerm.RetainageSource,
                ContractTerm.RetainageKeeper,
                ContractTerm.StoredMaterials,
                ContractTerm.StaleStoragePeriods,
                ContractTerm.OverbillingTolerance,
                ContractTerm.NegativeLines,
                ContractTerm.CreditDocument,
                ContractTerm.ResidualPlace,
            ],
            faults.Select(fault => Assert.Single(fault.Terms))
        );
        Assert.All(faults, fault => Assert.Equal(BillingReasons.TermsMissing, fault.Refusal.Code));
        Assert.Equal("the currency", faults[0].Refusal.Place!.Field);
        Is(Contracts.Terms(new RetainageTerms.Split(0.1m, null)), "(5b)", ContractTerm.StoredRate);
        Is(Contracts.Terms(Step with { Reading = null }), "reading A, B1, B2 or C", ContractTerm.StepReading);
    }

    [Fact]
    public void What_is_missing_comes_before_what_conflicts()
    {
        var terms = Contracts.Terms(new RetainageTerms.Flat(1.5m)) with { Currency = null, OverbillingTolerance = -1m };
        Assert.Equal(
            [BillingReasons.TermsMissing, BillingReasons.RateOutOfRange, BillingReasons.TermsContradictory],
            TermsCheck.Faults(terms, Ledger).Select(fault => fault.Refusal.Code)
        );
        Assert.Equal(
            TermsCheck.Faults(terms, Ledger).Select(fault => fault.Refusal.Sentence),
            TermsCheck.Of(terms, Ledger).Select(refusal => refusal.Sentence)
        );
    }

    [Fact]
    public void A_rate_out_of_range_names_its_term()
    {
        Is(Contracts.Terms(new RetainageTerms.Flat(1.01m)), "a rate of 1.01", ContractTerm.WorkRate);
        Is(Contracts.Terms(new RetainageTerms.Split(-0.01m, 0m)), "a rate of -0.01", ContractTerm.WorkRate);
        Is(Contracts.Terms(new RetainageTerms.Split(0m, 2m)), "a rate of 2.00", ContractTerm.StoredRate);
        Is(Contracts.Terms(new RetainageTerms.PerLine(2m, 0m, [])), "a rate of 2.00", ContractTerm.WorkRate);
        Is(Contracts.Terms(new RetainageTerms.PerLine(0m, 2m, [])), "a rate of 2.00", ContractTerm.StoredRate);
        Is(Contracts.Terms(new RetainageTerms.PerLine(0m, 0m, [new LineRate("L1", null, 2m)])), "a rate of 2.00", ContractTerm.LineRates);
        Is(Contracts.Terms(Step with { Threshold = 1.5m }), "a rate of 1.50", ContractTerm.Threshold);
        Is(Contracts.Terms(Step with { BeforeRate = 1.5m }), "a rate of 1.50", ContractTerm.RateBefore);
        Is(Contracts.Terms(Step with { AfterRate = -0.5m }), "a rate of -0.50", ContractTerm.RateAfter);
        Is(Contracts.Terms(new RetainageTerms.SlidingScale([new SlidingScaleRule(2m, Amount)])), "a rate of 2.00", ContractTerm.ScaleSteps);
        Is(
            Contracts.Terms(new RetainageTerms.SlidingScale([new SlidingScaleRule(0.1m, new RetainageLimit(LimitBase.RevisedSum, 2m))])),
            "a rate of 2.00",
            ContractTerm.ScaleSteps
        );
        Is(
            Contracts.TenPercent with
            {
                RetainageCap = new RetainageLimit(LimitBase.OriginalSum, 1.01m),
            },
            "a rate of 1.01",
            ContractTerm.RetainageCap
        );
    }

    [Fact]
    public void A_conflict_names_its_terms()
    {
        Is(Contracts.TenPercent with { OverbillingTolerance = -0.01m }, "tolerance is below zero", ContractTerm.OverbillingTolerance);
        Is(Contracts.TenPercent with { StaleStoragePeriods = 0 }, "fewer than one", ContractTerm.StaleStoragePeriods);
        Is(
            Contracts.Terms(new RetainageTerms.LumpSum(-1m)),
            "lump sum or limit is below zero",
            ContractTerm.LumpSum,
            ContractTerm.RetainageCap,
            ContractTerm.ScaleSteps
        );
        Is(Contracts.Terms(Step with { Reading = StepReading.Stop }), "reading C", ContractTerm.StepReading, ContractTerm.RateAfter);
        Is(Contracts.Terms(Step with { AfterRate = 0.2m }), "higher than the rate before", ContractTerm.RateBefore, ContractTerm.RateAfter);
        Is(
            Contracts.Terms(new RetainageTerms.PerLine(0.1m, 0.1m, [new LineRate("L1", 0m, 0m), new LineRate("L1", 0m, 0m)])),
            "two sets of retainage rates",
            ContractTerm.LineRates
        );
        Is(Contracts.Terms(new RetainageTerms.SlidingScale([])), "one to five rules", ContractTerm.ScaleSteps);
        foreach (var terms in OracleCannot())
        {
            Is(terms, "Oracle withholds retainage", ContractTerm.RetainageKeeper, ContractTerm.RetainageKind, ContractTerm.RetainageCap);
        }

        Assert.Empty(TermsCheck.Faults(Oracle(new RetainageTerms.None(null)), Ledger));
        Assert.Empty(TermsCheck.Faults(Oracle(new RetainageTerms.Flat(0.1m)), Ledger));
    }

    [Fact]
    public void Retainage_that_is_still_held_conflicts_with_none()
    {
        var terms = Contracts.Terms(new RetainageTerms.None(null));
        var held = Ledger with { Lines = [.. Ledger.Lines, Contracts.Balance("L2", 0m, 0m, 100m, 0m, 10m)] };
        var fault = Assert.Single(TermsCheck.Faults(terms, held));
        SentenceFacts.In(fault.Refusal.Sentence, "SC-009", "still holds retainage");
        Assert.Equal([ContractTerm.RetainageKind], fault.Terms);
        Assert.Empty(TermsCheck.Faults(Contracts.TenPercent, held));
    }

    private static IEnumerable<ContractTerms> OracleCannot() =>
        [
            Oracle(new RetainageTerms.Flat(0.1m)) with
            {
                RetainageCap = Amount,
            },
            Oracle(new RetainageTerms.None(null)) with
            {
                RetainageCap = Amount,
            },
            Oracle(new RetainageTerms.Split(0.1m, 0.1m)),
            Oracle(Step),
        ];

    private static ContractTerms Oracle(RetainageTerms retainage) => Contracts.Terms(retainage) with { RetainageKeeper = RetainageKeeper.Oracle };

    private static void Is(ContractTerms terms, string words, params ContractTerm[] about)
    {
        var fault = Assert.Single(TermsCheck.Faults(terms, Ledger));
        SentenceFacts.In(fault.Refusal.Sentence, "SC-009", words);
        Assert.Equal(about, fault.Terms);
    }
}
