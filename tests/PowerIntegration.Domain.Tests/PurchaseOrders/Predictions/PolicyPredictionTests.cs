using PowerIntegration.Domain.PurchaseOrders.ChangeOrders;
using PowerIntegration.Domain.PurchaseOrders.Orders;
using PowerIntegration.Domain.PurchaseOrders.Policies;
using PowerIntegration.Domain.PurchaseOrders.Predictions;
using PowerIntegration.Domain.Tests.Refusals;
using Xunit;

namespace PowerIntegration.Domain.Tests.PurchaseOrders.Predictions;

public sealed class PolicyPredictionTests
{
    // Twenty tons more of the first line, and a new line.
    private static readonly ChangeOrderLine[] Lines =
    [
        An.Changing("a", "L1", 2_500m) with
        {
            Quantity = 20m,
            UnitCost = 125m,
        },
        An.Added("b", 3_200m),
    ];

    [Fact]
    public void Amend_changes_the_line_and_appends_the_new_one()
    {
        var prediction = An.Predicted(An.Facts(ChangeOrderPolicy.Amend, An.Order, Lines));
        Assert.Equal([15_000m, 7_500m, 3_200m], An.Amounts(prediction));
        Assert.Equal((20_000m, 5_700m, 25_700m, 3), (prediction.AmountBefore, prediction.ChangeAmount, prediction.AmountAfter, prediction.LineCount));
        Assert.Equal([LineEffect.Changed, LineEffect.Unchanged, LineEffect.Added], prediction.Lines.Select(line => line.Effect));
        Assert.Equal((120m, 125m), (prediction.Lines[0].After.Quantity, prediction.Lines[0].After.Price));
        Assert.Equal([new TaskMovement(An.Concrete, 5_700m)], prediction.Movements);
        Assert.Equal("PC PO-033 CO 001 r1: Extra dowels", prediction.Description);
        Assert.Empty(prediction.Warnings);
    }

    [Fact]
    public void Append_adds_a_line_for_each_and_warns_that_procore_changes_one()
    {
        var prediction = An.Predicted(An.Facts(ChangeOrderPolicy.Append, An.Order, Lines));
        Assert.Equal([12_500m, 7_500m, 2_500m, 3_200m], An.Amounts(prediction));
        Assert.Equal((25_700m, 4), (prediction.AmountAfter, prediction.LineCount));
        Assert.Equal((20m, 125m), (prediction.Lines[2].After.Quantity, prediction.Lines[2].After.Price));
        SentenceFacts.In(Assert.Single(prediction.Warnings), "1 line", "Append", "line a");
    }

    [Fact]
    public void Schedule_adds_a_schedule_to_the_line()
    {
        var prediction = An.Predicted(An.Facts(ChangeOrderPolicy.Schedule, An.OrderOf(An.Line(1, "L1", 100m)), An.Changing("a", "L1", 40m)));
        var line = Assert.Single(prediction.Lines);
        Assert.Equal((LineEffect.Scheduled, 140m, 1), (line.Effect, line.After.Amount, prediction.LineCount));
        Assert.Equal([100m, 40m], line.After.Schedules.Select(schedule => schedule.Amount));
        Assert.Equal([1, 2], line.After.Schedules.Select(schedule => schedule.Number));
    }

    [Fact]
    public void Aggregate_puts_all_change_orders_on_one_line()
    {
        var first = An.Predicted(An.Facts(ChangeOrderPolicy.Aggregate, An.Order, An.Added("a", 100m), An.Added("b", 50m)));
        Assert.Equal([12_500m, 7_500m, 150m], An.Amounts(first));

        var second = An.Predicted(An.Facts(ChangeOrderPolicy.Aggregate, An.After(An.Order, first), An.Added("c", -30m)));
        Assert.Equal([12_500m, 7_500m, 120m], An.Amounts(second));
        Assert.Equal(LineEffect.Changed, second.Lines[2].Effect);
    }

    [Fact]
    public void Separate_orders_the_change_by_itself()
    {
        var prediction = An.Predicted(An.Facts(ChangeOrderPolicy.Separate, An.Order, Lines));
        Assert.True(prediction.IsNewOrder);
        Assert.Equal(
            ("PO-033-CO001", 0m, 5_700m, 2),
            (prediction.OrderNumber, prediction.AmountBefore, prediction.AmountAfter, prediction.LineCount)
        );

        var inUse = new Dictionary<string, string> { ["PO-033-CO001"] = "commitment PO-033-CO001" };
        var refusal = An.Stopped(An.Facts(ChangeOrderPolicy.Separate, An.Order, Lines) with { OrderNumbersInUse = inUse });
        Assert.Equal("order-number-collision", refusal.WireCode);
        SentenceFacts.In(refusal.Sentence, "Change order 001", "commitment PO-033-CO001");
    }

    [Fact]
    public void A_closed_order_with_retainage_does_not_stop_a_separate_one()
    {
        var line = An.Line(1, "L1", 100m);
        var closed = An.OrderOf(line with { Schedules = [line.Schedules[0] with { RetainagePercent = 10m }] }) with
        {
            Status = PurchaseOrderStatus.FinallyClosed,
        };
        var facts = An.Facts(ChangeOrderPolicy.Separate, closed, Lines) with { OwnRetainagePercent = 5m };
        Assert.Equal(5_700m, An.Predicted(facts).AmountAfter);
        Assert.Equal("retainage-twice", An.Stopped(facts with { Order = closed with { StyleRetainagePercent = 10m } }).WireCode);
    }

    [Fact]
    public void Two_thousand_lines_take_a_change_order_of_four_hundred()
    {
        var order = An.OrderOf([.. Enumerable.Range(1, 2_000).Select(number => An.Line(number, $"L{number}", number))]);
        ChangeOrderLine[] lines = [.. Enumerable.Range(1, 400).Select(number => An.Changing($"c{number}", $"L{number * 5}", 1m))];
        var prediction = An.Predicted(An.Facts(ChangeOrderPolicy.Amend, order, lines));
        Assert.Equal((2_000, 400, 2_001_400m), (prediction.LineCount, prediction.ChangedLines.Count(), prediction.AmountAfter));
    }

    [Fact]
    public void The_same_line_twice_is_one_change_of_the_sum()
    {
        var prediction = An.Predicted(An.Facts(ChangeOrderPolicy.Amend, An.Order, An.Changing("a", "L2", -1_000m), An.Changing("b", "L2", 1_500m)));
        Assert.Equal((8_000m, 2), (prediction.Lines[1].After.Amount, prediction.LineCount));
        Assert.Equal(8_000m, Assert.Single(prediction.Lines[1].After.Schedules).Amount);
    }

    [Fact]
    public void A_deduction_is_taken_from_the_last_schedules_first()
    {
        var line = An.Line(1, "L1", 100m);
        line = line with { Schedules = [line.Schedules[0], line.Schedules[0] with { Number = 2, Amount = 40m }] };
        var prediction = An.Predicted(An.Facts(ChangeOrderPolicy.Amend, An.OrderOf(line), An.Changing("a", "L1", -60m)));
        Assert.Equal([80m, 0m], prediction.Lines[0].After.Schedules.Select(schedule => schedule.Amount));
        Assert.Equal([false, true], prediction.Lines[0].After.Schedules.Select(schedule => schedule.IsCanceled));

        var added = An.Predicted(An.Facts(ChangeOrderPolicy.Amend, An.OrderOf(line), An.Changing("a", "L1", 60m)));
        Assert.Equal([160m, 40m], added.Lines[0].After.Schedules.Select(schedule => schedule.Amount));
    }

    [Fact]
    public void Ghost_lines_are_none_and_markup_is_ordered_with_its_line()
    {
        var prediction = An.Predicted(
            An.Facts(ChangeOrderPolicy.Append, An.Order, An.Added("ghost", 0m) with { Quantity = 5m }, An.Added("a", 100m) with { Markup = 15m })
        );
        Assert.Equal([12_500m, 7_500m, 115m], An.Amounts(prediction));
        Assert.IsType<PreviewOutcome.NothingToSend>(ChangePreview.Of(An.Facts(ChangeOrderPolicy.Append, An.Order, An.Added("ghost", 0m))));
    }

    [Fact]
    public void Tax_on_a_line_is_not_ordered_and_tax_as_a_line_is_refused()
    {
        var taxed = An.Added("a", 10_000m) with { Tax = 825m };
        Assert.Equal(10_000m, An.Predicted(An.Facts(ChangeOrderPolicy.Append, An.Order, taxed)).ChangeAmount);

        var refusal = An.Stopped(
            An.Facts(ChangeOrderPolicy.Append, An.Order, An.Added("a", 10_000m), An.Added("t", 825m) with { Kind = ChangeOrderLineKind.Tax })
        );
        Assert.Equal("tax-line", refusal.WireCode);
        SentenceFacts.In(refusal.Sentence, "Line t", "825.00 USD");
    }

    // 15,000.00 from one task to another: a deduction down to what is billed, and a new line.
    [Fact]
    public void A_deduction_and_a_new_line_move_cost_between_tasks()
    {
        var order = An.OrderOf(An.Line(1, "L1", 25_000m, billed: 10_000m));
        var prediction = An.Predicted(
            An.Facts(ChangeOrderPolicy.Amend, order, An.Changing("a", "L1", -15_000m), An.Added("b", 15_000m) with { Coding = An.Rebar })
        );
        Assert.Equal([10_000m, 15_000m], An.Amounts(prediction));
        Assert.Equal(An.Rebar, prediction.Lines[1].After.Codings[0]);
        Assert.Equal((25_000m, 0m), (prediction.AmountAfter, prediction.ChangeAmount));
        Assert.Equal([new TaskMovement(An.Concrete, -15_000m), new TaskMovement(An.Rebar, 15_000m)], prediction.Movements);
    }

    [Fact]
    public void A_credit_is_appended_where_its_line_type_is_set_up()
    {
        var facts = An.Facts(ChangeOrderPolicy.Append, An.Order, An.Added("a", -500m));
        var prediction = An.Predicted(facts with { Policy = facts.Policy with { CreditLineType = "Credit" } });
        Assert.Equal([12_500m, 7_500m, -500m], An.Amounts(prediction));
        Assert.True(prediction.Lines[2].After.IsCredit);
    }

    [Fact]
    public void A_line_that_was_not_billed_can_be_priced_anew()
    {
        var prediction = An.Predicted(An.Facts(ChangeOrderPolicy.Amend, An.Order, An.Changing("a", "L1", 500m)));
        Assert.Equal((100m, 130m, 13_000m), (prediction.Lines[0].After.Quantity, prediction.Lines[0].After.Price, prediction.Lines[0].After.Amount));
    }

    [Fact]
    public void A_change_order_sent_early_says_why()
    {
        var facts = An.Facts(ChangeOrderPolicy.Append, An.Order, An.Added("a", 12_000m));
        facts = facts with { ChangeOrder = facts.ChangeOrder with { Status = ChangeOrderStatus.PendingBillable } };
        Assert.Equal("procore-undecided", An.Stopped(facts).WireCode);

        var early = facts.Policy with { PendingBillable = PendingBillableRule.SendEarly };
        Assert.Equal("change-order-policy-missing", An.Stopped(facts with { Policy = early }).WireCode);
        var prediction = An.Predicted(facts with { Policy = early with { EarlyReason = "T&M work" } });
        Assert.Equal("PC PO-033 CO 001 r1: sent before approval, T&M work Extra dowels", prediction.Description);
    }

    [Fact]
    public void A_draft_is_edited_directly() =>
        Assert.Equal(
            EditEffect.DirectEdit,
            An.Predicted(An.Facts(ChangeOrderPolicy.Append, An.Order with { Status = PurchaseOrderStatus.Incomplete }, An.Added("a", 1m))).Effect
        );
}
