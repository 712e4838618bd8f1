using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Law.PayWhenPaid;
using PowerIntegration.Domain.Law.Reasons;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Tests.Law.Jurisdiction;
using Xunit;

namespace PowerIntegration.Domain.Tests.Law.PayWhenPaid;

public sealed class PaymentHoldReviewTests
{
    private static readonly PayableInvoice Invoice = new()
    {
        Name = "HE-40213",
        Currency = Currency.Usd,
        IsPosted = true,
        InvoiceDate = CalendarDate.Parse("2025-10-31"),
        DueDate = CalendarDate.Parse("2025-11-30"),
        Amount = 1_000m,
        Released = 0m,
        HoldName = "OWNER NOT PAID",
        CanSplit = false,
    };

    [Fact]
    public void Every_invoice_gets_its_instruction_in_order()
    {
        var paid = Invoice with { Name = "HE-40214", Receipts = [new OwnerReceipt(CalendarDate.Parse("2025-11-01"), 400m)] };
        var review = Review(Invoice, paid);
        Assert.Null(review.Refusal);
        Assert.Equal(["HE-40213", "HE-40214"], review.Instructions.Select(item => item.Invoice.Name));
        Assert.IsType<PaymentInstruction.Hold>(review.Instructions[0].Instruction);
        var task = Assert.IsType<PaymentInstruction.PayablesTask>(review.Instructions[1].Instruction);
        Assert.Equal(400m, task.Amount);
        Assert.Equal(600m, task.Blocked);
        Assert.Equal("ALL|JURISDICTION|US-IL|PAYMENT-CLAUSE", review.Clause!.RuleKey);
    }

    [Fact]
    public void What_cannot_be_used_is_refused_by_name()
    {
        AssertUnusable("List 1 to 500");
        AssertUnusable("'HE-40213' appears twice", Invoice, Invoice);
        AssertUnusable("1,500.00 USD, but the invoice is 1,000.00 USD", Invoice with { Released = 1_500m });
        AssertUnusable("2025-11-01 is -1.00", Invoice with { Receipts = [new OwnerReceipt(CalendarDate.Parse("2025-11-01"), -1m)] });
        AssertUnusable("Use one currency", Invoice with { Currency = default });
    }

    [Fact]
    public void Overlapping_rules_and_incomplete_terms_refuse_the_review()
    {
        var overlap = PaymentHoldReview.Of(
            ClauseReadingTests.WhenPaid,
            Regions.Illinois,
            [Regions.Cap(0.1m), Regions.Cap(0.1m, key: "ALL|TEST|2")],
            [Invoice],
            CalendarDate.Parse("2025-11-15")
        );
        Assert.Equal(LawReasons.JurisdictionRuleOverlap, overlap.Refusal!.Code);
        var open = PaymentHoldReview.Of(new PaymentTerms(), Regions.Illinois, [], [Invoice], CalendarDate.Parse("2025-11-15"));
        Assert.Equal(LawReasons.PaymentTermMissing, open.Refusal!.Code);
        Assert.Empty(open.Instructions);
    }

    private static PaymentHoldReview Review(params PayableInvoice[] invoices) =>
        PaymentHoldReview.Of(ClauseReadingTests.WhenPaid, Regions.Illinois, ShippedRules.All, invoices, CalendarDate.Parse("2025-11-15"));

    private static void AssertUnusable(string words, params PayableInvoice[] invoices)
    {
        var refusal = Review(invoices).Refusal!;
        Assert.Equal(SharedReasons.InputUnusable, refusal.Code);
        Assert.Contains(words, refusal.Sentence, StringComparison.Ordinal);
    }
}
