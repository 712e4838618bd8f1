using PowerIntegration.Domain.Law;
using PowerIntegration.Domain.Law.Jurisdiction;
using PowerIntegration.Domain.Law.PayWhenPaid;
using PowerIntegration.Domain.Law.Reasons;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Tests.ContractBilling.Engine;
using PowerIntegration.Domain.Tests.Law.Jurisdiction;
using PowerIntegration.Domain.Tests.Law.PayWhenPaid;
using Xunit;

namespace PowerIntegration.Domain.Tests.Law;

public sealed class JurisdictionReviewTests
{
    private static readonly RetainageFigures Lawful = Regions.Figures(240_000m, 24_000m, 240_000m, 24_000m);

    private static readonly RetainageFigures TooMuch = Regions.Figures(100_000m, 20_000m, 100_000m, 20_000m);

    [Fact]
    public void A_verified_cap_and_a_verified_clause_decide_and_their_keys_are_given()
    {
        var review = JurisdictionReview.Of(Regions.Illinois, ShippedRules.All, ClauseReadingTests.IfPaid, Lawful);
        Assert.Null(review.Refusal);
        Assert.Equal(["ALL|JURISDICTION|US-IL|PAYMENT-CLAUSE", "ALL|JURISDICTION|US-IL|PRIVATE|RETAINAGE-CAP"], review.RuleKeys);
        Assert.True(review.Clause!.IsLienKept);
    }

    [Fact]
    public void A_verified_cap_that_is_exceeded_holds_the_document_and_names_the_statute()
    {
        var refusal = JurisdictionReview.Of(Regions.Illinois, ShippedRules.All, null, TooMuch).Refusal!;
        Assert.Equal(LawReasons.RetainageCapExceeded, refusal.Code);
        Assert.Equal(StopState.Held, refusal.State);
        Assert.Contains("815 ILCS 603/20", refusal.Sentence, StringComparison.Ordinal);
        Assert.Contains("20,000.00", refusal.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unverified_cap_that_is_exceeded_only_warns_with_statute_source_and_figures_and_decides_nothing()
    {
        var review = JurisdictionReview.Of(Regions.Illinois, [Regions.Cap(0.05m, isVerified: false)], null, TooMuch);
        Assert.Empty(review.Refusals);
        Assert.Empty(review.RuleKeys);
        Assert.Contains(
            review.Warnings,
            warning =>
                warning.Contains("Test Act s.1", StringComparison.Ordinal) && warning.Contains("Source: read in a test", StringComparison.Ordinal)
        );
        Assert.Contains(review.Warnings, warning => warning.Contains("at most 5,000.00 is allowed", StringComparison.Ordinal));
    }

    [Fact]
    public void An_unverified_rule_of_any_kind_that_would_apply_warns_once()
    {
        var days = Regions.Rule(
            new RuleEffect.PaymentDays(new RulePeriods { OwnerDays = 14 }, null),
            JurisdictionRuleKind.PaymentDays,
            "ALL|TEST|DAYS",
            isVerified: false
        );
        var review = JurisdictionReview.Of(Regions.Illinois, [Regions.Cap(0.10m, isVerified: false), days], ClauseReadingTests.WhenPaid, Lawful);
        Assert.Single(review.Warnings, warning => warning.Contains("ALL|TEST|DAYS", StringComparison.Ordinal));
        Assert.Single(review.Warnings, warning => warning.Contains("ALL|TEST|1", StringComparison.Ordinal));
        var elsewhere = JurisdictionReview.Of(Regions.Illinois with { Jurisdiction = "US-NY" }, [days], null, null);
        Assert.DoesNotContain(elsewhere.Warnings, warning => warning.Contains("ALL|TEST|DAYS", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_rules_that_overlap_refuse_the_document()
    {
        var refusal = JurisdictionReview.Of(Regions.Illinois, [Regions.Cap(0.10m), Regions.Cap(0.05m, key: "ALL|TEST|2")], null, Lawful).Refusal!;
        Assert.Equal(LawReasons.JurisdictionRuleOverlap, refusal.Code);
        Assert.Contains("ALL|TEST|1", refusal.Sentence, StringComparison.Ordinal);
        Assert.Contains("ALL|TEST|2", refusal.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_place_of_which_no_rule_is_known_warns_once_by_name()
    {
        var review = JurisdictionReview.Of(Regions.Illinois with { Jurisdiction = "ZZ-XX" }, ShippedRules.All, ClauseReadingTests.WhenPaid, TooMuch);
        Assert.Null(review.Refusal);
        Assert.Contains("no rule at all is known for 'ZZ-XX'", Assert.Single(review.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_contract_date_is_named_where_a_verified_rule_depends_on_it_and_warns_elsewhere()
    {
        var refusal = JurisdictionReview.Of(Regions.Illinois with { ContractDate = null }, ShippedRules.All, null, Lawful).Refusal!;
        Assert.Equal(LawReasons.JurisdictionFactMissing, refusal.Code);
        Assert.Contains("contract date", refusal.Sentence, StringComparison.Ordinal);
        var undated = JurisdictionReview.Of(Regions.Illinois with { ContractDate = null }, [Regions.Cap(0.10m)], null, Lawful);
        Assert.Null(undated.Refusal);
        Assert.Contains(undated.Warnings, warning => warning.Contains("does not say its contract date", StringComparison.Ordinal));
    }

    [Fact]
    public void Incomplete_terms_of_payment_warn_and_never_stop_the_posting()
    {
        var review = JurisdictionReview.Of(Regions.Illinois, ShippedRules.All, new PaymentTerms { Clause = PaymentClause.PayWhenPaid }, Lawful);
        Assert.Null(review.Refusal);
        Assert.Equal(LawReasons.PaymentTermMissing, review.Clause!.Refusal!.Code);
        Assert.Contains(review.Clause.Refusal.Sentence, review.Warnings);
    }

    [Fact]
    public void Days_beyond_ten_years_are_a_slip() =>
        Assert.Equal(
            LawReasons.PaymentTermMissing,
            JurisdictionReview
                .Of(Regions.Illinois, ShippedRules.All, ClauseReadingTests.WhenPaid with { OutsideDays = int.MaxValue }, null)
                .Clause!.Refusal!.Code
        );

    [Fact]
    public void The_figures_are_those_of_the_certificate()
    {
        var ledger = Contracts.Posted(600_000m, 1, Contracts.Balance("L1", 600_000m, 240_000m, 0m, 24_000m));
        var billed = Contracts.Billed(Contracts.TenPercent, ledger, Contracts.ToDate(2, 600_000m, 240_000m, 330_000m));
        Assert.Equal(
            new RetainageFigures
            {
                PaymentGross = 90_000m,
                PaymentRetained = 9_000m,
                GrossToDate = 330_000m,
                HeldToDate = 33_000m,
                ContractSum = 600_000m,
                RoundedBalances = 1,
                OwnerHeldRate = 0.05m,
            },
            RetainageFigures.Of(billed, 0.05m)
        );
        Assert.Equal(
            LawReasons.RetainageCapExceeded,
            JurisdictionReview.Of(Regions.Illinois, ShippedRules.All, null, RetainageFigures.Of(billed, null)).Refusal!.Code
        );
    }
}
