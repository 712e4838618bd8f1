using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Law.Jurisdiction;
using PowerIntegration.Domain.Law.Reasons;
using Xunit;

namespace PowerIntegration.Domain.Tests.Law.Jurisdiction;

public sealed class RuleSelectionTests
{
    [Fact]
    public void Two_verified_rules_that_fit_are_refused_by_name()
    {
        var choice = Select(Regions.Illinois, Regions.Cap(0.10m, key: "ALL|ONE"), Regions.Cap(0.05m, key: "ALL|TWO"));
        Assert.Equal(LawReasons.JurisdictionRuleOverlap, choice.Refusal!.Code);
        Assert.Contains("ALL|ONE", choice.Refusal.Sentence, StringComparison.Ordinal);
        Assert.Contains("ALL|TWO", choice.Refusal.Sentence, StringComparison.Ordinal);
        Assert.Null(choice.Rule);
    }

    [Fact]
    public void Two_unverified_rules_that_fit_are_named_and_neither_is_used()
    {
        var choice = Select(
            Regions.Illinois,
            Regions.Cap(0.10m, isVerified: false, key: "ALL|ONE"),
            Regions.Cap(0.05m, isVerified: false, key: "ALL|TWO")
        );
        Assert.Null(choice.Refusal);
        Assert.Null(choice.Rule);
        Assert.Contains("ALL|ONE", Assert.Single(choice.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void One_verified_rule_among_those_that_fit_makes_the_overlap_a_refusal() =>
        Assert.NotNull(Select(Regions.Illinois, Regions.Cap(0.10m, key: "ALL|ONE"), Regions.Cap(0.05m, isVerified: false, key: "ALL|TWO")).Refusal);

    [Theory]
    [InlineData("sector")]
    [InlineData("contract date")]
    [InlineData("contract value")]
    [InlineData("number of dwellings")]
    [InlineData("bond")]
    public void A_fact_that_a_verified_rule_depends_on_is_asked_for_by_name(string fact)
    {
        var rule = Everything(isVerified: true);
        Assert.Equal(rule, Select(Regions.Illinois, rule).Rule);
        var refusal = Select(Without(fact), rule).Refusal!;
        Assert.Equal(LawReasons.JurisdictionFactMissing, refusal.Code);
        Assert.Contains(" " + fact, refusal.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sector")]
    [InlineData("contract date")]
    [InlineData("contract value")]
    [InlineData("number of dwellings")]
    [InlineData("bond")]
    public void A_fact_that_only_an_unverified_rule_depends_on_stops_nothing(string fact)
    {
        var choice = Select(Without(fact), Everything(isVerified: false));
        Assert.Null(choice.Refusal);
        Assert.Contains("not verified, so nothing is stopped", Assert.Single(choice.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_that_another_fact_excludes_asks_for_nothing()
    {
        var choice = Select(Regions.Illinois with { Sector = ProjectSector.Public, ContractDate = null }, Everything(isVerified: true));
        Assert.Null(choice.Refusal);
        Assert.Empty(choice.Warnings);
    }

    [Theory]
    [InlineData(12, false)]
    [InlineData(13, true)]
    [InlineData(0, true)]
    public void Dwellings_exclude_small_housing_and_never_a_project_without_any(int dwellings, bool applies) =>
        Assert.Equal(applies, RuleFit.Of(new RuleConditions { DwellingsMin = 13 }, Regions.Illinois with { Dwellings = dwellings }).IsCertain);

    [Fact]
    public void A_value_in_another_currency_is_not_compared()
    {
        var rule = Everything(isVerified: true);
        Assert.True(Currency.TryFind("CAD", out var cad));
        Assert.Contains("value in USD", Select(Regions.Illinois with { Currency = cad }, rule).Refusal!.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void The_rule_of_a_part_stands_before_the_country_and_the_country_fills_the_gap()
    {
        var country = Regions.Cap(0.05m, key: "ALL|US") with { Jurisdiction = "US" };
        Assert.Equal("ALL|TEST|1", Select(Regions.Illinois, country, Regions.Cap(0.10m)).Rule!.Key);
        Assert.Equal("ALL|US", Select(Regions.Illinois, country).Rule!.Key);
        Assert.Null(Select(Regions.Illinois with { Jurisdiction = "CA-ON" }, country).Rule);
    }

    [Fact]
    public void A_federal_project_follows_the_nation_not_the_state()
    {
        var facts = Regions.Illinois with { Sector = ProjectSector.Federal };
        Assert.Equal("ALL|JURISDICTION|US|FEDERAL|RETAINAGE-CAP", RuleSelection.Of<RuleEffect.RetainageCap>(facts, ShippedRules.All).Rule!.Key);
    }

    [Fact]
    public void A_recorded_exception_sets_a_rule_aside_with_its_reason()
    {
        var choice = Select(
            Regions.Illinois with
            {
                Exceptions = [new RuleException("ALL|TEST|1", "The bond was not furnished.")],
            },
            Regions.Cap(0.05m)
        );
        Assert.Null(choice.Rule);
        Assert.Contains("The bond was not furnished.", Assert.Single(choice.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "2024-12-31", "2025-01-01", null, false)]
    [InlineData(null, "2025-01-01", "2025-01-01", null, true)]
    [InlineData("2020-01-01", null, "2025-01-01", "2026-01-01", true)]
    [InlineData("2026-01-02", null, "2025-01-01", "2026-01-01", false)]
    public void Rules_overlap_where_their_dates_of_contract_meet(string? from, string? to, string? otherFrom, string? otherTo, bool overlap) =>
        Assert.Equal(
            overlap,
            Overlaps(
                new RuleConditions { EffectiveFrom = Date(from), EffectiveTo = Date(to) },
                new RuleConditions { EffectiveFrom = Date(otherFrom), EffectiveTo = Date(otherTo) }
            )
        );

    [Fact]
    public void Rules_are_apart_by_sector_value_or_bond()
    {
        var limit = new Money(500_000m, Currency.Usd);
        var below = new RuleConditions { ValueBasis = RuleValueBasis.Contract, ValueBelow = limit };
        var atLeast = new RuleConditions { ValueBasis = RuleValueBasis.Contract, ValueMin = limit };
        Assert.False(Overlaps(below, atLeast));
        Assert.True(Overlaps(below, atLeast with { ValueBasis = RuleValueBasis.PrimeContract }));
        Assert.True(Overlaps(below with { ValueBelow = new Money(500_000.01m, Currency.Usd) }, atLeast));
        Assert.False(Overlaps(new RuleConditions { Sector = ProjectSector.Private }, new RuleConditions { Sector = ProjectSector.Public }));
        Assert.True(Overlaps(new RuleConditions { Sector = ProjectSector.Private }, new RuleConditions()));
        Assert.False(Overlaps(new RuleConditions { Bond = BondCondition.Bonded }, new RuleConditions { Bond = BondCondition.NotBonded }));
        Assert.True(Overlaps(new RuleConditions { Bond = BondCondition.Bonded }, new RuleConditions()));
    }

    [Fact]
    public void Rules_of_other_kinds_places_or_variants_never_overlap()
    {
        var cap = Regions.Cap(0.05m);
        Assert.Single(RuleOverlap.Of([cap, cap]));
        Assert.Empty(RuleOverlap.Of([cap, cap with { Jurisdiction = "US-OH" }]));
        Assert.Empty(RuleOverlap.Of([cap, cap with { Variant = "OTHER" }]));
        Assert.Empty(RuleOverlap.Of([cap, cap with { Kind = JurisdictionRuleKind.PaymentDays }]));
    }

    private static RuleChoice<RuleEffect.RetainageCap> Select(JurisdictionFacts facts, params JurisdictionRule[] rules) =>
        RuleSelection.Of<RuleEffect.RetainageCap>(facts, rules);

    private static bool Overlaps(RuleConditions left, RuleConditions right) =>
        RuleOverlap
            .Of([Regions.Cap(0.05m, key: "ALL|ONE") with { Conditions = left }, Regions.Cap(0.05m, key: "ALL|TWO") with { Conditions = right }])
            .Any();

    private static CalendarDate? Date(string? text) => text is null ? null : CalendarDate.Parse(text);

    private static JurisdictionRule Everything(bool isVerified) =>
        Regions.Cap(0.05m, isVerified: isVerified) with
        {
            Conditions = new RuleConditions
            {
                Sector = ProjectSector.Private,
                EffectiveFrom = CalendarDate.Parse("2019-08-21"),
                ValueBasis = RuleValueBasis.Contract,
                ValueMin = new Money(100_000m, Currency.Usd),
                DwellingsMin = 13,
                Bond = BondCondition.Bonded,
            },
        };

    private static JurisdictionFacts Without(string fact) =>
        fact switch
        {
            "sector" => Regions.Illinois with { Sector = null },
            "contract date" => Regions.Illinois with { ContractDate = null },
            "contract value" => Regions.Illinois with { ContractValue = null },
            "number of dwellings" => Regions.Illinois with { Dwellings = null },
            _ => Regions.Illinois with { IsBonded = null },
        };
}
