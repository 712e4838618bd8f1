using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Law.Jurisdiction;
using Xunit;

namespace PowerIntegration.Domain.Tests.Law.Jurisdiction;

public sealed class ShippedRulesTests
{
    // State, private, public: rate, then base (s sum, b both) or step; trailing ! = verified, - = no row, none = no limit. After the reference's
    // table of caps.
    private const string Caps = """
        AL .10/.5>0C         .05/.5>0C
        AZ none!             .10/.5>.05A!
        CA .05b!             .05!
        CO .05!              .05!
        CT .05               .075
        DE none              .05
        FL none              .05
        GA none!             .05!
        HI -                 .05/.5>?
        IL .10/.5>.05A!      none!
        IN -                 .10/.5>0C
        IA -                 .05
        KS .10               .10
        KY .10/.51>.05?      .10/.51>.05?
        ME -                 .05
        RI -                 .05
        OK -                 .05
        VA -                 .05
        MT .05               .05
        MD .05               .05!
        MA .05!              .05
        MI none              .10/.5>0C
        WI none              .10/.5>0C
        ND none              .10/.5>0C
        MN .05!              .05!
        MS -                 .05/.5>.025?
        MO .10!              .05
        NE .10/.5>.05?       .10/.5>.05?
        NV .05!              .05/.5>?!
        NJ none              .02
        NM 0                 0
        NY .05s!             .05
        OH .05               .04
        OR .05!              .05!
        PA none              .10/.5>.05?
        SC -                 .035
        TN .05!              .05!
        UT .05b!             .05b!
        WA .05s!             .05!
        AK -                 -
        AR -                 -
        DC -                 -
        NH -                 -
        SD -                 -
        VT -                 -
        WV -                 -
        WY -                 -
        """;

    private const string TwoRows = "ID LA NC TX";

    public static TheoryData<string> CapLines => [.. Caps.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    [Fact]
    public void Every_row_is_a_rule_with_a_usable_key_of_its_own()
    {
        Assert.Equal(187, ShippedRules.All.Count);
        Assert.All(ShippedRules.All, rule => Assert.True(SyncKey.IsValid(rule.Key), rule.Key));
        Assert.Equal(ShippedRules.All.Count, ShippedRules.All.Select(rule => rule.Key).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void No_two_rows_could_apply_to_one_contract() => Assert.Empty(RuleOverlap.Of(ShippedRules.All).Select(refusal => refusal.Sentence));

    [Fact]
    public void What_was_not_read_in_a_source_is_never_verified()
    {
        Assert.All(ShippedRules.All.Where(rule => rule.IsVerified), rule => Assert.Contains("Read at: ", rule.Source, StringComparison.Ordinal));
        Assert.All(
            ShippedRules.All.Where(rule => !rule.Source.Contains("Read at: ", StringComparison.Ordinal)),
            rule => Assert.StartsWith("Background knowledge", rule.Source, StringComparison.Ordinal)
        );
        Assert.Equal(94, ShippedRules.All.Count(rule => rule.IsVerified));
    }

    [Theory]
    [MemberData(nameof(CapLines))]
    public void Caps_of_a_state_are_those_of_the_reference(string line)
    {
        var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(parts[1], Describe(parts[0], ProjectSector.Private));
        Assert.Equal(parts[2], Describe(parts[0], ProjectSector.Public));
    }

    [Fact]
    public void Every_state_with_a_cap_is_in_the_table_or_has_two_rows() =>
        Assert.Equal(
            ShippedRules
                .All.Where(rule => rule.Kind == JurisdictionRuleKind.RetainageCap && rule.Jurisdiction.StartsWith("US-", StringComparison.Ordinal))
                .Select(rule => rule.Jurisdiction[3..])
                .Distinct()
                .Order(StringComparer.Ordinal),
            CapLines
                .Select(line => ((string)line))
                .Where(line => !line.EndsWith(" -", StringComparison.Ordinal))
                .Select(line => line[..2])
                .Concat(TwoRows.Split(' '))
                .Order(StringComparer.Ordinal)
        );

    [Theory]
    [InlineData("US-ID", 500_000, true, 0.05)]
    [InlineData("US-ID", 500_000, false, 0.10)]
    [InlineData("US-LA", 499_999.99, true, 0.10)]
    [InlineData("US-LA", 500_000, true, 0.05)]
    [InlineData("US-NC", 99_999.99, true, 0)]
    [InlineData("US-NC", 100_000, true, 0.05)]
    [InlineData("US-TX", 4_999_999.99, true, 0.10)]
    [InlineData("US-TX", 5_000_000, true, 0.05)]
    public void Bond_and_value_choose_between_two_rows(string place, decimal value, bool isBonded, decimal rate)
    {
        var facts = Regions.Illinois with { Jurisdiction = place, Sector = ProjectSector.Public, ContractValue = value, IsBonded = isBonded };
        Assert.Equal(rate, RuleSelection.Of<RuleEffect.RetainageCap>(facts, ShippedRules.All).Effect!.Rate);
    }

    [Theory]
    [InlineData("US-CA", "PRIVATE", "2026-01-01")]
    [InlineData("US-MA", "PRIVATE", "2014-11-06")]
    [InlineData("US-NV", "PRIVATE", "2016-01-01")]
    [InlineData("US-NY", "PRIVATE", "2023-11-17")]
    [InlineData("US-GA", "PUBLIC", "2022-07-01")]
    [InlineData("US-WA", "PRIVATE", "2023-07-23")]
    [InlineData("US-MN", "PRIVATE", "2019-08-01")]
    [InlineData("US-IL", "PRIVATE", "2019-08-21")]
    public void A_cap_applies_from_its_date_of_contract_and_not_a_day_before(string place, string sector, string first)
    {
        var rule = ShippedRules.Rule($"{place}|{sector}|RETAINAGE-CAP");
        var facts = Regions.Illinois with
        {
            Jurisdiction = place,
            Sector = Enum.Parse<ProjectSector>(sector, true),
            ContractDate = CalendarDate.Parse(first),
        };
        Assert.True(RuleFit.Of(rule.Conditions, facts).IsCertain);
        Assert.True(RuleFit.Of(rule.Conditions, facts with { ContractDate = facts.ContractDate!.Value.AddDays(-1) }).IsExcluded);
    }

    [Fact]
    public void Rules_that_bind_a_subcontract_to_the_owners_rate_are_those_of_the_reference() =>
        Assert.Equal(
            ["US-CA", "US-GA", "US-MA", "US-MD", "US-MD", "US-NC", "US-NY", "US-OH"],
            ShippedRules
                .All.Where(rule => rule.Effect is RuleEffect.RetainageCap { IsBoundToOwner: true })
                .Select(rule => rule.Jurisdiction)
                .Order(StringComparer.Ordinal)
        );

    [Theory]
    [InlineData("US-NY", PaymentClauseEffect.TimingOnly, true)]
    [InlineData("US-NC", PaymentClauseEffect.TimingOnly, true)]
    [InlineData("US-CA", PaymentClauseEffect.TimingOnly, false)]
    [InlineData("US-SC", PaymentClauseEffect.TimingOnly, false)]
    [InlineData("US-IL", PaymentClauseEffect.NotAgainstLien, true)]
    [InlineData("US-MD", PaymentClauseEffect.NotAgainstLien, false)]
    [InlineData("US-CO", PaymentClauseEffect.Enforced, true)]
    [InlineData("US-TX", PaymentClauseEffect.Enforced, false)]
    [InlineData("US-AK", PaymentClauseEffect.Undecided, true)]
    [InlineData("US-DE", PaymentClauseEffect.Restricted, false)]
    [InlineData("GB", PaymentClauseEffect.Ineffective, true)]
    [InlineData("NZ", PaymentClauseEffect.Ineffective, false)]
    public void Payment_clauses_are_worth_what_the_reference_says(string place, PaymentClauseEffect effect, bool isVerified)
    {
        var rule = ShippedRules.Rule(place + "|PAYMENT-CLAUSE");
        Assert.Equal(effect, ((RuleEffect.PaymentClause)rule.Effect).Effect);
        Assert.Equal(isVerified, rule.IsVerified);
    }

    [Theory]
    [InlineData("US-WA", RetainageTaxMode.Gross)]
    [InlineData("SA", RetainageTaxMode.Gross)]
    [InlineData("AU-NSW", RetainageTaxMode.NetDeferred)]
    [InlineData("CA-ON", RetainageTaxMode.NetDeferred)]
    [InlineData("GB", RetainageTaxMode.NetDeferred)]
    [InlineData("AE", RetainageTaxMode.NetDeferred)]
    public void Tax_on_retainage_follows_the_place_or_its_country(string place, RetainageTaxMode mode)
    {
        var choice = RuleSelection.Of<RuleEffect.RetainageTax>(Regions.Illinois with { Jurisdiction = place }, ShippedRules.All);
        Assert.True(choice.IsVerified);
        Assert.Equal(mode, choice.Effect!.Mode);
    }

    private static string Describe(string state, ProjectSector sector)
    {
        var rules = ShippedRules
            .All.Where(rule =>
                rule.Jurisdiction == "US-" + state && rule.Kind == JurisdictionRuleKind.RetainageCap && rule.Conditions.Sector == sector
            )
            .ToList();
        if (rules.Count == 0)
        {
            return "-";
        }

        var cap = (RuleEffect.RetainageCap)Assert.Single(rules).Effect;
        var letter = cap.Base switch
        {
            CapBase.ContractSum => "s",
            CapBase.EachPaymentAndContractSum => "b",
            _ => "",
        };
        return (cap.Rate is { } rate ? Short(rate) + letter + Step(cap.Step) : "none") + (rules[0].IsVerified ? "!" : "");
    }

    private static string Step(CapStep? step) =>
        step is null
            ? ""
            : "/"
                + Short(step.Threshold)
                + ">"
                + (step.RateAfter is { } after ? Short(after) : "")
                + step.Reading switch
                {
                    CapStepReading.WholeBalance => "A",
                    CapStepReading.AboveThreshold => "B1",
                    CapStepReading.FromCrossing => "B2",
                    CapStepReading.Stop => "C",
                    _ => "?",
                };

    private static string Short(decimal rate) =>
        rate == 0m ? "0"
        : rate.ToString("0.00##", System.Globalization.CultureInfo.InvariantCulture)[1..] is var text && text is ".50" ? ".5"
        : text;
}
