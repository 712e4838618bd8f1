using PowerIntegration.Audit.Workload;
using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.Audit;
using PowerIntegration.Domain.ContractBilling;
using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.Law.Jurisdiction;
using PowerIntegration.Domain.Law.Reasons;
using PowerIntegration.Domain.Law.Tax;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Tests.ContractBilling.Engine;
using PowerIntegration.Domain.Tests.Refusals;
using Xunit;

namespace PowerIntegration.Domain.Tests.Law.Tax;

public sealed class ApplicationTaxTests
{
    private static readonly TaxTerms Gross = Taxes.Engine(RetainageTaxMode.Gross, 0.13m);

    private static readonly TaxTerms Deferred = Taxes.Engine(RetainageTaxMode.NetDeferred, 0.13m);

    private static readonly WithholdingTaxTerms Scheme = new()
    {
        ComputedBy = TaxCalculator.Engine,
        Policy = WithholdingTaxPolicy.MaterialsInFull,
        Rate = 0.20m,
    };

    // 1,000 of 10,000 earned, ten percent held: 900 payable before tax.
    private static readonly BillingOutcome.Billed First = Contracts.Billed(
        Contracts.TenPercent,
        Contracts.Ledger(10_000m, Contracts.Balance("L1", 10_000m, 0m, 0m, 0m)),
        Contracts.ToDate(1, 10_000m, 0m, 1_000m)
    );

    private static TaxableApplication Application =>
        new()
        {
            Name = "Contract SC-009, application 1",
            Billed = First,
            Currency = Currency.Usd,
        };

    [Fact]
    public void Neither_terms_nor_tax_leave_the_application_as_it_is()
    {
        var computed = Computed(Application with { SourceTax = 0m });
        Assert.Equal(900m, computed.Payable);
        Assert.Null(Assert.Single(computed.Documents).Tax);
    }

    [Fact]
    public void Tax_in_the_source_without_terms_names_the_missing_term()
    {
        var refusal = Stopped(Application with { SourceTax = 130m });
        Assert.Equal(LawReasons.TaxTermMissing, refusal.Code);
        SentenceFacts.In(refusal.Sentence, "130.00", "Remove the tax", "controller", "tax terms");
    }

    [Theory]
    [InlineData(RetainageTaxMode.Gross, 130, 1030)]
    [InlineData(RetainageTaxMode.NetDeferred, 117, 1017)]
    [InlineData(RetainageTaxMode.NetTracked, 117, 1017)]
    public void Tax_on_retainage_is_due_now_or_later_as_the_terms_say(RetainageTaxMode mode, decimal tax, decimal payable)
    {
        var computed = Computed(Application with { Tax = Taxes.Engine(mode, 0.13m) });
        Assert.Equal(tax, computed.Tax);
        Assert.Equal(tax, Assert.Single(computed.Documents).TaxLine);
        Assert.Equal(payable, computed.Payable);
        Assert.Equal(mode == RetainageTaxMode.NetTracked ? 13m : 0m, computed.TrackedAfter);
    }

    [Fact]
    public void Where_Oracle_computes_no_line_is_sent_and_the_tax_of_the_source_is_compared_afterwards()
    {
        var computed = Computed(Application with { Tax = Gross with { ComputedBy = TaxCalculator.Oracle }, SourceTax = 130m });
        var document = Assert.Single(computed.Documents);
        Assert.True(document.IsTaxedByOracle);
        Assert.Equal(0m, document.TaxLine);
        Assert.Empty(document.Journal);
        Assert.Equal(900m, computed.Payable);
        Assert.Equal(130m, computed.ExpectedFromOracle);
        Assert.Equal(130m, computed.SourceTaxToCompare);
        Assert.Contains("is not sent", Assert.Single(computed.Warnings), StringComparison.Ordinal);
        Assert.Null(ApplicationTaxReadBack.Of("It", computed, 130.01m, 1, Currency.Usd));
        var refusal = ApplicationTaxReadBack.Of("It", computed, 130.02m, 1, Currency.Usd)!;
        Assert.Equal(LawReasons.TaxDiffers, refusal.Code);
        Assert.Contains("130.02", refusal.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    public void Tax_that_is_computed_here_posts_where_the_source_computes_none(int? stated)
    {
        var computed = Computed(Application with { Tax = Deferred, SourceTax = stated });
        Assert.Equal((117m, 1017m), (computed.Tax, computed.Payable));
        Assert.Equal(stated is null ? [] : ["117.00"], computed.Warnings.Select(warning => Figure(warning, "117.00")));
    }

    [Fact]
    public void Oracles_tax_is_not_compared_with_a_source_that_computes_none()
    {
        var computed = Computed(Application with { Tax = Deferred with { ComputedBy = TaxCalculator.Oracle }, SourceTax = 0m });
        Assert.Null(computed.SourceTaxToCompare);
        Assert.Null(ApplicationTaxReadBack.Of("It", computed, 117m, 1, Currency.Usd));
    }

    [Theory]
    [InlineData(RetainageTaxMode.NetDeferred, 117)]
    [InlineData(RetainageTaxMode.Gross, 130)]
    public void Tax_of_a_document_that_is_decided_here_comes_from_the_rate_where_the_source_computes_tax(RetainageTaxMode mode, decimal tax)
    {
        var terms = new TaxTerms
        {
            ComputedBy = TaxCalculator.Source,
            Mode = mode,
            Rate = 0.13m,
        };
        var computed = Computed(Application with { Tax = terms, IsDecidedHere = true });
        Assert.Equal(tax, computed.Tax);
        Assert.Contains($"{tax:0.00}", Assert.Single(computed.Warnings), StringComparison.Ordinal);
        SentenceFacts.In(Stopped(Application with { Tax = terms }).Sentence, "no tax amount", "0.00");
    }

    [Fact]
    public void Tax_that_is_given_for_a_document_decided_here_is_checked_by_the_rate_and_posts_without_one()
    {
        var terms = new TaxTerms
        {
            ComputedBy = TaxCalculator.Source,
            Mode = RetainageTaxMode.NetDeferred,
            Rate = 0.13m,
        };
        var given = Application with { Tax = terms, IsDecidedHere = true, SourceTax = 117.01m };
        Assert.Equal(117.01m, Computed(given).Tax);
        SentenceFacts.In(Stopped(given with { SourceTax = 130m }).Sentence, "130.00", "117.00");
        Assert.Equal(99m, Computed(given with { SourceTax = 99m, Tax = terms with { Rate = null } }).Tax);
        Assert.Equal(0m, Computed(given with { SourceTax = 0m, Tax = terms with { Rate = null } }).Tax);
        SentenceFacts.In(Stopped(given with { SourceTax = null, Tax = terms with { Rate = null } }).Sentence, "no rate", "decision", "0.00");
    }

    private static string Figure(string warning, string figure) => warning.Contains(figure, StringComparison.Ordinal) ? figure : warning;

    [Fact]
    public void Without_a_rate_Oracles_tax_is_compared_with_the_sources()
    {
        var computed = Computed(
            Application with
            {
                Tax = new TaxTerms { ComputedBy = TaxCalculator.Oracle, Mode = RetainageTaxMode.Gross },
                SourceTax = 130m,
            }
        );
        Assert.Contains(
            "the invoice has 130.00",
            ApplicationTaxReadBack.Of("It", computed, 117m, 1, Currency.Usd)!.Sentence,
            StringComparison.Ordinal
        );
        Assert.Null(ApplicationTaxReadBack.Of("It", Computed(Application with { Tax = Gross }), 117m, 1, Currency.Usd));
    }

    [Theory]
    [InlineData(TaxCalculator.Engine, 130.01, 130.00)]
    [InlineData(TaxCalculator.Source, 130.01, 130.01)]
    [InlineData(TaxCalculator.Source, 129.99, 129.99)]
    [InlineData(TaxCalculator.Source, 130.00, 130.00)]
    public void A_difference_of_rounding_is_accepted_and_said(TaxCalculator calculator, decimal stated, decimal posted)
    {
        var computed = Computed(Application with { Tax = Gross with { ComputedBy = calculator }, SourceTax = stated });
        Assert.Equal(posted, computed.Tax);
        Assert.Equal(900m + posted, computed.Payable);
        Assert.Equal(stated == 130m ? 0 : 1, computed.Warnings.Count);
    }

    [Theory]
    [InlineData(637.01, 585.01)]
    [InlineData(636.99, 584.99)]
    public void A_cent_of_rounding_goes_to_the_document_with_the_largest_tax(decimal stated, decimal largest)
    {
        // Progress of 4,500 after retainage, and a release of 400: 13 percent of them are 585.00 and 52.00.
        var billed = Contracts.Billed(
            Contracts.TenPercent,
            Contracts.Posted(20_000m, 1, Contracts.Balance("L1", 20_000m, 10_000m, 0m, 1_000m)),
            Contracts.ToDate(2, 20_000m, 10_000m, 15_000m) with
            {
                Release = new RetainageRelease.Total(400m),
            }
        );
        var computed = Computed(Application with { Billed = billed, Tax = Deferred with { ComputedBy = TaxCalculator.Source }, SourceTax = stated });
        Assert.Equal([largest, 52m], computed.Documents.Select(document => document.TaxLine));
        Assert.Equal(4_900m + stated, computed.Payable);
    }

    [Theory]
    [InlineData(TaxCalculator.Engine)]
    [InlineData(TaxCalculator.Source)]
    public void A_greater_difference_holds_and_names_both_figures(TaxCalculator calculator)
    {
        var refusal = Stopped(Application with { Tax = Deferred with { ComputedBy = calculator }, SourceTax = 130m });
        Assert.Equal(LawReasons.TaxDiffers, refusal.Code);
        Assert.Equal(StopState.Held, refusal.State);
        Assert.Contains("130.00", refusal.Sentence, StringComparison.Ordinal);
        Assert.Contains("117.00", refusal.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Terms_that_cannot_be_followed_are_named()
    {
        var source = new TaxTerms { ComputedBy = TaxCalculator.Source };
        Assert.Equal(SharedReasons.AmountMissing, Stopped(Application with { Tax = source }).Code);
        Assert.Contains("unchecked", Assert.Single(Computed(Application with { Tax = source, SourceTax = 130m }).Warnings), StringComparison.Ordinal);
        Assert.Contains(
            "only PowerIntegration can",
            Stopped(Application with { Tax = source with { Mode = RetainageTaxMode.NetTracked }, SourceTax = 13m }).Sentence,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "cannot be checked",
            Stopped(Application with { Tax = source with { Rate = 0.13m }, SourceTax = 13m }).Sentence,
            StringComparison.Ordinal
        );
        Assert.Contains("no tax rate", Stopped(Application with { Tax = Gross with { Rate = null } }).Sentence, StringComparison.Ordinal);
        Assert.Equal(SharedReasons.AmountTooPrecise, Stopped(Application with { Tax = Gross, SourceTax = 130.005m }).Code);
        Assert.Equal(LawReasons.TaxComputedTwice, Stopped(Application with { Tax = Gross with { IsReverseCharge = true }, SourceTax = 130m }).Code);
        Assert.Equal(0m, Computed(Application with { Tax = Gross with { IsReverseCharge = true } }).Tax);
    }

    [Fact]
    public void Withholding_tax_lowers_the_payable_amount_in_addition_to_tax()
    {
        var computed = Computed(Application with { Tax = Gross, Withholding = Scheme, Materials = 400m });
        Assert.Equal(100m, computed.Withheld);
        Assert.Equal(-100m, Assert.Single(computed.Documents).WithholdingLine);
        Assert.Equal(900m + 130m - 100m, computed.Payable);
        Assert.Equal(100m, computed.HeldAfter!.Value.Total);
    }

    [Fact]
    public void Withholding_asks_for_materials_and_for_the_split_of_what_is_held()
    {
        Assert.Contains("direct cost of materials", Stopped(Application with { Withholding = Scheme }).Sentence, StringComparison.Ordinal);
        Assert.Equal(
            SharedReasons.InputUnusable,
            Stopped(Application with { Withholding = Scheme, Materials = 0m, HeldBefore = new HeldRetention(1m, 0m) }).Code
        );
        Assert.Equal(SharedReasons.AmountTooPrecise, Stopped(Application with { Withholding = Scheme, Materials = 0.001m }).Code);
        Assert.Equal(LawReasons.TaxTermMissing, Stopped(Application with { Withholding = Scheme with { Rate = null }, Materials = 0m }).Code);
    }

    [Fact]
    public void Tax_of_any_billed_history_adds_up_in_every_mode_and_paid_tax_and_tracked_tax_are_the_tax_of_the_gross()
    {
        var documents = 0;
        for (var index = 0; index < 12; index++)
        {
            var contract = ContractGenerator.Make(20251031, index);
            foreach (var mode in Enum.GetValues<RetainageTaxMode>())
            {
                documents += Bill(contract, Taxes.Engine(mode, 0.0875m));
            }
        }

        Assert.True(documents > 200, "Histories were billed.");
    }

    private static int Bill(AuditedContract contract, TaxTerms tax)
    {
        var ledger = EngineInputs.Ledger(contract.History);
        decimal tracked = 0m,
            whole = 0m,
            paid = 0m;
        var documents = 0;
        HeldRetention? held = null;
        foreach (var audited in contract.Applications)
        {
            var outcome = BillingEngine.Bill(
                EngineInputs.Terms(contract.History, audited.Application),
                ledger,
                EngineInputs.Application(contract.History, audited.Application)
            );
            var billed = Assert.IsType<BillingOutcome.Billed>(outcome);
            var computed = Computed(
                new TaxableApplication
                {
                    Name = "It",
                    Billed = billed,
                    Currency = Currency.Usd,
                    Tax = tax,
                    Withholding = Scheme,
                    Materials = 0m,
                    TrackedBefore = tracked,
                    HeldBefore = held,
                }
            );
            Assert.Equal(billed.Payable + computed.Tax - computed.Withheld, computed.Payable);
            tracked = computed.TrackedAfter;
            held = computed.HeldAfter;
            paid += computed.Tax;
            whole += computed.Documents.Sum(document => document.Tax is { Journal.Count: > 0 } figures ? figures.Journal[0].Amount : 0m);
            documents += computed.Documents.Count;
            ledger = billed.NextLedger;
        }

        Assert.Equal(whole, paid + tracked);
        return documents;
    }

    private static ApplicationTaxOutcome.Computed Computed(TaxableApplication application)
    {
        var outcome = ApplicationTax.Of(application);
        Assert.True(outcome is ApplicationTaxOutcome.Computed, (outcome as ApplicationTaxOutcome.Stopped)?.Reason.Sentence);
        return (ApplicationTaxOutcome.Computed)outcome;
    }

    private static Refusal Stopped(TaxableApplication application) =>
        Assert.IsType<ApplicationTaxOutcome.Stopped>(ApplicationTax.Of(application)).Reason;
}
