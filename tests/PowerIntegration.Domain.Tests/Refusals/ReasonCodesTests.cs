using System.Reflection;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Wbs;
using Xunit;

namespace PowerIntegration.Domain.Tests.Refusals;

public sealed class ReasonCodesTests
{
    // The precedence is a promise to whoever automates on codes: a new code is put where it belongs, none moves.
    private const string Precedence = """
        document-not-found input-unusable document-state version-state document-claimed version-changed version-overlap content-changed
        version-back-dated period-cut-off configuration-changed configuration-not-active vendor-not-linked
        vendor-differs
        ownership-missing ownership-ambiguous terms-missing change-order-policy-missing
        terms-contradictory retainage-twice rate-out-of-range opening-not-signed opening-differs source-void posted-source-void order-takes-no-change
        procore-undecided decision-recorded correction-undecided procore-approval-missing approved-by-submitter
        approver-missing above-authority approval-rejected approval-missing
        earlier-revision-in-flight out-of-order foreign-change-pending order-pending change-order-first
        predecessor-not-posted
        predecessor-missing canceled-in-oracle reversal-out-of-order second-person-required
        lines-missing too-many-lines line-id-missing line-repeated date-missing tax-line line-deleted date-before-previous amount-missing
        currency-unknown
        currency-differs amount-too-large amount-too-precise schedule-change-unusable invoice-number-unusable possible-duplicate
        order-number-collision number-taken
        stored-negative final-with-stored line-does-not-add-up line-out-of-range certificate-does-not-add-up change-order-total-differs
        header-cut-unusable overbilled
        negative-line quantity-price-differs billed-quantity-repriced policy-coding-differs receipt-matching-schedule billed-line-recoded
        below-billed over-ordered
        stored-mode-differs
        previous-differs oracle-balance-differs oracle-not-read retainage-above-cap retainage-differs release-unusable release-above-held
        deduction-incomplete oracle-retainage-differs
        jurisdiction-rule-incomplete jurisdiction-rule-overlap jurisdiction-fact-missing retainage-cap-exceeded
        tax-term-missing tax-computed-twice tax-differs withholding-base-negative holdback-release-blocked
        payment-term-missing payment-hold-missing payment-hold-refused owner-payment-differs
        wbs-unmapped wbs-ambiguous mapping-conflict task-unknown task-not-lowest-level task-not-chargeable task-not-open
        transaction-control type-inactive type-class organization business-unit
        no-purchase-order-line purchase-order-coding-missing coding-differs-from-purchase-order no-open-period
        payload-changed-after-send not-in-oracle payload-differs read-back-missing read-back-unreadable oracle-refused oracle-differs outcome-differs
        attachment-type-not-allowed attachment-too-large attachment-total-too-large attachment-empty attachment-refused
        attachment-page-instead attachment-not-read attachment-not-shown attachment-invoice-missing attachment-not-reached
        """;

    [Fact]
    public void Codes_stand_in_their_promised_order() =>
        Assert.Equal(
            Precedence.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries),
            Declared().OrderBy(code => code.Order).Select(code => code.Wire)
        );

    [Fact]
    public void No_two_codes_are_spelled_alike_or_share_a_place_in_the_order()
    {
        var codes = Declared().ToList();
        Assert.Equal(codes.Count, codes.Select(code => code.Wire).Distinct().Count());
        Assert.Equal(codes.Count, codes.Select(code => code.Order).Distinct().Count());
        Assert.All(codes, code => Assert.Matches("^[a-z]+(-[a-z]+)*$", code.Wire));
    }

    [Fact]
    public void The_first_by_precedence_carries_its_like_up_to_a_limit()
    {
        var refusals = new RefusalList();
        Assert.Null(refusals.First());
        refusals.Add(WbsReasons.WbsUnmapped, "w.");
        foreach (var number in Enumerable.Range(1, 7))
        {
            refusals.Add(SharedReasons.AmountMissing, $"a{number}.");
        }

        Assert.StartsWith("a1. a2. a3. a4. a5. And 2 more", refusals.First()!.Sentence, StringComparison.Ordinal);
        Assert.Equal(8, refusals.All.Count);
    }

    [Fact]
    public void Texts_fit_their_columns_and_say_what_was_left_out()
    {
        Assert.Equal("abc", Sentence.Fit("abc", 3));
        Assert.Equal("ab ...", Sentence.Fit("abcdefgh", 6));
        var text = Sentence.Lines([.. Enumerable.Repeat(new string('x', 99), 200)], 10000);
        Assert.EndsWith("\nand 101 more", text, StringComparison.Ordinal);
        Assert.True(text.Length <= 10000);
        Assert.Equal("a\nb", Sentence.Lines(["a", "b"], 40));
        Assert.Equal("", Sentence.Lines([], 40));
    }

    [Fact]
    public void A_broken_invariant_throws_its_sentence()
    {
        Invariant.Require(true, "Nothing happens.");
        var broken = Assert.Throws<InvariantBrokenException>(() => Invariant.Require(false, "Sum out equals sum in."));
        Assert.Contains("Sum out equals sum in.", broken.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<ReasonCode> Declared() =>
        typeof(ReasonCode)
            .Assembly.GetTypes()
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Static))
            .Where(property => property.PropertyType == typeof(ReasonCode))
            .Select(property => (ReasonCode)property.GetValue(null)!);
}
