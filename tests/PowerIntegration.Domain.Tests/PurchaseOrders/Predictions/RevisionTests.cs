using PowerIntegration.Domain.PurchaseOrders.ChangeOrders;
using PowerIntegration.Domain.PurchaseOrders.Orders;
using PowerIntegration.Domain.PurchaseOrders.Policies;
using PowerIntegration.Domain.PurchaseOrders.Predictions;
using PowerIntegration.Domain.Tests.Refusals;
using Xunit;

namespace PowerIntegration.Domain.Tests.PurchaseOrders.Predictions;

/// <summary>What follows a change that Oracle has implemented: a revision of it, or its reversal.</summary>
public sealed class RevisionTests
{
    private static readonly ChangeOrderLine[] First = [An.Changing("a", "L2", 500m), An.Added("b", 3_200m)];

    [Theory]
    [InlineData(ChangeOrderPolicy.Append)]
    [InlineData(ChangeOrderPolicy.Amend)]
    [InlineData(ChangeOrderPolicy.Schedule)]
    [InlineData(ChangeOrderPolicy.Aggregate)]
    [InlineData(ChangeOrderPolicy.Separate)]
    public void A_revision_changes_the_lines_of_the_first_and_adds_none(ChangeOrderPolicy policy)
    {
        var first = An.Predicted(An.Facts(policy, An.Order, First));
        var revised = An.Predicted(Revised(policy, An.After(An.Order, first), An.Changing("a", "L2", 400m), An.Added("b", 3_350m)));
        Assert.Equal(first.LineCount, revised.LineCount);
        Assert.Equal((50m, first.AmountAfter + 50m, first.OrderNumber), (revised.ChangeAmount, revised.AmountAfter, revised.OrderNumber));
        Assert.DoesNotContain(revised.Lines, line => line.Effect is LineEffect.Added or LineEffect.Scheduled);
        Assert.False(revised.IsNewOrder);
    }

    [Theory]
    [InlineData(ChangeOrderPolicy.Append, 2)]
    [InlineData(ChangeOrderPolicy.Amend, 1)]
    [InlineData(ChangeOrderPolicy.Schedule, 1)]
    [InlineData(ChangeOrderPolicy.Aggregate, 1)]
    [InlineData(ChangeOrderPolicy.Separate, 2)]
    public void A_void_change_order_is_reversed_and_its_lines_are_canceled(ChangeOrderPolicy policy, int canceled)
    {
        var first = An.Predicted(An.Facts(policy, An.Order, First));
        var reversed = An.Predicted(Void(Revised(policy, An.After(An.Order, first), First)));
        Assert.Equal(first.AmountBefore, reversed.AmountAfter);
        Assert.Equal(canceled, reversed.Lines.Count(line => line.Effect == LineEffect.Canceled));
        Assert.Equal(policy == ChangeOrderPolicy.Separate ? 0 : 2, reversed.LineCount);
        Assert.StartsWith("PC PO-033 CO 001 r2: reversed", reversed.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_billed_of_a_void_change_order_holds_its_reversal()
    {
        var after = An.After(An.Order, An.Predicted(An.Facts(ChangeOrderPolicy.Append, An.Order, First)));
        after = after with { Lines = [.. after.Lines.Select(line => line.ChangeOrderLineId == "b" ? line with { Billed = 1_200m } : line)] };
        var refusal = An.Stopped(Void(Revised(ChangeOrderPolicy.Append, after, First)));
        Assert.Equal("below-billed", refusal.WireCode);
        SentenceFacts.In(refusal.Sentence, "Line 4", "1,200.00");
    }

    [Theory]
    [InlineData(ChangeOrderPolicy.Amend)]
    [InlineData(ChangeOrderPolicy.Schedule)]
    public void A_revision_that_changes_another_line_leaves_the_first(ChangeOrderPolicy policy)
    {
        var order = An.OrderOf(An.Line(1, "L1", 100m), An.Line(2, "L2", 7_500m));
        var after = An.After(order, An.Predicted(An.Facts(policy, order, First)));
        var moved = An.Predicted(Revised(policy, after, An.Changing("a", "L1", 500m), First[1]));
        Assert.Equal([600m, 7_500m, 3_200m], An.Amounts(moved));
        var own = An.Predicted(Revised(policy, after, An.Added("a", 500m), First[1]));
        Assert.Equal([100m, 7_500m, 3_200m, 500m], An.Amounts(own));
    }

    [Fact]
    public void Amounts_that_cancel_out_on_their_line_are_not_sent() =>
        Assert.IsType<PreviewOutcome.NothingToSend>(
            ChangePreview.Of(An.Facts(ChangeOrderPolicy.Amend, An.Order, An.Changing("a", "L2", 5m), An.Changing("b", "L2", -5m)))
        );

    // Found by the audit: the quantity of a ghost line was taken back with an empty schedule.
    [Fact]
    public void A_ghost_line_leaves_nothing_to_reverse()
    {
        var ghost = An.Changing("ghost", "L2", 0m) with { Quantity = 3m };
        var first = An.Predicted(An.Facts(ChangeOrderPolicy.Schedule, An.Order, ghost, First[0]));
        var facts = Void(Revised(ChangeOrderPolicy.Schedule, An.After(An.Order, first), ghost, First[0]));
        var reversed = An.Predicted(facts with { Implemented = [ghost, First[0]] });
        Assert.Equal(2, reversed.Lines[1].After.Schedules.Count);
    }

    [Fact]
    public void A_void_change_order_that_was_never_sent_needs_no_change() =>
        Assert.IsType<PreviewOutcome.NothingToSend>(ChangePreview.Of(Void(An.Facts(ChangeOrderPolicy.Append, An.Order, First))));

    [Fact]
    public void An_implemented_change_order_that_is_approved_no_longer_waits()
    {
        var facts = Revised(ChangeOrderPolicy.Append, An.Order, First);
        Assert.Equal(
            "procore-undecided",
            An.Stopped(facts with { ChangeOrder = facts.ChangeOrder with { Status = ChangeOrderStatus.Revised } }).WireCode
        );
    }

    [Fact]
    public void A_revision_in_another_coding_leaves_one_line_for_another()
    {
        var after = An.After(An.Order, An.Predicted(An.Facts(ChangeOrderPolicy.Append, An.Order, First)));
        var revised = An.Predicted(Revised(ChangeOrderPolicy.Append, after, First[0], First[1] with { Coding = An.Rebar }));
        Assert.Equal([12_500m, 7_500m, 500m, 0m, 3_200m], An.Amounts(revised));
        Assert.Equal([new TaskMovement(An.Concrete, -3_200m), new TaskMovement(An.Rebar, 3_200m)], revised.Movements);
    }

    [Fact]
    public void A_line_that_was_canceled_comes_back_as_a_new_one()
    {
        var emptied = An.Predicted(An.Facts(ChangeOrderPolicy.Amend, An.Order, An.Changing("a", "L2", -7_500m)));
        Assert.Equal((LineEffect.Canceled, 1), (emptied.Lines[1].Effect, emptied.LineCount));

        var again = An.Facts(ChangeOrderPolicy.Amend, An.After(An.Order, emptied), An.Changing("c", "L2", 1_000m), An.Changing("d", "L2", 500m));
        var prediction = An.Predicted(again);
        Assert.Equal([12_500m, 0m, 1_500m], An.Amounts(prediction));
        Assert.Equal((LineEffect.Added, "L2", 2), (prediction.Lines[2].Effect, prediction.Lines[2].After.CommitmentLineId, prediction.LineCount));
    }

    private static PreviewFacts Revised(ChangeOrderPolicy policy, PurchaseOrder order, params ChangeOrderLine[] lines)
    {
        var facts = An.Facts(policy, order, lines);
        return facts with { ChangeOrder = facts.ChangeOrder with { Revision = 2 }, Implemented = First };
    }

    private static PreviewFacts Void(PreviewFacts facts) => facts with { ChangeOrder = facts.ChangeOrder with { Status = ChangeOrderStatus.Void } };
}
