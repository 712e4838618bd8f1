using PowerIntegration.Domain.PurchaseOrders.ChangeOrders;
using PowerIntegration.Domain.PurchaseOrders.Orders;
using PowerIntegration.Domain.PurchaseOrders.Policies;
using PowerIntegration.Domain.PurchaseOrders.Predictions;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Tests.Refusals;
using Xunit;

namespace PowerIntegration.Domain.Tests.PurchaseOrders.Predictions;

public sealed class PreviewRefusalTests
{
    private static readonly PurchaseOrder Billed = An.OrderOf(
        An.Line(1, "L1", 12_500m, billed: 2_500m) with
        {
            Quantity = 100m,
            Price = 125m,
        },
        An.Line(2, "L2", 7_500m)
    );

    [Fact]
    public void A_negative_line_needs_a_credit_line_type()
    {
        foreach (var policy in new[] { ChangeOrderPolicy.Append, ChangeOrderPolicy.Aggregate, ChangeOrderPolicy.Separate })
        {
            Refused("negative-line", An.Facts(policy, An.Order, An.Added("a", -500m)), "-500.00 USD", "credit line type", "Amend");
        }
    }

    [Fact]
    public void A_deduction_is_no_schedule() =>
        Refused("negative-line", An.Facts(ChangeOrderPolicy.Schedule, An.Order, An.Changing("a", "L2", -500m)), "Line 2", "PO-033", "Amend");

    [Fact]
    public void A_line_does_not_go_below_zero() =>
        Refused("negative-line", An.Facts(ChangeOrderPolicy.Amend, An.Order, An.Changing("a", "L2", -8_000m)), "Line 2", "-500.00 USD");

    [Fact]
    public void A_credit_does_not_become_a_charge()
    {
        var order = An.OrderOf(An.Line(1, null, -500m) with { IsCredit = true, ChangeOrderLineId = "a" });
        var facts = An.Facts(ChangeOrderPolicy.Append, order, An.Added("a", 200m)) with { Implemented = [An.Added("a", -500m)] };
        Refused("negative-line", facts, "Line 1", "200.00 USD");
    }

    [Fact]
    public void A_billed_quantity_keeps_its_price() =>
        Refused(
            "billed-quantity-repriced",
            An.Facts(ChangeOrderPolicy.Amend, Billed, An.Changing("a", "L1", 500m)),
            "Line 1",
            "2,500.00",
            "125",
            "130"
        );

    [Fact]
    public void More_of_a_billed_quantity_is_no_new_price() =>
        Assert.Equal(
            15_000m,
            An.Predicted(An.Facts(ChangeOrderPolicy.Amend, Billed, An.Changing("a", "L1", 2_500m) with { Quantity = 20m, UnitCost = 125m }))
                .Lines[0]
                .After.Amount
        );

    [Fact]
    public void Quantity_and_price_give_the_amount() =>
        Refused(
            "quantity-price-differs",
            An.Facts(ChangeOrderPolicy.Amend, An.Order, An.Changing("a", "L1", 100m) with { Quantity = 11m }),
            "Line 1",
            "12,600.00",
            "Append"
        );

    // 50,000 less 6,000 with 46,000 billed: the next application bills the credit of 2,000, then the line becomes 44,000.
    [Fact]
    public void A_deduction_below_what_is_billed_is_held_with_the_amount()
    {
        var facts = An.Facts(ChangeOrderPolicy.Amend, An.OrderOf(An.Line(1, "L1", 50_000m, billed: 46_000m)), An.Changing("a", "L1", -6_000m));
        var refusal = Refused("below-billed", facts, "Line 1", "44,000.00 USD", "46,000.00", "2,000.00", "next application");
        Assert.Equal(StopState.Held, refusal.State);

        var credited = An.OrderOf(An.Line(1, "L1", 50_000m, billed: 44_000m));
        Assert.Equal([44_000m], An.Amounts(An.Predicted(facts with { Order = credited })));
    }

    [Fact]
    public void One_line_has_one_coding()
    {
        var other = An.Changing("a", "L2", 500m) with { Coding = An.Rebar };
        Refused("policy-coding-differs", An.Facts(ChangeOrderPolicy.Amend, An.Order, other), "Line 2", "03.100", "03.200", "Append");
        Refused(
            "policy-coding-differs",
            An.Facts(ChangeOrderPolicy.Aggregate, An.Order, An.Added("b", 500m), An.Added("a", 500m) with { Coding = An.Rebar }),
            "line a",
            "03.100",
            "03.200"
        );
    }

    [Fact]
    public void A_schedule_of_a_subcontract_does_not_match_receipts()
    {
        var line = An.Line(1, "L1", 100m);
        line = line with { Schedules = [line.Schedules[0] with { MatchesReceipt = true }] };
        var order = An.OrderOf(line) with { IsSubcontract = true };
        Refused("receipt-matching-schedule", An.Facts(ChangeOrderPolicy.Schedule, order, An.Changing("a", "L1", 10m)), "Line 1", "receipts");
        An.Predicted(An.Facts(ChangeOrderPolicy.Schedule, order with { IsSubcontract = false }, An.Changing("a", "L1", 10m)));
        An.Predicted(An.Facts(ChangeOrderPolicy.Amend, order, An.Changing("a", "L1", 10m)));
    }

    // Ten percent in Oracle, five percent here.
    [Fact]
    public void Retainage_is_not_withheld_twice()
    {
        var facts = An.Facts(ChangeOrderPolicy.Append, An.Order with { StyleRetainagePercent = 10m }, An.Added("a", 10m));
        Refused("retainage-twice", facts with { OwnRetainagePercent = 5m }, "PO-033", "10 %", "5 %");
        An.Predicted(facts);

        var line = An.Line(1, "L1", 100m);
        var scheduled = An.OrderOf(line with { Schedules = [line.Schedules[0] with { RetainagePercent = 10m }] });
        Refused("retainage-twice", facts with { Order = scheduled, OwnRetainagePercent = 5m }, "10 %", "5 %");
    }

    [Fact]
    public void More_than_two_thousand_lines_are_refused()
    {
        var order = An.OrderOf([.. Enumerable.Range(1, 2_000).Select(number => An.Line(number, null, 1m))]);
        Refused("too-many-lines", An.Facts(ChangeOrderPolicy.Append, order, An.Added("a", 1m)), "2,001", "2,000");
        ChangeOrderLine[] many = [.. Enumerable.Range(1, 2_001).Select(number => An.Added($"{number}", 1m))];
        Refused("too-many-lines", An.Facts(ChangeOrderPolicy.Aggregate, An.Order, many), "Change order 001", "2,001");
    }

    [Fact]
    public void Another_currency_is_held_and_an_unknown_one_refused()
    {
        var facts = An.Facts(ChangeOrderPolicy.Append, An.Order, An.Added("a", 1m));
        Refused("currency-differs", facts with { ChangeOrder = facts.ChangeOrder with { CurrencyCode = "CAD" } }, "CAD", "USD", "PO-033");
        Refused("currency-unknown", facts with { ChangeOrder = facts.ChangeOrder with { CurrencyCode = "XXX" } }, "XXX");
    }

    [Fact]
    public void A_line_that_changes_a_deleted_line_is_refused_and_can_be_taken_back()
    {
        var facts = An.Facts(ChangeOrderPolicy.Append, An.Order, An.Changing("a", "L9", 100m));
        Refused("line-deleted", facts, "Line a", "L9", "PO-033");

        var after = An.OrderOf(An.Line(1, null, 100m) with { ChangeOrderLineId = "a" });
        var taken = facts with { Order = after, Implemented = facts.ChangeOrder.Lines };
        taken = taken with { ChangeOrder = taken.ChangeOrder with { Status = ChangeOrderStatus.Void } };
        Assert.Equal(0m, An.Predicted(taken).AmountAfter);
    }

    [Fact]
    public void Lines_are_the_stated_total()
    {
        var facts = An.Facts(ChangeOrderPolicy.Append, An.Order, An.Added("a", 100m) with { Markup = 15m });
        An.Predicted(facts with { ChangeOrder = facts.ChangeOrder with { StatedTotal = 115m } });
        Refused("change-order-total-differs", facts with { ChangeOrder = facts.ChangeOrder with { StatedTotal = 120m } }, "120.00", "115.00", "5.00");
    }

    [Fact]
    public void Lines_are_readable()
    {
        Refused("line-repeated", An.Facts(ChangeOrderPolicy.Append, An.Order, An.Added("a", 1m), An.Added("a", 2m)), "Line a");
        Refused("amount-too-precise", An.Facts(ChangeOrderPolicy.Append, An.Order, An.Added("a", 1.005m)), "Line a", "1.005");
        Refused("amount-too-large", An.Facts(ChangeOrderPolicy.Append, An.Order, An.Added("a", 100_000_000_001m)), "Line a");
        var bare = An.OrderOf(An.Line(1, "L1", 1m) with { Schedules = [] });
        Refused("input-unusable", An.Facts(ChangeOrderPolicy.Append, bare, An.Added("a", 1m)), "Line 1", "schedule");
        var facts = An.Facts(ChangeOrderPolicy.Append, An.Order, An.Added("a", 1m));
        Refused("input-unusable", facts with { ChangeOrder = facts.ChangeOrder with { Number = new string('9', 240) } }, "240");
    }

    private static Refusal Refused(string code, PreviewFacts facts, params string[] words)
    {
        var refusal = An.Stopped(facts);
        Assert.Equal(code, refusal.WireCode);
        SentenceFacts.In(refusal.Sentence, words);
        return refusal;
    }
}
