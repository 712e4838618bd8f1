using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Law.PayWhenPaid;
using PowerIntegration.Domain.Law.Reasons;
using PowerIntegration.Domain.Tests.Refusals;
using Xunit;

namespace PowerIntegration.Domain.Tests.Law.PayWhenPaid;

public sealed class PaymentInstructionsTests
{
    // Colorado enforces the clause, so the contract terms decide: outside date 90 days after the invoice of 31 October, ten days after the owner's
    // receipt.
    private static readonly ClauseReading WhenPaid = ClauseReadingTests.Read(ClauseReadingTests.WhenPaid, "US-CO");

    private static readonly ClauseReading IfPaidForever = ClauseReadingTests.Read(ClauseReadingTests.IfPaid with { OutsideDays = null }, "US-CO");

    [Fact]
    public void Nothing_is_held_before_the_invoice_is_posted()
    {
        var instruction = Assert.IsType<PaymentInstruction.AfterPosting>(Of(WhenPaid, Invoice() with { IsPosted = false }, "2025-11-15"));
        SentenceFacts.In(instruction.Sentence, "PCC-25-1187", "not posted", "after it is posted");
    }

    [Fact]
    public void Without_the_owners_payment_the_named_hold_waits_for_the_outside_date()
    {
        var hold = Assert.IsType<PaymentInstruction.Hold>(Of(WhenPaid, Invoice(), "2025-11-15"));
        Assert.Equal("OWNER NOT PAID", hold.HoldName);
        Assert.Equal(41_237.11m, hold.Amount);
        Assert.Equal(CalendarDate.Parse("2026-01-29"), hold.Until);
    }

    [Theory]
    [InlineData("2026-01-28", false)]
    [InlineData("2026-01-29", true)]
    public void The_outside_date_releases_all_of_it_although_the_owner_paid_nothing(string today, bool isReleased)
    {
        var instruction = Of(WhenPaid, Invoice(), today);
        Assert.Equal(isReleased, instruction is PaymentInstruction.Release { Amount: 41_237.11m });
        Assert.IsType<PaymentInstruction.Hold>(Of(IfPaidForever, Invoice(), today));
    }

    [Fact]
    public void A_condition_waits_without_end_and_says_so() =>
        Assert.Null(Assert.IsType<PaymentInstruction.Hold>(Of(IfPaidForever, Invoice(), "2027-01-01")).Until);

    [Theory]
    [InlineData("2025-12-09", false)]
    [InlineData("2025-12-10", true)]
    public void The_owners_receipt_releases_after_the_days_of_the_contract(string today, bool isReleased)
    {
        var invoice = Invoice() with { Receipts = [Receipt("2025-11-30", 41_237.11m)] };
        var instruction = Of(WhenPaid, invoice, today);
        if (isReleased)
        {
            var release = Assert.IsType<PaymentInstruction.Release>(instruction);
            Assert.Equal(CalendarDate.Parse("2025-12-10"), release.DueOn);
            Assert.Equal(41_237.11m, release.Amount);
        }
        else
        {
            Assert.Equal(CalendarDate.Parse("2025-12-10"), Assert.IsType<PaymentInstruction.Hold>(instruction).Until);
        }
    }

    [Fact]
    public void E18_a_part_that_Oracle_cannot_split_is_a_task_with_its_figures()
    {
        var invoice = Invoice() with { Receipts = [Receipt("2025-11-30", 26_804.12m)] };
        var task = Assert.IsType<PaymentInstruction.PayablesTask>(Of(WhenPaid, invoice, "2025-12-10"));
        Assert.Equal(26_804.12m, task.Amount);
        Assert.Equal(14_432.99m, task.Blocked);
        SentenceFacts.In(
            task.Sentence,
            "Invoice PCC-25-1187 is 41,237.11 USD",
            "26,804.12 USD is due on 2025-12-10",
            "0.00 USD was released",
            "14,432.99 USD remains on hold OWNER NOT PAID",
            "cannot split",
            "manually"
        );
        var part = Assert.IsType<PaymentInstruction.ReleasePart>(Of(WhenPaid, invoice with { CanSplit = true }, "2025-12-10"));
        Assert.Equal(26_804.12m, part.Amount);
        Assert.Equal(14_432.99m, part.Blocked);
    }

    [Fact]
    public void A_part_is_released_once_and_the_rest_with_the_next_receipt()
    {
        var invoice = Invoice() with { Released = 26_804.12m, Receipts = [Receipt("2025-11-30", 26_804.12m), Receipt("2025-12-20", 14_432.99m)] };
        var hold = Assert.IsType<PaymentInstruction.Hold>(Of(WhenPaid, invoice, "2025-12-11"));
        Assert.Equal(14_432.99m, hold.Amount);
        Assert.Equal(CalendarDate.Parse("2025-12-30"), hold.Until);
        var release = Assert.IsType<PaymentInstruction.Release>(Of(WhenPaid, invoice, "2025-12-30"));
        Assert.Equal(14_432.99m, release.Amount);
        Assert.Equal(CalendarDate.Parse("2025-12-30"), release.DueOn);
    }

    [Fact]
    public void E18_where_the_clause_has_no_effect_all_of_it_is_due_on_its_own_date()
    {
        var invoice = Invoice() with { Receipts = [Receipt("2025-11-30", 26_804.12m)] };
        var release = Assert.IsType<PaymentInstruction.Release>(Of(ClauseReadingTests.Read(ClauseReadingTests.IfPaid, "GB"), invoice, "2025-11-15"));
        Assert.Equal(41_237.11m, release.Amount);
        Assert.Equal(CalendarDate.Parse("2025-11-30"), release.DueOn);
    }

    [Fact]
    public void In_a_void_jurisdiction_pay_if_paid_ends_at_the_outside_date()
    {
        var newYork = ClauseReadingTests.Read(ClauseReadingTests.IfPaid, "US-NY");
        Assert.IsType<PaymentInstruction.Hold>(Of(newYork, Invoice(), "2026-01-28"));
        Assert.IsType<PaymentInstruction.Release>(Of(newYork, Invoice(), "2026-01-29"));
    }

    [Fact]
    public void The_owners_insolvency_is_a_persons_decision_where_the_law_excepts_it()
    {
        var insolvent = Invoice() with { IsOwnerInsolvent = true };
        Assert.IsType<PaymentInstruction.Decide>(Of(ClauseReadingTests.Read(ClauseReadingTests.IfPaid, "GB"), insolvent, "2025-11-15"));
        Assert.IsType<PaymentInstruction.Decide>(Of(ClauseReadingTests.Read(ClauseReadingTests.IfPaid, "US-VA"), insolvent, "2025-11-15"));
        Assert.IsType<PaymentInstruction.Hold>(Of(WhenPaid, insolvent, "2025-11-15"));
    }

    [Fact]
    public void A_hold_with_a_lien_says_that_the_debt_remains() =>
        Assert.Contains(
            "the debt remains",
            Assert.IsType<PaymentInstruction.Hold>(Of(ClauseReadingTests.Read(ClauseReadingTests.IfPaid, "US-IL"), Invoice(), "2025-11-15")).Sentence,
            StringComparison.Ordinal
        );

    [Fact]
    public void Incomplete_terms_stop_the_instruction_and_credits_are_never_held()
    {
        var incomplete = ClauseReadingTests.Read(new PaymentTerms(), "US-IL");
        Assert.Equal(LawReasons.PaymentTermMissing, Assert.IsType<PaymentInstruction.Stopped>(Of(incomplete, Invoice(), "2025-11-15")).Reason.Code);
        Assert.IsType<PaymentInstruction.Release>(Of(WhenPaid, Invoice() with { Amount = -500m }, "2025-11-15"));
    }

    [Fact]
    public void More_from_the_owner_than_the_invoice_releases_no_more_than_the_invoice()
    {
        var invoice = Invoice() with { Receipts = [Receipt("2025-11-30", 60_000m)] };
        Assert.Equal(41_237.11m, Assert.IsType<PaymentInstruction.Release>(Of(WhenPaid, invoice, "2026-01-05")).Amount);
    }

    private static PaymentInstruction Of(ClauseReading reading, PayableInvoice invoice, string today) =>
        PaymentInstructions.Of(reading, invoice, CalendarDate.Parse(today));

    private static OwnerReceipt Receipt(string on, decimal amount) => new(CalendarDate.Parse(on), amount);

    private static PayableInvoice Invoice() =>
        new()
        {
            Name = "Invoice PCC-25-1187",
            Currency = Currency.Usd,
            IsPosted = true,
            InvoiceDate = CalendarDate.Parse("2025-10-31"),
            DueDate = CalendarDate.Parse("2025-11-30"),
            Amount = 41_237.11m,
            Released = 0m,
            HoldName = "OWNER NOT PAID",
            CanSplit = false,
        };
}
