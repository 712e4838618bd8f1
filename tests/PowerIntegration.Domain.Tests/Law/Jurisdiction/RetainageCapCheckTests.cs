using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Law.Jurisdiction;
using PowerIntegration.Domain.Law.Reasons;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Tests.Refusals;
using Xunit;

namespace PowerIntegration.Domain.Tests.Law.Jurisdiction;

public sealed class RetainageCapCheckTests
{
    [Fact]
    public void Illinois_allows_ten_percent_until_half_and_then_five_of_the_full_balance()
    {
        // The four payables of one contract: 240,000 earned, then 330,000 of 600,000 (E07). Only reading A is lawful.
        Assert.Null(Illinois(Regions.Figures(240_000m, 24_000m, 240_000m, 24_000m)).Refusal);
        Assert.Null(Illinois(Regions.Figures(90_000m, -7_500m, 330_000m, 16_500m)).Refusal);
        foreach (var held in new[] { 31_500m, 28_500m, 30_000m })
        {
            var refusal = Illinois(Regions.Figures(90_000m, held - 24_000m, 330_000m, held)).Refusal!;
            Assert.Equal(LawReasons.RetainageCapExceeded, refusal.Code);
            Assert.Contains("815 ILCS 603/20", refusal.Sentence, StringComparison.Ordinal);
            Assert.Contains("at most 16,500.00 USD is allowed", refusal.Sentence, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Reaching_the_threshold_counts_as_passing_it()
    {
        Assert.NotNull(Illinois(Regions.Figures(60_000m, 6_000m, 300_000m, 30_000m)).Refusal);
        Assert.Null(Illinois(Regions.Figures(59_999.90m, 5_999.99m, 299_999.90m, 29_999.99m)).Refusal);
    }

    [Fact]
    public void The_Illinois_rule_leaves_small_housing_public_work_and_older_contracts_alone()
    {
        var tooMuch = Regions.Figures(90_000m, 9_000m, 330_000m, 33_000m);
        Assert.NotNull(Illinois(tooMuch).Refusal);
        foreach (
            var facts in new[]
            {
                Regions.Illinois with
                {
                    Dwellings = 12,
                },
                Regions.Illinois with
                {
                    Sector = ProjectSector.Public,
                },
                Regions.Illinois with
                {
                    ContractDate = CalendarDate.Parse("2019-08-20"),
                },
            }
        )
        {
            Assert.Null(RetainageCapCheck.Of(facts, ShippedRules.All, tooMuch).Refusal);
        }
    }

    [Fact]
    public void A_verified_cap_that_is_exceeded_holds_and_an_unverified_one_only_warns()
    {
        var figures = Regions.Figures(100_000m, 10_000m, 100_000m, 10_000m);
        var held = RetainageCapCheck.Of(Regions.Illinois, [Regions.Cap(0.05m)], figures);
        Assert.Equal(LawReasons.RetainageCapExceeded, held.Refusal!.Code);
        Assert.Equal(StopState.Held, held.Refusal.State);

        var warned = RetainageCapCheck.Of(Regions.Illinois, [Regions.Cap(0.05m, isVerified: false)], figures);
        Assert.Null(warned.Refusal);
        Assert.Equal("ALL|TEST|1", warned.RuleKey);
        Assert.Contains(warned.Warnings, warning => warning.Contains("is not verified", StringComparison.Ordinal));
        Assert.Contains(warned.Warnings, warning => warning.Contains("at most 5,000.00 USD is allowed", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(CapBase.EachPayment, 5_000, 100_000, 5_000, false)]
    [InlineData(CapBase.EachPayment, 5_000.01, 200_000, 9_000, true)]
    [InlineData(CapBase.EachPayment, 5_000, 100_000, 5_000.01, true)]
    [InlineData(CapBase.ContractSum, 10_000, 100_000, 10_000, false)]
    [InlineData(CapBase.ContractSum, 10_000, 400_000, 30_000, false)]
    [InlineData(CapBase.ContractSum, 10_000, 400_000, 30_000.01, true)]
    [InlineData(CapBase.EachPaymentAndContractSum, 5_000, 600_000, 30_000, false)]
    [InlineData(CapBase.EachPaymentAndContractSum, 5_000.01, 600_000, 30_000, true)]
    [InlineData(CapBase.EachPaymentAndContractSum, 5_000, 700_000, 35_000, true)]
    public void Payment_earned_to_date_and_contract_sum_are_each_tested_against_held_money(
        CapBase of,
        decimal retained,
        decimal toDate,
        decimal held,
        bool exceeds
    ) =>
        Assert.Equal(
            exceeds,
            RetainageCapCheck.Of(Regions.Illinois, [Regions.Cap(0.05m, of)], Regions.Figures(100_000m, retained, toDate, held)).Refusal is not null
        );

    [Theory]
    [InlineData(CapStepReading.WholeBalance, 0.05, 16_500, -7_500)]
    [InlineData(CapStepReading.AboveThreshold, 0.05, 31_500, 7_500)]
    [InlineData(CapStepReading.Stop, 0, 30_000, 6_000)]
    [InlineData(CapStepReading.FromCrossing, 0.05, 28_500, 4_500)]
    public void Each_reading_of_a_step_allows_its_own_amount(CapStepReading reading, decimal after, decimal held, decimal retained)
    {
        var cap = Regions.Cap(0.10m, step: new CapStep(0.5m, after, reading));
        Assert.Null(RetainageCapCheck.Of(Regions.Illinois, [cap], Regions.Figures(90_000m, retained, 330_000m, held)).Refusal);
        Assert.NotNull(
            RetainageCapCheck
                .Of(Regions.Illinois, [cap], Regions.Figures(90_000m, Math.Max(retained, 4_500m) + 3_000.01m, 330_000m, held + 3_000.01m))
                .Refusal
        );
    }

    [Fact]
    public void An_unstated_reading_tests_the_former_rate_and_asks_for_the_statute()
    {
        var cap = Regions.Cap(0.05m, step: new CapStep(0.5m, null, CapStepReading.Unstated));
        var within = RetainageCapCheck.Of(Regions.Illinois, [cap], Regions.Figures(90_000m, 4_500m, 330_000m, 16_500m));
        Assert.Null(within.Refusal);
        Assert.Contains("Read the statute", Assert.Single(within.Warnings), StringComparison.Ordinal);
        Assert.NotNull(RetainageCapCheck.Of(Regions.Illinois, [cap], Regions.Figures(90_000m, 4_500.01m, 330_000m, 16_500.01m)).Refusal);
        Assert.Empty(RetainageCapCheck.Of(Regions.Illinois, [cap], Regions.Figures(90_000m, 4_500m, 90_000m, 4_500m)).Warnings);
    }

    [Fact]
    public void Rounding_of_lines_exceeds_nothing_and_a_cent_more_does()
    {
        // 0.15 at 5 % is 0.0075 a line and rounds to 0.01: seven lines hold 0.07 of 1.05, where 5 % is 0.0525.
        var figures = Regions.Figures(1.05m, 0.07m, 1.05m, 0.07m) with
        {
            RoundedBalances = 7,
        };
        Assert.Null(RetainageCapCheck.Of(Regions.Illinois, [Regions.Cap(0.05m)], figures).Refusal);
        Assert.NotNull(RetainageCapCheck.Of(Regions.Illinois, [Regions.Cap(0.05m)], figures with { RoundedBalances = 3 }).Refusal);
    }

    [Fact]
    public void A_subcontract_may_not_hold_more_than_the_owner_holds()
    {
        var cap = Regions.Cap(0.10m, isBoundToOwner: true);
        var figures = Regions.Figures(100_000m, 10_000m, 100_000m, 10_000m);
        SentenceFacts.In(
            RetainageCapCheck.Of(Regions.Illinois, [cap], figures with { OwnerHeldRate = 0.05m }).Refusal!.Sentence,
            "10,000.00",
            "the owner holds only 5 percent",
            "at most 5,000.00"
        );
        Assert.Null(RetainageCapCheck.Of(Regions.Illinois, [cap], figures with { OwnerHeldRate = 0.10m }).Refusal);
        var unknown = RetainageCapCheck.Of(Regions.Illinois, [cap], figures);
        Assert.Null(unknown.Refusal);
        Assert.Contains("not known", Assert.Single(unknown.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_law_without_a_limit_holds_nothing_and_a_place_without_a_law_says_so()
    {
        var figures = Regions.Figures(100_000m, 50_000m, 100_000m, 50_000m);
        var none = RetainageCapCheck.Of(Regions.Illinois, [Regions.Cap(null)], figures);
        Assert.Null(none.Refusal);
        Assert.Empty(none.Warnings);
        var unknown = RetainageCapCheck.Of(Regions.Illinois with { Jurisdiction = "US-WY" }, ShippedRules.All, figures);
        Assert.Null(unknown.Refusal);
        SentenceFacts.In(Assert.Single(unknown.Warnings), "no retainage rule", "US-WY", "counsel");
    }

    [Fact]
    public void A_recorded_exception_lets_the_document_continue_with_its_reason_shown()
    {
        var facts = Regions.Illinois with
        {
            Exceptions = [new RuleException("ALL|JURISDICTION|US-IL|PRIVATE|RETAINAGE-CAP", "Counsel's letter of 3 March.")],
        };
        var verdict = RetainageCapCheck.Of(facts, ShippedRules.All, Regions.Figures(90_000m, 9_000m, 330_000m, 33_000m));
        Assert.Null(verdict.Refusal);
        Assert.Contains("Counsel's letter of 3 March.", Assert.Single(verdict.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Remarks_of_the_rule_reach_the_person_who_reads_the_hold()
    {
        var facts = Regions.Illinois with { Jurisdiction = "US-CA", ContractDate = CalendarDate.Parse("2026-02-02") };
        var refusal = RetainageCapCheck.Of(facts, ShippedRules.All, Regions.Figures(100_000m, 10_000m, 100_000m, 10_000m)).Refusal!;
        Assert.Contains("Civ. 8811", refusal.Sentence, StringComparison.Ordinal);
        Assert.Contains("Not for small residential work", refusal.Sentence, StringComparison.Ordinal);
    }

    private static RuleVerdict Illinois(RetainageFigures figures) => RetainageCapCheck.Of(Regions.Illinois, ShippedRules.All, figures);
}
