using PowerIntegration.Domain.Law.Jurisdiction;
using PowerIntegration.Domain.Law.Tax;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Domain.Tests.Builders;
using Xunit;

namespace PowerIntegration.Domain.Tests.Processes.SubcontractorInvoices.Preparation;

/// <summary>Two rates on one application: 13 percent on line 1 and 5 on line 2, deferred on retainage: 4,680 and 450.</summary>
public sealed class TaxRatesTests
{
    private static readonly SourceInvoice TwoRates = (TwoLines.First with { TaxAmount = 5130m, CertifiedPayment = 50130m })
        .With(1, line => line with { TaxRates = "13" })
        .With(2, line => line with { TaxRates = "5" });

    [Fact]
    public void The_invoices_tax_posts_whatever_its_rates_where_the_terms_have_none()
    {
        var invoice = Facts.Frozen(Taxed(TwoRates, rate: null)).Invoice;
        Assert.Equal((50130m, 5130m), (invoice.PayableAmount, invoice.Lines[^1].Amount));
    }

    [Theory]
    [InlineData(TaxCalculator.Source)]
    [InlineData(TaxCalculator.Engine)]
    [InlineData(TaxCalculator.Oracle)]
    public void One_rate_in_the_terms_for_two_on_the_invoice_is_refused_by_name(TaxCalculator calculator)
    {
        var refusal = TwoLines.Stopped(BillingPreparation.Decide(Taxed(TwoRates, 0.13m, calculator)));
        Assert.Equal("tax-term-missing", refusal.WireCode);
        Assert.All(
            ["13 percent on line 1", "5 percent on line 2", "SC-002", "one rate, 13.00 percent", "without a rate"],
            fact => Assert.Contains(fact, refusal.Sentence, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_line_without_tax_beside_a_taxed_one_is_a_second_rate()
    {
        var refusal = TwoLines.Stopped(BillingPreparation.Decide(Taxed(TwoRates.With(2, line => line with { TaxRates = null }), 0.13m)));
        Assert.Contains("no tax on line 2", refusal.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_that_bills_nothing_does_not_count()
    {
        var source = TwoLines.Second(1000m, 4100m, 0m, 1000m) with { TaxAmount = 117m };
        source = source with { CertifiedPayment = source.CertifiedPayment + 117m };
        var facts = TwoLines.After(source.With(1, line => line with { TaxRates = "13" }).With(2, line => line with { TaxRates = "5" }));
        Assert.Equal(1017m, Facts.Frozen(With(facts, 0.13m, TaxCalculator.Source)).Invoice.PayableAmount);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    public void Where_tax_is_computed_here_the_source_need_not_state_it(int? stated)
    {
        var invoice = Facts.Frozen(Taxed(TwoLines.First with { TaxAmount = stated }, 0.13m, TaxCalculator.Engine)).Invoice;
        Assert.Equal(50850m, invoice.PayableAmount);
    }

    private static PreparationFacts Taxed(SourceInvoice source, decimal? rate, TaxCalculator calculator = TaxCalculator.Source) =>
        With(Facts.Of(source), rate, calculator);

    private static PreparationFacts With(PreparationFacts facts, decimal? rate, TaxCalculator calculator) =>
        facts with
        {
            Commitment = facts.Commitment with
            {
                Tax = new TaxTerms
                {
                    ComputedBy = calculator,
                    Mode = RetainageTaxMode.NetDeferred,
                    Rate = rate,
                },
            },
            Payables = facts.Payables with { TaxAccount = "101-10-22100" },
        };
}
