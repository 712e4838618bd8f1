using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Explanation;
using PowerIntegration.Domain.Law.Jurisdiction;
using PowerIntegration.Domain.Law.PayWhenPaid;
using PowerIntegration.Domain.Law.Reasons;
using PowerIntegration.Domain.Law.Tax;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Tests.Law.Jurisdiction;
using PowerIntegration.Domain.Versions;
using Xunit;

namespace PowerIntegration.Domain.Tests.Explanation;

public sealed class TermsExplanationTests
{
    public static TheoryData<RetainageTerms?, string[]> Retainage =>
        new()
        {
            { null, ["How retainage is calculated is not stated."] },
            { new RetainageTerms.None("Bond 4711"), ["No retainage is withheld.", "Bond 4711"] },
            { new RetainageTerms.Flat(0.075m), ["7.5% of completed work and of stored materials is withheld."] },
            { new RetainageTerms.Split(0.10m, 0.05m), ["10% of completed work and 5% of stored materials are withheld."] },
            { new RetainageTerms.Split(0.10m, null), ["10% of completed work is withheld. The rate on stored materials is not stated."] },
            {
                new RetainageTerms.PerLine(0.10m, 0.05m, [new LineRate("7001", null, 0m)]),
                ["are withheld, except on 1 line:", "Line 7001: 10% of completed work and 0% of stored materials."]
            },
            { new RetainageTerms.PerLine(0.10m, 0.05m, []), ["10% of completed work and 5% of stored materials are withheld."] },
            { new RetainageTerms.Frozen(), ["Nothing more is withheld."] },
            { new RetainageTerms.LumpSum(5000m), ["until 5,000.00 USD is held"] },
            {
                SomeTerms.Step(StepReading.WholeBalance),
                [
                    "10% of completed work and of stored materials is withheld until completed work and stored materials reach "
                        + "50% of the contract sum to date.",
                    "5% of everything billed to date is held",
                    "stays reached",
                ]
            },
            { SomeTerms.Step(StepReading.AboveThreshold), ["Of what is billed above it, 5% is withheld. What is already held stays held."] },
            { SomeTerms.Step(StepReading.FromCrossing), ["Of everything that the application that reaches it and later ones bill, 5% is withheld."] },
            { SomeTerms.Step(StepReading.Stop, 0m), ["After that, nothing more is withheld. What is already held stays held."] },
            { SomeTerms.Step(null), ["What happens to what is already held is not stated."] },
            {
                SomeTerms.Step(StepReading.Stop, 0m) with
                {
                    Measure = BilledMeasure.CompletedWork,
                    Sum = ContractSumBase.Original,
                },
                ["until completed work reaches 50% of the original contract sum."]
            },
            {
                SomeTerms.Scale,
                [
                    "First, 10% of completed work and of stored materials is withheld until 4% of the original contract sum is held.",
                    "Then, 5% of completed work and of stored materials is withheld until 6,000.00 USD is held.",
                    "After that, nothing more is withheld.",
                ]
            },
            { new RetainageTerms.SlidingScale([]), ["The sliding scale has no steps."] },
        };

    [Theory]
    [MemberData(nameof(Retainage))]
    public void Each_kind_of_retainage_is_said_in_words(RetainageTerms? retainage, string[] parts) =>
        AssertSaid(SomeTerms.Of(retainage), TermsTopic.Retainage, parts);

    [Fact]
    public void Many_lines_with_rates_of_their_own_are_counted()
    {
        var own = new RetainageTerms.PerLine(0.10m, 0.10m, [.. Enumerable.Range(1, 23).Select(line => new LineRate($"{line}", 0.05m, null))]);
        AssertSaid(SomeTerms.Of(own), TermsTopic.Retainage, "except on 23 lines:", "Line 20: 5% of completed work and 10% of", "And 3 more lines.");
    }

    [Fact]
    public void Every_topic_says_something_and_what_is_missing_is_said()
    {
        var bare = SomeTerms.Flat with { Terms = new ContractTerms { ContractNumber = "SC-002" } };
        var topics = TermsExplanation.Of(bare, [], null).Topics;
        Assert.Equal(typeof(TermsTopic).GetEnumValues().Cast<TermsTopic>(), topics.Select(topic => topic.Topic));
        Assert.All(topics, topic => Assert.NotEmpty(topic.Sentences));
        Assert.Equal(10, topics.SelectMany(topic => topic.Sentences).Count(sentence => sentence.Contains("not stated", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_period_is_said_with_its_end()
    {
        AssertSaid(SomeTerms.Flat, TermsTopic.Period, "Version 1 applies to applications whose period ends on 2025-01-01 or later.");
        AssertSaid(SomeTerms.Flat with { ValidTo = new CalendarDate(2025, 12, 31) }, TermsTopic.Period, "from 2025-01-01 to 2025-12-31.");
    }

    [Fact]
    public void A_maximum_stops_an_approved_amount_and_limits_a_calculated_one()
    {
        AssertSaid(SomeTerms.Flat, TermsTopic.Maximum, "There is no maximum.");
        var cap = new RetainageLimit(LimitBase.RevisedSum, 0.05m);
        AssertSaid(
            SomeTerms.With(terms => terms with { RetainageCap = cap }),
            TermsTopic.Maximum,
            "holds more than 5% of the contract sum to date is stopped"
        );
        AssertSaid(
            SomeTerms.With(terms => terms with { RetainageCap = cap, RetainageSource = RetainageSource.Terms }),
            TermsTopic.Maximum,
            "Nothing more is withheld once 5% of the contract sum to date is held."
        );
    }

    [Fact]
    public void Who_withholds_and_where_amounts_come_from_is_said()
    {
        AssertSaid(SomeTerms.Flat, TermsTopic.Keeping, "approved in Procore are posted", "lines on the retainage account");
        AssertSaid(
            SomeTerms.With(terms => terms with { RetainageSource = RetainageSource.Terms, RetainageKeeper = RetainageKeeper.Oracle }),
            TermsTopic.Keeping,
            "calculated from these terms",
            "gross amount only"
        );
    }

    [Fact]
    public void Stored_materials_and_overbilling_are_said()
    {
        AssertSaid(SomeTerms.Flat, TermsTopic.StoredMaterials, "stay in column F", "for 3 applications", "No line may be billed over");
        AssertSaid(
            SomeTerms.With(terms => terms with { StoredMaterials = StoredMaterials.AutoMove, StaleStoragePeriods = 1, OverbillingTolerance = 50m }),
            TermsTopic.StoredMaterials,
            "column D, with the next application",
            "for 1 application are",
            "up to 50.00 USD over"
        );
    }

    [Fact]
    public void How_invoices_are_made_is_said()
    {
        AssertSaid(
            SomeTerms.Flat,
            TermsTopic.Invoices,
            "matched to its line",
            "positive and negative lines",
            "credit memo of the vendor",
            "the line with the largest amount takes",
            "not stated, so it is held"
        );
        var other = SomeTerms.With(terms =>
            terms with
            {
                NegativeLines = NegativeLines.SplitBySign,
                CreditDocument = CreditDocument.DebitMemo,
                ResidualPlace = ResidualPlace.FirstLine,
                PostsApprovedAsNoted = true,
            }
        );
        AssertSaid(
            other with
            {
                IsMatched = false,
            },
            TermsTopic.Invoices,
            "No purchase order",
            "separate document",
            "debit memo",
            "the first line",
            "is posted"
        );
        var last = SomeTerms.With(terms => terms with { ResidualPlace = ResidualPlace.LargestRemainder, PostsApprovedAsNoted = false });
        AssertSaid(last, TermsTopic.Invoices, "largest remainders take", "noted is held.");
    }

    [Fact]
    public void Tax_and_withholding_are_said()
    {
        AssertSaid(SomeTerms.Flat, TermsTopic.Tax, "There is no tax.");
        AssertSaid(SomeTerms.Flat, TermsTopic.Withholding, "No tax is withheld");
        var tax = new TaxTerms
        {
            ComputedBy = TaxCalculator.Engine,
            Mode = RetainageTaxMode.Gross,
            Rate = 0.13m,
        };
        AssertSaid(SomeTerms.Flat with { Tax = tax }, TermsTopic.Tax, "calculates tax at 13%", "due with the progress invoice");
        var oracle = tax with { ComputedBy = TaxCalculator.Oracle, Mode = RetainageTaxMode.NetDeferred };
        AssertSaid(SomeTerms.Flat with { Tax = oracle }, TermsTopic.Tax, "Oracle calculates", "compared with 13%", "due with the release");
        AssertSaid(SomeTerms.Flat with { Tax = oracle with { Rate = null } }, TermsTopic.Tax, "No tax line is sent.");
        var source = tax with { ComputedBy = TaxCalculator.Source, Mode = RetainageTaxMode.NetTracked, IsReverseCharge = true };
        AssertSaid(SomeTerms.Flat with { Tax = source }, TermsTopic.Tax, "Reverse charge", "checked against 13%", "account of its own");
        AssertSaid(SomeTerms.Flat with { Tax = new TaxTerms() }, TermsTopic.Tax, "Who calculates tax is not stated", "due is not stated");
        var withheld = new WithholdingTaxTerms
        {
            ComputedBy = TaxCalculator.Engine,
            Policy = WithholdingTaxPolicy.MaterialsInFull,
            Rate = 0.20m,
        };
        AssertSaid(SomeTerms.Flat with { Withholding = withheld }, TermsTopic.Withholding, "at 20%", "at once");
        var other = withheld with { ComputedBy = TaxCalculator.Oracle, Policy = WithholdingTaxPolicy.RetentionProRata };
        AssertSaid(SomeTerms.Flat with { Withholding = other }, TermsTopic.Withholding, "Oracle withholds", "when they are paid");
        AssertSaid(SomeTerms.Flat with { Withholding = new WithholdingTaxTerms() }, TermsTopic.Withholding, "not stated", "not stated");
    }

    [Fact]
    public void The_payment_clause_is_said_as_the_law_of_the_place_applies_it()
    {
        AssertSaid(SomeTerms.Flat, TermsTopic.Payment, "does not wait");
        var clause = new PaymentTerms
        {
            Clause = PaymentClause.PayIfPaid,
            OutsideDays = 60,
            PassThroughDays = 1,
        };
        var version = SomeTerms.Flat with { PaymentClause = clause };
        AssertSaid(
            version,
            TermsTopic.Payment,
            "a condition of payment",
            "due 60 days after the invoice date in any case, and 1 day after the owner has paid."
        );
        AssertSaid(version with { PaymentClause = clause with { OutsideDays = null } }, TermsTopic.Payment, "It has no outside date");
        AssertSaid(version with { PaymentClause = clause with { Clause = PaymentClause.None } }, TermsTopic.Payment, "does not wait");
        AssertSaid(version with { PaymentClause = clause with { Clause = PaymentClause.PayWhenPaid } }, TermsTopic.Payment, "(pay-when-paid)");
        AssertSaid(version with { PaymentClause = clause with { Clause = null } }, TermsTopic.Payment, "not stated");
        var placed = version with { Region = Regions.Illinois };
        AssertSaid(
            placed,
            TermsTopic.Payment,
            [Clause(PaymentClauseEffect.TimingOnly)],
            "only waits until the outside date",
            "treated as pay-when-paid"
        );
        AssertSaid(placed, TermsTopic.Payment, [Clause(PaymentClauseEffect.Ineffective)], "Under the law of the place, payment does not wait.");
    }

    [Fact]
    public void The_place_is_said_with_the_rule_that_limits_the_retainage()
    {
        AssertSaid(SomeTerms.Flat, TermsTopic.Law, "No jurisdiction is named");
        var placed = SomeTerms.Flat with { Region = Regions.Illinois };
        AssertSaid(placed, TermsTopic.Law, "The project is in US-IL.", "No active rule on retainage applies.");
        AssertSaid(placed, TermsTopic.Law, [Regions.Cap(0.10m)], "Test Act s.1 limits the retainage to 10% (rule ALL|TEST|1).");
        AssertSaid(placed, TermsTopic.Law, [Regions.Cap(0.10m, isVerified: false)], "is not verified");
    }

    [Fact]
    public void What_is_wrong_names_the_terms_and_no_example_is_billed()
    {
        var wrong = SomeTerms.With(terms => terms with { RetainageKeeper = null, OverbillingTolerance = -1m, StaleStoragePeriods = 0 });
        var explained = TermsExplanation.Of(wrong, [], null);
        Assert.Equal(
            [ContractTerm.RetainageKeeper, ContractTerm.OverbillingTolerance, ContractTerm.StaleStoragePeriods],
            explained.Faults.Select(fault => Assert.Single(fault.Terms))
        );
        Assert.Null(explained.Example);
        Assert.Equal(3, explained.ProblemCount);
        Assert.StartsWith(
            "Terms LAKESHORE|1|TERMS|SC-002|1 cannot be used: 3 problems. Commitment SC-002: the terms do not state who withholds",
            explained.Message,
            StringComparison.Ordinal
        );
    }

    public static TheoryData<TermsVersion, ContractTerm[]> Faulty =>
        new()
        {
            { SomeTerms.Of(new RetainageTerms.Flat(10m)), [ContractTerm.WorkRate] },
            { SomeTerms.Of(new RetainageTerms.Split(0.10m, -1m)), [ContractTerm.StoredRate] },
            { SomeTerms.Of(new RetainageTerms.Split(0.10m, null)), [ContractTerm.StoredRate] },
            { SomeTerms.Of(new RetainageTerms.PerLine(0.1m, 0.1m, [new LineRate("1", 2m, null)])), [ContractTerm.LineRates] },
            {
                SomeTerms.Of(new RetainageTerms.PerLine(0.1m, 0.1m, [new LineRate("1", 0m, null), new LineRate("1", null, null)])),
                [ContractTerm.LineRates]
            },
            { SomeTerms.Of(SomeTerms.Step(null)), [ContractTerm.StepReading] },
            { SomeTerms.Of(SomeTerms.Step(StepReading.Stop)), [ContractTerm.StepReading, ContractTerm.RateAfter] },
            { SomeTerms.Of(SomeTerms.Step(StepReading.WholeBalance, 0.2m)), [ContractTerm.RateBefore, ContractTerm.RateAfter] },
            { SomeTerms.Of(new RetainageTerms.SlidingScale([])), [ContractTerm.ScaleSteps] },
            { SomeTerms.Of(new RetainageTerms.LumpSum(-1m)), [ContractTerm.LumpSum, ContractTerm.RetainageCap, ContractTerm.ScaleSteps] },
            { SomeTerms.With(terms => terms with { RetainageCap = new RetainageLimit(LimitBase.RevisedSum, 5m) }), [ContractTerm.RetainageCap] },
            {
                SomeTerms.Of(SomeTerms.Scale) with
                {
                    Terms = SomeTerms.Of(SomeTerms.Scale).Terms with { RetainageKeeper = RetainageKeeper.Oracle },
                },
                [ContractTerm.RetainageKeeper, ContractTerm.RetainageKind, ContractTerm.RetainageCap]
            },
            { Tax(new TaxTerms { Mode = RetainageTaxMode.Gross }), [ContractTerm.TaxCalculator] },
            { Tax(new TaxTerms { ComputedBy = TaxCalculator.Oracle }), [ContractTerm.TaxOnRetainage] },
            { Tax(new TaxTerms { ComputedBy = TaxCalculator.Engine, Mode = RetainageTaxMode.Gross }), [ContractTerm.TaxRate] },
            {
                Tax(
                    new TaxTerms
                    {
                        ComputedBy = TaxCalculator.Oracle,
                        Mode = RetainageTaxMode.Gross,
                        Rate = 13m,
                    }
                ),
                [ContractTerm.TaxRate]
            },
            {
                Tax(
                    new TaxTerms
                    {
                        ComputedBy = TaxCalculator.Source,
                        Mode = RetainageTaxMode.NetTracked,
                        Rate = 0.1m,
                    }
                ),
                [ContractTerm.TaxCalculator, ContractTerm.TaxOnRetainage]
            },
            { Tax(new TaxTerms { ComputedBy = TaxCalculator.Source, Rate = 0.1m }), [ContractTerm.TaxOnRetainage] },
            {
                Tax(
                    new TaxTerms
                    {
                        ComputedBy = TaxCalculator.Engine,
                        Mode = RetainageTaxMode.NetTracked,
                        Rate = 0.1m,
                        IsReverseCharge = true,
                    }
                ),
                [ContractTerm.ReverseCharge, ContractTerm.TaxOnRetainage]
            },
            { Withholding(new WithholdingTaxTerms()), [ContractTerm.WithholdingCalculator] },
            { Withholding(new WithholdingTaxTerms { ComputedBy = TaxCalculator.Engine }), [ContractTerm.WithholdingPolicy] },
            {
                Withholding(new WithholdingTaxTerms { ComputedBy = TaxCalculator.Engine, Policy = WithholdingTaxPolicy.MaterialsInFull }),
                [ContractTerm.WithholdingRate]
            },
            {
                SomeTerms.Flat with
                {
                    PaymentClause = new PaymentTerms { Clause = PaymentClause.PayWhenPaid },
                },
                [ContractTerm.PaymentClause, ContractTerm.OutsideDays, ContractTerm.PassThroughDays]
            },
        };

    [Theory]
    [MemberData(nameof(Faulty))]
    public void Each_fault_names_its_terms(TermsVersion version, ContractTerm[] terms)
    {
        var fault = Assert.Single(TermsFaults.Of(version, [], null));
        Assert.Equal(terms, fault.Terms);
        Assert.StartsWith("Commitment SC-002", fault.Refusal.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_law_of_the_place_needs_or_cannot_say_is_a_fault_of_the_place()
    {
        var placed = SomeTerms.Flat with { Region = Regions.Illinois with { ContractDate = null } };
        var rule = Regions.Cap(0.10m) with { Conditions = new RuleConditions { EffectiveFrom = new CalendarDate(2019, 1, 1) } };
        Assert.Equal([ContractTerm.Jurisdiction], Assert.Single(TermsFaults.Of(placed, [rule], null)).Terms);
        var problem = new Refusal(LawReasons.JurisdictionRuleOverlap, "Legal rules A and B overlap.");
        Assert.Equal(problem, Assert.Single(TermsFaults.Of(placed, [], problem)).Refusal);
        Assert.Empty(TermsFaults.Of(placed));
    }

    [Fact]
    public void A_row_that_cannot_be_read_says_only_that()
    {
        var explained = TermsExplanation.Of(SomeTerms.Flat with { Problems = ["Rate on work is empty.", "Version is empty."] }, [], null);
        Assert.Empty(explained.Topics);
        Assert.Empty(explained.Faults);
        Assert.Equal(2, explained.ProblemCount);
        Assert.EndsWith("cannot be used: 2 problems. Rate on work is empty.", explained.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_example_that_is_stopped_is_a_problem()
    {
        var falling = new RetainageTerms.SlidingScale([
            new SlidingScaleRule(0.10m, new RetainageLimit(LimitBase.Amount, 5000m)),
            new SlidingScaleRule(0.05m, new RetainageLimit(LimitBase.Amount, 4000m)),
        ]);
        var explained = TermsExplanation.Of(SomeTerms.Of(falling), [], null);
        Assert.Equal(1, explained.ProblemCount);
        Assert.Contains("cannot be used: 1 problem. Commitment SC-002: the terms conflict: rule 2", explained.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Usable_terms_say_what_the_example_pays_and_holds() =>
        Assert.Equal(
            "Terms LAKESHORE|1|TERMS|SC-002|1 can be used. In the example, a contract over 100,000.00 USD pays 36,000.00 USD, 22,500.00 USD, "
                + "31,500.00 USD, and 10,000.00 USD is held at the end.",
            TermsExplanation.Of(SomeTerms.Flat, [], null).Message
        );

    private static TermsVersion Tax(TaxTerms tax) => SomeTerms.Flat with { Tax = tax };

    private static TermsVersion Withholding(WithholdingTaxTerms terms) => SomeTerms.Flat with { Withholding = terms };

    private static JurisdictionRule Clause(PaymentClauseEffect effect) =>
        Regions.Rule(new RuleEffect.PaymentClause(effect, false, null, null), JurisdictionRuleKind.PaymentClause);

    private static void AssertSaid(TermsVersion version, TermsTopic topic, params string[] parts) => AssertSaid(version, topic, [], parts);

    private static void AssertSaid(TermsVersion version, TermsTopic topic, JurisdictionRule[] rules, params string[] parts)
    {
        var sentences = TermsExplanation.Of(version, rules, null).Topics.Single(words => words.Topic == topic).Sentences;
        Assert.All(parts, part => Assert.Contains(part, string.Join("\n", sentences), StringComparison.Ordinal));
    }
}
