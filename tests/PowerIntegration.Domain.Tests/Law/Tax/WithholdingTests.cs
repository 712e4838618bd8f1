using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.Law.Reasons;
using PowerIntegration.Domain.Law.Tax;
using PowerIntegration.Domain.Refusals;
using Xunit;

namespace PowerIntegration.Domain.Tests.Law.Tax;

public sealed class WithholdingTests
{
    private static readonly WithholdingTaxTerms Terms = new()
    {
        ComputedBy = TaxCalculator.Engine,
        Policy = WithholdingTaxPolicy.RetentionProRata,
        Rate = 0.20m,
    };

    [Fact]
    public void A_missing_term_is_named()
    {
        Stopped(Terms with { ComputedBy = null }, Document(100m, 50m), LawReasons.TaxTermMissing, "names neither");
        Stopped(Terms with { ComputedBy = TaxCalculator.Source }, Document(100m, 50m), LawReasons.TaxTermMissing, "names neither");
        Stopped(Terms with { Policy = null }, Document(100m, 50m), LawReasons.TaxTermMissing, "materials and retention meet");
        Stopped(Terms with { Rate = null }, Document(100m, 50m), LawReasons.TaxTermMissing, "has not been verified");
        Stopped(Terms with { Rate = 20m }, Document(100m, 50m), LawReasons.TaxTermMissing, "20.00");
        Stopped(Terms, Document(100m, -50m), LawReasons.TaxTermMissing, "opposite signs");
        Stopped(Terms, Document(0m, 0m, 10m), LawReasons.TaxTermMissing, "neither labour nor materials");
    }

    [Fact]
    public void Materials_beyond_the_payment_are_a_persons_decision()
    {
        Stopped(
            Terms with
            {
                Policy = WithholdingTaxPolicy.MaterialsInFull,
            },
            Document(10m, 990m, 30m),
            LawReasons.WithholdingBaseNegative,
            "pays 970.00 with materials of 990.00"
        );
        Assert.Equal(9.70m, Computed(Terms, Document(10m, 990m, 30m)).Base);
    }

    [Fact]
    public void A_credit_takes_back_what_was_withheld()
    {
        var invoice = Computed(Terms, Document(24_600m, 11_850m, 1_093.50m));
        var credit = Computed(Terms, Document(-24_600m, -11_850m, -1_093.50m) with { HeldBefore = invoice.HeldAfter });
        Assert.Equal(-invoice.Withheld, credit.Withheld);
        Assert.Equal(default, credit.HeldAfter);
    }

    [Fact]
    public void Oracles_withholding_is_expected_and_not_taken_twice()
    {
        var figures = Computed(Terms with { ComputedBy = TaxCalculator.Oracle }, Document(24_600m, 11_850m, 1_093.50m));
        Assert.Equal(4_772.40m, figures.ExpectedFromOracle);
        Assert.Equal(0m, figures.Withheld);
        Assert.Equal(35_356.50m, figures.Cash);
        Assert.Empty(figures.Journal);
    }

    [Fact]
    public void What_is_withheld_is_owed_to_the_state_instead_of_the_supplier() =>
        Assert.Equal(
            [new TaxLeg(TaxAccountRole.SupplierPayable, 4_772.40m), new TaxLeg(TaxAccountRole.WithholdingPayable, -4_772.40m)],
            Computed(Terms, Document(24_600m, 11_850m, 1_093.50m)).Journal
        );

    private static WithholdingTaxFigures Computed(WithholdingTaxTerms terms, WithholdingTaxDocument document) =>
        Assert.IsType<WithholdingTaxOutcome.Computed>(WithholdingTaxComputation.Of(terms, document)).Figures;

    private static void Stopped(WithholdingTaxTerms terms, WithholdingTaxDocument document, ReasonCode code, string what)
    {
        var refusal = Assert.IsType<WithholdingTaxOutcome.Stopped>(WithholdingTaxComputation.Of(terms, document)).Reason;
        Assert.Equal(code, refusal.Code);
        Assert.Contains(what, refusal.Sentence, StringComparison.Ordinal);
    }

    private static WithholdingTaxDocument Document(decimal labour, decimal materials, decimal withheld = 0m) =>
        new()
        {
            Name = "Invoice 1",
            Currency = Currency.Usd,
            Labour = labour,
            Materials = materials,
            RetentionWithheld = withheld,
            RetentionReleased = 0m,
        };
}
