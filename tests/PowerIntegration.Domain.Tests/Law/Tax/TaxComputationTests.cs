using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.Law.Jurisdiction;
using PowerIntegration.Domain.Law.Reasons;
using PowerIntegration.Domain.Law.Tax;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Tests.Refusals;
using Xunit;

namespace PowerIntegration.Domain.Tests.Law.Tax;

public sealed class TaxComputationTests
{
    [Fact]
    public void A_missing_or_contradictory_term_is_named()
    {
        var whole = Taxes.Engine(RetainageTaxMode.NetDeferred, 0.13m);
        Stopped(whole with { ComputedBy = null }, LawReasons.TaxTermMissing, "whether tax comes from the invoice, Oracle or PowerIntegration");
        Stopped(whole with { Mode = null }, LawReasons.TaxTermMissing, "when tax on retainage is due");
        Stopped(whole with { Rate = null }, LawReasons.TaxTermMissing, "no tax rate");
        Stopped(whole with { Rate = 13m }, LawReasons.TaxTermMissing, "13.00");
        Stopped(
            whole with
            {
                Mode = RetainageTaxMode.NetTracked,
                IsReverseCharge = true,
            },
            LawReasons.TaxTermMissing,
            "reverse charge with tracked tax"
        );
        Stopped(
            new TaxTerms
            {
                ComputedBy = TaxCalculator.Source,
                IsReverseCharge = true,
                Mode = RetainageTaxMode.NetDeferred,
            },
            LawReasons.TaxTermMissing,
            "no tax rate"
        );
        Stopped(
            new TaxTerms
            {
                ComputedBy = TaxCalculator.Source,
                IsReverseCharge = true,
                Rate = 0.20m,
            },
            LawReasons.TaxTermMissing,
            "when tax on retainage is due"
        );
    }

    [Theory]
    [InlineData(TaxCalculator.Engine, false)]
    [InlineData(TaxCalculator.Oracle, false)]
    [InlineData(TaxCalculator.Source, true)]
    public void Tax_never_comes_from_two_places(TaxCalculator calculator, bool isReverseCharge)
    {
        var terms = Taxes.Engine(RetainageTaxMode.NetDeferred, 0.13m, isReverseCharge) with { ComputedBy = calculator };
        Stopped(terms, LawReasons.TaxComputedTwice, "has tax of 12.34", Taxes.Document(1_000m, 100m, sourceTax: 12.34m));
        Taxes.Computed(terms, Taxes.Document(1_000m, 100m, sourceTax: 0m));
    }

    [Fact]
    public void The_sources_tax_is_taken_as_it_is_and_a_difference_is_shown()
    {
        var terms = Taxes.Engine(RetainageTaxMode.NetDeferred, 0.13m) with { ComputedBy = TaxCalculator.Source };
        var equal = Assert.IsType<TaxOutcome.Computed>(TaxComputation.Of(terms, Taxes.Document(1_000m, 100m, sourceTax: 117.00m)));
        Assert.Empty(equal.Warnings);
        Assert.Equal(1_017.00m, equal.Figures.Payable);
        var other = Assert.IsType<TaxOutcome.Computed>(TaxComputation.Of(terms, Taxes.Document(1_000m, 100m, sourceTax: 130.00m)));
        Assert.Equal(130.00m, other.Figures.TaxPaid);
        SentenceFacts.In(Assert.Single(other.Warnings), "130.00", "117.00");
        Assert.Empty(
            Assert
                .IsType<TaxOutcome.Computed>(TaxComputation.Of(terms with { Rate = null, Mode = null }, Taxes.Document(1_000m, 100m, sourceTax: 1m)))
                .Warnings
        );
    }

    [Fact]
    public void A_tax_amount_that_the_source_owes_is_never_presumed_zero()
    {
        var terms = new TaxTerms { ComputedBy = TaxCalculator.Source };
        Stopped(terms, SharedReasons.AmountMissing, "no tax amount");
        Stopped(terms, SharedReasons.AmountTooPrecise, "1.005", Taxes.Document(1_000m, 100m, sourceTax: 1.005m));
    }

    [Fact]
    public void Oracles_tax_is_expected_and_neither_sent_nor_booked()
    {
        var figures = Taxes.Computed(
            Taxes.Engine(RetainageTaxMode.NetDeferred, 0.13m) with
            {
                ComputedBy = TaxCalculator.Oracle,
            },
            Taxes.Document(1_000m, 100m)
        );
        Assert.Equal(117.00m, figures.ExpectedFromOracle);
        Assert.Equal(0m, figures.TaxPaid);
        Assert.Equal(900m, figures.Payable);
        Assert.Empty(figures.Journal);
        Assert.Null(
            Taxes
                .Computed(new TaxTerms { ComputedBy = TaxCalculator.Oracle, Mode = RetainageTaxMode.Gross }, Taxes.Document(1_000m, 100m))
                .ExpectedFromOracle
        );
    }

    [Theory]
    [InlineData(117.00, 1, false)]
    [InlineData(117.01, 1, false)]
    [InlineData(116.98, 1, true)]
    [InlineData(117.02, 3, false)]
    [InlineData(117.03, 3, true)]
    public void Oracles_tax_is_held_where_more_than_rounding_separates_it(decimal oracle, int lines, bool isHeld)
    {
        var figures = Taxes.Computed(
            Taxes.Engine(RetainageTaxMode.NetDeferred, 0.13m) with
            {
                ComputedBy = TaxCalculator.Oracle,
            },
            Taxes.Document(1_000m, 100m)
        );
        var refusal = OracleTaxCheck.Of("Invoice 2", figures, oracle, lines, Currency.Usd);
        Assert.Equal(isHeld ? LawReasons.TaxDiffers : null, refusal?.Code);
    }

    [Fact]
    public void Nothing_is_compared_where_Oracle_was_not_asked()
    {
        var figures = Taxes.Computed(Taxes.Engine(RetainageTaxMode.NetDeferred, 0.13m), Taxes.Document(1_000m, 100m));
        Assert.Null(OracleTaxCheck.Of("Invoice 2", figures, 0m, 1, Currency.Usd));
    }

    [Fact]
    public void Tracked_tax_waits_in_its_account_and_leaves_it_with_the_releases()
    {
        var terms = Taxes.Engine(RetainageTaxMode.NetTracked, 0.13m);
        var first = Taxes.Computed(terms, Taxes.Document(86_437.50m, 4_321.88m));
        Assert.Equal(10_675.03m, first.TaxPaid);
        Assert.Equal(561.85m, first.TrackedAfter);
        Assert.Equal(
            [
                new TaxLeg(TaxAccountRole.TaxOnPurchase, 11_236.88m),
                new TaxLeg(TaxAccountRole.RetentionTax, -561.85m),
                new TaxLeg(TaxAccountRole.SupplierPayable, -10_675.03m),
            ],
            first.Journal
        );

        var half = Taxes.Computed(terms, Taxes.Document(0m, 0m, 2_160.94m) with { HeldBefore = 4_321.88m, TrackedBefore = first.TrackedAfter });
        Assert.Equal(280.93m, half.TaxPaid);
        var rest = Taxes.Computed(terms, Taxes.Document(0m, 0m, 2_160.94m) with { HeldBefore = 2_160.94m, TrackedBefore = half.TrackedAfter });
        Assert.Equal(280.92m, rest.TaxPaid);
        Assert.Equal(0m, rest.TrackedAfter);
        Assert.Equal(11_236.88m, first.TaxPaid + half.TaxPaid + rest.TaxPaid);
    }

    [Fact]
    public void A_changed_rate_counts_for_deferred_tax_and_not_for_tracked()
    {
        var deferred = Taxes.Computed(Taxes.Engine(RetainageTaxMode.NetDeferred, 0.15m), Taxes.Document(0m, 0m, 1_000m));
        Assert.Equal(150.00m, deferred.TaxPaid);
        var tracked = Taxes.Computed(
            Taxes.Engine(RetainageTaxMode.NetTracked, 0.15m),
            Taxes.Document(0m, 0m, 1_000m) with
            {
                HeldBefore = 1_000m,
                TrackedBefore = 130m,
            }
        );
        Assert.Equal(130.00m, tracked.TaxPaid);
    }

    [Fact]
    public void A_credit_takes_its_tax_back_with_the_same_cents()
    {
        foreach (var mode in Enum.GetValues<RetainageTaxMode>())
        {
            var terms = Taxes.Engine(mode, 0.101m);
            var invoice = Taxes.Computed(terms, Taxes.Document(86_437.50m, 4_321.88m));
            var credit = Taxes.Computed(
                terms,
                Taxes.Document(-86_437.50m, -4_321.88m) with
                {
                    HeldBefore = 4_321.88m,
                    TrackedBefore = invoice.TrackedAfter,
                }
            );
            Assert.Equal(-invoice.TaxPaid, credit.TaxPaid);
            Assert.Equal(-invoice.Payable, credit.Payable);
            Assert.Equal(0m, credit.TrackedAfter);
        }
    }

    private static void Stopped(TaxTerms terms, ReasonCode code, string what, TaxableDocument? document = null)
    {
        var refusal = Assert.IsType<TaxOutcome.Stopped>(TaxComputation.Of(terms, document ?? Taxes.Document(1_000m, 100m))).Reason;
        Assert.Equal(code, refusal.Code);
        Assert.Contains(what, refusal.Sentence, StringComparison.Ordinal);
    }
}
