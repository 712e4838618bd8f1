using PowerIntegration.Domain.PurchaseOrders.Billing;
using PowerIntegration.Domain.PurchaseOrders.Policies;
using PowerIntegration.Domain.Tests.Refusals;
using Xunit;

namespace PowerIntegration.Domain.Tests.PurchaseOrders.Billing;

public sealed class OrderedBalanceTests
{
    // The invoice bills 12,000 of a change order that is approved at 11,400 afterward.
    [Fact]
    public void An_invoice_waits_for_its_change_order_and_then_for_what_is_missing()
    {
        BilledLine[] lines = [new("a", 12_000m) { ChangeOrderNumber = "001", Policy = ChangeOrderPolicy.Append }];
        var first = OrderedBalance.Check(An.Order, lines, [])!;
        Assert.Equal("change-order-first", first.WireCode);
        SentenceFacts.In(first.Sentence, "12,000.00 USD", "change order 001", "PO-033");

        var after = An.After(An.Order, An.Predicted(An.Facts(ChangeOrderPolicy.Append, An.Order, An.Added("a", 11_400m))));
        Assert.Equal("change-order-first", OrderedBalance.Check(after, lines, ["002"])!.WireCode);
        var over = OrderedBalance.Check(after, lines, ["001"])!;
        Assert.Equal("over-ordered", over.WireCode);
        SentenceFacts.In(over.Sentence, "line 3", "11,400.00", "600.00 too much");
        Assert.Null(OrderedBalance.Check(after, [lines[0] with { Amount = 11_400m }], ["001"]));
    }

    [Theory]
    [InlineData(ChangeOrderPolicy.Append)]
    [InlineData(ChangeOrderPolicy.Amend)]
    [InlineData(ChangeOrderPolicy.Schedule)]
    [InlineData(ChangeOrderPolicy.Aggregate)]
    public void Each_policy_says_where_a_change_order_is_billed(ChangeOrderPolicy policy)
    {
        var after = An.After(An.Order, An.Predicted(An.Facts(policy, An.Order, An.Changing("a", "L2", 500m))));
        var billed = new BilledLine("a", 500m)
        {
            ChangeOrderNumber = "001",
            Policy = policy,
            CommitmentLineId = "L2",
        };
        Assert.Null(OrderedBalance.Check(after, [billed], ["001"]));
        Assert.Null(OrderedBalance.Check(after, [new BilledLine("L2", 7_500m) { CommitmentLineId = "L2" }, billed], ["001"]));
        Assert.NotNull(OrderedBalance.Check(after, [new BilledLine("L2", 7_500.01m) { CommitmentLineId = "L2" }, billed], ["001"]));
    }

    [Fact]
    public void A_line_that_is_not_ordered_waits() =>
        Assert.Equal("change-order-first", OrderedBalance.Check(An.Order, [new BilledLine("L9", 1m) { CommitmentLineId = "L9" }], [])!.WireCode);

    // 50,000 less 6,000 with 46,000 billed: the invoice credits 2,000 first.
    [Fact]
    public void A_deduction_below_what_is_billed_follows_the_invoice()
    {
        Assert.Equal(DocumentTurn.InvoiceFirst, DocumentTurns.Of([new LineTurn(1, 50_000m, 46_000m, -6_000m, -2_000m)]));
        Assert.Equal(DocumentTurn.ChangeOrderFirst, DocumentTurns.Of([new LineTurn(1, 50_000m, 44_000m, -6_000m, 0m)]));
        Assert.Equal(DocumentTurn.ChangeOrderFirst, DocumentTurns.Of([new LineTurn(3, 0m, 0m, 3_000m, 3_000m)]));
    }

    [Fact]
    public void Each_waiting_for_the_other_is_seen_and_named()
    {
        LineTurn[] lines = [new(1, 50_000m, 46_000m, -6_000m, -2_000m), new(3, 0m, 0m, 3_000m, 1_000m)];
        Assert.Equal(DocumentTurn.Neither, DocumentTurns.Of(lines));
        SentenceFacts.In(DocumentTurns.Advice("001", "SC-014-7", lines)!, "001", "SC-014-7", "line 1", "line 3", "Divide");
        Assert.Null(DocumentTurns.Advice("001", "SC-014-7", [lines[0]]));
    }

    [Fact]
    public void A_line_recoded_after_billing_names_the_transfer()
    {
        var order = An.OrderOf(An.Line(1, "L1", 25_000m, billed: 10_000m), An.Line(2, "L2", 5m));
        var refusal = Assert.Single(RecodedLines.Of(order, [new CommitmentLineCoding("L1", An.Rebar), new CommitmentLineCoding("L2", An.Rebar)]));
        Assert.Equal("billed-line-recoded", refusal.WireCode);
        SentenceFacts.In(refusal.Sentence, "Line 1", "PO-033", "10,000.00 USD", "03.100", "03.200");
        Assert.Empty(RecodedLines.Of(order, [new CommitmentLineCoding("L1", An.Concrete)]));
    }
}
