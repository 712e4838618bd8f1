using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Law.PayWhenPaid;
using PowerIntegration.Domain.Law.Reasons;
using PowerIntegration.Domain.Tests.Law.Jurisdiction;
using Xunit;

namespace PowerIntegration.Domain.Tests.Law.PayWhenPaid;

public sealed class ClauseReadingTests
{
    internal static PaymentTerms IfPaid { get; } =
        new()
        {
            Clause = PaymentClause.PayIfPaid,
            OutsideDays = 90,
            PassThroughDays = 10,
        };

    internal static PaymentTerms WhenPaid { get; } = IfPaid with { Clause = PaymentClause.PayWhenPaid };

    [Theory]
    [InlineData("US-NY")]
    [InlineData("US-NC")]
    [InlineData("US-VA")]
    [InlineData("US-WI")]
    public void Where_the_condition_is_void_pay_if_paid_is_pay_when_paid(string place)
    {
        var reading = Read(IfPaid, place);
        Assert.Equal(PaymentClause.PayWhenPaid, reading.Clause);
        Assert.Contains("the debt remains", Assert.Single(reading.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Virginia_is_void_for_contracts_from_2023_only_and_names_the_latest_days()
    {
        Assert.Equal(PaymentClause.PayIfPaid, Read(IfPaid, "US-VA", date: "2022-12-31").Clause);
        var reading = Read(IfPaid, "US-VA", date: "2023-01-01");
        Assert.Equal(PaymentClause.PayWhenPaid, reading.Clause);
        Assert.Equal(60, reading.OutsideDays);
        Assert.Equal(7, reading.PassThroughDays);
        Assert.True(reading.HasInsolvencyException);
        Assert.Equal(5, Read(IfPaid with { PassThroughDays = 5 }, "US-VA", date: "2023-01-01").PassThroughDays);
        Assert.Equal(60, Read(new PaymentTerms { Clause = PaymentClause.PayIfPaid }, "US-VA", date: "2023-01-01").OutsideDays);
    }

    [Theory]
    [InlineData("US-CA")]
    [InlineData("US-SC")]
    [InlineData("US-TX")]
    [InlineData("NZ")]
    public void An_unverified_rule_changes_nothing_and_warns(string place)
    {
        var reading = Read(IfPaid, place);
        Assert.Equal(PaymentClause.PayIfPaid, reading.Clause);
        Assert.Null(reading.Refusal);
        Assert.Equal(2, reading.Warnings.Count);
        Assert.Contains("is not verified", reading.Warnings[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PaymentClause.PayIfPaid)]
    [InlineData(PaymentClause.PayWhenPaid)]
    public void In_the_United_Kingdom_neither_clause_has_an_effect(PaymentClause clause)
    {
        var reading = Read(IfPaid with { Clause = clause }, "GB");
        Assert.Equal(PaymentClause.None, reading.Clause);
        Assert.True(reading.HasInsolvencyException);
    }

    [Fact]
    public void A_lien_survives_the_clause_where_the_law_says_so()
    {
        var reading = Read(IfPaid, "US-IL");
        Assert.Equal(PaymentClause.PayIfPaid, reading.Clause);
        Assert.True(reading.IsLienKept);
        Assert.False(Read(IfPaid, "US-CO").IsLienKept);
    }

    [Fact]
    public void A_clause_that_lacks_what_makes_it_work_is_refused()
    {
        Refused(Read(new PaymentTerms(), "US-IL"), "whether payment waits");
        Refused(Read(WhenPaid with { OutsideDays = null }, "US-IL"), "outside date");
        Refused(Read(WhenPaid with { PassThroughDays = null }, "US-IL"), "days after the owner's receipt");
        Refused(Read(WhenPaid with { PassThroughDays = -1 }, "US-IL"), "number of days");
        Refused(Read(IfPaid with { OutsideDays = null }, "US-NY"), "outside date");
        Assert.Null(Read(IfPaid with { OutsideDays = null }, "US-IL").Refusal);
        Assert.Null(Read(new PaymentTerms { Clause = PaymentClause.None }, "US-IL").Refusal);
    }

    [Fact]
    public void Overlapping_rules_and_missing_facts_stop_the_reading()
    {
        var rule = ShippedRules.Rule("US-IL|PAYMENT-CLAUSE");
        var overlap = ClauseReading.Of(IfPaid, Regions.Illinois, [rule, rule with { Key = "ALL|OTHER" }]);
        Assert.Equal(LawReasons.JurisdictionRuleOverlap, overlap.Refusal!.Code);
        Assert.Equal(
            LawReasons.JurisdictionFactMissing,
            ClauseReading.Of(IfPaid, Regions.Illinois with { Jurisdiction = "US-VA", ContractDate = null }, ShippedRules.All).Refusal!.Code
        );
    }

    [Fact]
    public void A_place_without_a_rule_is_named_and_the_clause_works_as_written()
    {
        var reading = Read(IfPaid, "US-WY");
        Assert.Equal(PaymentClause.PayIfPaid, reading.Clause);
        Assert.Contains("US-WY", Assert.Single(reading.Warnings), StringComparison.Ordinal);
    }

    internal static ClauseReading Read(PaymentTerms terms, string place, string date = "2025-06-02") =>
        ClauseReading.Of(terms, Regions.Illinois with { Jurisdiction = place, ContractDate = CalendarDate.Parse(date) }, ShippedRules.All);

    private static void Refused(ClauseReading reading, string what)
    {
        Assert.Equal(LawReasons.PaymentTermMissing, reading.Refusal!.Code);
        Assert.Contains(what, reading.Refusal.Sentence, StringComparison.Ordinal);
    }
}
