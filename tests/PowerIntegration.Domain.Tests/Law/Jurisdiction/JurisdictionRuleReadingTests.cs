using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Law.Jurisdiction;
using PowerIntegration.Domain.Law.Reasons;
using Xunit;

namespace PowerIntegration.Domain.Tests.Law.Jurisdiction;

public sealed class JurisdictionRuleReadingTests
{
    private static readonly JurisdictionRuleDefinition Complete = new()
    {
        Key = "ALL|ROW",
        Jurisdiction = "US-IL",
        Statute = "Test Act s.1",
        Source = "read in a test",
        Kind = JurisdictionRuleKind.RetainageCap,
        Rate = 0.10m,
        CapBase = CapBase.EachPayment,
    };

    [Fact]
    public void A_whole_row_is_a_rule()
    {
        var reading = JurisdictionRuleReading.Of(
            Complete with
            {
                StepThreshold = 0.5m,
                StepRateAfter = 0.05m,
                StepReading = CapStepReading.WholeBalance,
            }
        );
        Assert.Equal(new CapStep(0.5m, 0.05m, CapStepReading.WholeBalance), ((RuleEffect.RetainageCap)reading.Rule!.Effect).Step);
        Assert.Equal("rule ALL|ROW (Test Act s.1)", reading.Rule.ToString());
    }

    [Fact]
    public void What_a_row_lacks_is_named()
    {
        Lacks(Complete with { Kind = null }, "the kind");
        Lacks(Complete with { Jurisdiction = null }, "The jurisdiction is missing");
        Lacks(Complete with { Statute = "" }, "The statute is missing");
        Lacks(Complete with { Source = null }, "The source is missing");
        Lacks(Complete with { CapBase = null }, "what the cap is a share of");
        Lacks(Complete with { StepThreshold = 0.5m, StepRateAfter = 0.05m }, "the reading of the threshold");
        Lacks(Complete with { StepThreshold = 0.5m, StepReading = CapStepReading.Stop }, "the rate after the threshold");
        Lacks(Complete with { Rate = null, StepThreshold = 0.5m, StepReading = CapStepReading.Unstated }, "the rate before the threshold");
        Lacks(Complete with { Kind = JurisdictionRuleKind.PaymentClause }, "the effect of the clause");
        Lacks(Complete with { Kind = JurisdictionRuleKind.RetainageTax }, "the tax mode");
        Lacks(Complete with { Kind = JurisdictionRuleKind.Withholding, Rate = null }, "the rate");
        Lacks(Complete with { Kind = JurisdictionRuleKind.StatutoryHoldback, Rate = null }, "the rate");
        Lacks(
            Complete with
            {
                Kind = JurisdictionRuleKind.HoldbackRelease,
                NoticeDays = 14,
                PayFromDays = 74,
                PayToDays = 60,
                PassThroughDays = 14,
                FirstAnniversary = 1,
            },
            "in that order"
        );
    }

    [Fact]
    public void Impossible_figures_are_named()
    {
        Lacks(Complete with { Rate = 10m }, "rate is 10.00");
        Lacks(Complete with { Rate = -0.01m }, "rate is -0.01");
        Lacks(Complete with { EffectiveFrom = CalendarDate.Parse("2026-01-02"), EffectiveTo = CalendarDate.Parse("2026-01-01") }, "before it begins");
        Lacks(Complete with { ValueMin = 5m, Currency = "USD" }, "does not say which");
        Lacks(Complete with { ValueMin = 5m, ValueBasis = RuleValueBasis.Contract, Currency = "XXX" }, "'XXX'");
        Lacks(Complete with { ValueMin = 5m, ValueBelow = 5m, ValueBasis = RuleValueBasis.Contract, Currency = "USD" }, "is not below");
        Lacks(Complete with { DwellingsMin = 0 }, "dwellings");
    }

    [Fact]
    public void Each_kind_reads_its_own_figures()
    {
        Assert.Equal(new RuleEffect.Withholding(0.20m), Effect(Complete with { Kind = JurisdictionRuleKind.Withholding, Rate = 0.20m }));
        Assert.Equal(new RuleEffect.ReverseCharge(null), Effect(Complete with { Kind = JurisdictionRuleKind.ReverseCharge, Rate = null }));
        Assert.Equal(
            new RuleEffect.RetentionTrust(10, DayKind.Business),
            Effect(Complete with { Kind = JurisdictionRuleKind.RetentionTrust, NoticeDays = 10, DayKind = DayKind.Business })
        );
        Assert.Equal(
            new RuleEffect.RetainageTax(RetainageTaxMode.Gross, 0.10m),
            Effect(Complete with { Kind = JurisdictionRuleKind.RetainageTax, TaxMode = RetainageTaxMode.Gross })
        );
        Assert.Equal(
            new RuleEffect.PaymentDays(
                new RulePeriods
                {
                    OwnerDays = 30,
                    PassThroughDays = 7,
                    ReleaseDays = 60,
                    NoticeDays = 5,
                },
                0.01m
            ),
            Effect(
                Complete with
                {
                    Kind = JurisdictionRuleKind.PaymentDays,
                    OwnerDays = 30,
                    PassThroughDays = 7,
                    ReleaseDays = 60,
                    NoticeDays = 5,
                    MonthlyInterestRate = 0.01m,
                }
            )
        );
    }

    private static RuleEffect Effect(JurisdictionRuleDefinition row) => JurisdictionRuleReading.Of(row).Rule!.Effect;

    private static void Lacks(JurisdictionRuleDefinition row, string what)
    {
        var reading = JurisdictionRuleReading.Of(row);
        Assert.Null(reading.Rule);
        Assert.Equal(LawReasons.JurisdictionRuleIncomplete, reading.Refusal!.Code);
        Assert.Contains(what, reading.Refusal.Sentence, StringComparison.Ordinal);
    }
}
