using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Law.Jurisdiction;
using PowerIntegration.Domain.Law.Reasons;
using PowerIntegration.Domain.Law.Tax;
using PowerIntegration.Domain.Tests.Refusals;
using Xunit;

namespace PowerIntegration.Domain.Tests.Law.Tax;

public sealed class AnnualHoldbackTests
{
    private static readonly RuleEffect.HoldbackRelease Days = new(14, 60, 74, 14, 1);

    [Fact]
    public void A_lien_keeps_the_holdback_back() => Blocked(Ontario() with { HasLien = true }, "lien");

    [Fact]
    public void Without_a_notice_there_is_no_window()
    {
        var release = AnnualHoldbackRelease.Of(Days, Ontario() with { NoticePublished = null });
        Assert.Null(release.PayNotBefore);
        Assert.Null(release.PayNotAfter);
        Assert.Contains("Publish it by 2027-03-02", release.Blocked!.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2027-02-15", "before the anniversary")]
    [InlineData("2027-03-03", "the deadline of 2027-03-02")]
    public void A_notice_out_of_its_days_needs_a_decision(string published, string what) =>
        Blocked(Ontario() with { NoticePublished = CalendarDate.Parse(published) }, what);

    [Theory]
    [InlineData("2027-02-16")]
    [InlineData("2027-03-02")]
    public void A_notice_within_its_days_opens_the_window(string published) =>
        Assert.Null(AnnualHoldbackRelease.Of(Days, Ontario() with { NoticePublished = CalendarDate.Parse(published) }).Blocked);

    [Fact]
    public void An_anniversary_before_the_first_that_counts_releases_nothing()
    {
        var release = AnnualHoldbackRelease.Of(Days with { FirstAnniversary = 2 }, Ontario());
        Assert.Contains("from anniversary 2", release.Blocked!.Sentence, StringComparison.Ordinal);
        Assert.Null(
            AnnualHoldbackRelease
                .Of(Days with { FirstAnniversary = 2 }, Ontario() with { Anniversary = 2, NoticePublished = CalendarDate.Parse("2028-02-20") })
                .Blocked
        );
    }

    [Fact]
    public void A_contract_of_a_leap_day_has_its_anniversary_on_the_last_of_February() =>
        Assert.Equal(
            CalendarDate.Parse("2029-02-28"),
            AnnualHoldbackRelease.Of(Days, Ontario() with { ContractDate = CalendarDate.Parse("2028-02-29") }).Anniversary
        );

    [Fact]
    public void Holdback_from_balances_gathers_no_pennies()
    {
        var held = 0m;
        for (var number = 0; number < 3; number++)
        {
            held += HoldbackInvoice.Of(0.10m, number * 33.35m, held, 33.35m, Currency.Usd).Holdback;
        }

        Assert.Equal(10.01m, held);
    }

    [Fact]
    public void Retention_in_trust_follows_what_is_held()
    {
        var into = RetentionTrustNote.Of("Contract SC-001", Usd(4_000m), Usd(5_250.50m));
        Assert.Equal(Usd(1_250.50m), into.Movement);
        Assert.Equal([new TaxLeg(TaxAccountRole.RetentionTrust, 1_250.50m), new TaxLeg(TaxAccountRole.OperatingCash, -1_250.50m)], into.Journal);
        SentenceFacts.In(into.Text, "Contract SC-001", "move 1,250.50 USD into", "then 5,250.50 USD");

        var back = RetentionTrustNote.Of("Contract SC-001", Usd(5_250.50m), Usd(0m));
        Assert.Equal(Usd(-5_250.50m), back.Movement);
        Assert.Contains("move 5,250.50 USD out of", back.Text, StringComparison.Ordinal);
        Assert.Empty(RetentionTrustNote.Of("Contract SC-001", Usd(7m), Usd(7m)).Journal);
    }

    internal static AnnualHoldback Ontario(CalendarDate? date = null, CalendarDate? published = null) =>
        new()
        {
            Contract = "Contract SC-001",
            Currency = Currency.Usd,
            ContractDate = date ?? CalendarDate.Parse("2026-02-16"),
            Anniversary = 1,
            NoticePublished = published ?? CalendarDate.Parse("2027-03-02"),
            Accrued = 35_560.00m,
            HasLien = false,
            TaxRate = 0.13m,
        };

    private static void Blocked(AnnualHoldback holdback, string what)
    {
        var release = AnnualHoldbackRelease.Of(Days, holdback);
        Assert.Equal(LawReasons.HoldbackReleaseBlocked, release.Blocked!.Code);
        Assert.Contains(what, release.Blocked.Sentence, StringComparison.Ordinal);
        Assert.Equal(40_182.80m, release.Payable);
    }

    private static Money Usd(decimal amount) => new(amount, Currency.Usd);
}
