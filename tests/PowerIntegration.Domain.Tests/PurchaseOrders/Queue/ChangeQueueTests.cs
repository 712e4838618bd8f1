using PowerIntegration.Domain.PurchaseOrders.ChangeOrders;
using PowerIntegration.Domain.PurchaseOrders.Queue;
using PowerIntegration.Domain.Tests.Refusals;
using Xunit;

namespace PowerIntegration.Domain.Tests.PurchaseOrders.Queue;

public sealed class ChangeQueueTests
{
    private static readonly DateTimeOffset Monday = new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);

    private static readonly OrderChange Foreign = new("77", "Price update", OpenChangeStatus.Pending) { Author = "B. Buyer" };

    // A buyer's own change is open for three days; four change orders are approved meanwhile, and looked at every fifteen minutes.
    [Fact]
    public void Nothing_is_lost_behind_a_foreign_change_and_one_message_is_sent()
    {
        var waiting = new[] { Change("4", 4), Change("2", 2), Change("1", 1), Change("3", 3) };
        var told = new List<string>();
        for (var look = 0; look < 288; look++)
        {
            var wait = Assert.IsType<QueueDecision.Wait>(ChangeQueue.Decide("PO-033", waiting, [Foreign], told));
            if (wait.IsNews)
            {
                told.Add(wait.Foreign.ChangeId);
                Assert.Equal("foreign-change-pending", wait.Hold.WireCode);
                SentenceFacts.In(wait.Hold.Sentence, "PO-033", "Price update", "B. Buyer", "4 change orders", "4,000.00");
            }
        }

        Assert.Single(told);
        var sent = new List<string>();
        var changes = new List<OrderChange> { Foreign with { Status = OpenChangeStatus.Implemented } };
        while (ChangeQueue.Decide("PO-033", waiting, changes, told) is QueueDecision.Send send)
        {
            sent.Add(send.Change.Key.Number);
            changes.Add(new OrderChange(send.Change.Key.Number, send.Change.Key.Describe("x"), OpenChangeStatus.Pending));
            Assert.IsType<QueueDecision.Follow>(ChangeQueue.Decide("PO-033", waiting, changes, told));
            changes[^1] = changes[^1] with { Status = OpenChangeStatus.Implemented };
            Assert.IsType<QueueDecision.ReadBack>(ChangeQueue.Decide("PO-033", waiting, changes, told));
            waiting = [.. waiting.Where(change => change != send.Change)];
        }

        Assert.Equal(["1", "2", "3", "4"], sent);
        Assert.IsType<QueueDecision.Idle>(ChangeQueue.Decide("PO-033", waiting, changes, told));
    }

    // One change event, two purchase orders: the free one is sent, the other waits, and each is counted when it is in effect.
    [Fact]
    public void A_foreign_change_on_one_order_does_not_stop_another()
    {
        QueuedChange[] changes = [Change("9", 1, 9_000m), Change("10", 1, 4_000m)];
        Assert.IsType<QueueDecision.Send>(ChangeQueue.Decide("SC-014", [changes[0]], [], []));
        var wait = Assert.IsType<QueueDecision.Wait>(ChangeQueue.Decide("PO-033", [changes[1]], [Foreign], []));
        SentenceFacts.In(wait.Hold.Sentence, "1 change order over 4,000.00 waits");
        Assert.Equal("9,000.00 of 13,000.00", ChangeEventProgress.Of(changes, change => change == changes[0]).ToString());
        Assert.Equal(new ChangeEventProgress(13_000m, 13_000m), ChangeEventProgress.Of(changes, _ => true));
    }

    // The answer to the change was lost; Oracle has it, not submitted.
    [Fact]
    public void A_change_that_is_found_is_submitted_and_not_sent_again()
    {
        var found = new OrderChange("5", "PC PO-033 CO 1 r1: Extra dowels", OpenChangeStatus.Incomplete);
        var decision = Assert.IsType<QueueDecision.Submit>(ChangeQueue.Decide("PO-033", [Change("1", 1), Change("2", 2)], [found], []));
        Assert.Equal(("5", "1"), (decision.Found.ChangeId, decision.Change.Key.Number));
    }

    [Fact]
    public void A_change_of_another_revision_is_not_the_same()
    {
        var found = new OrderChange("5", "PC PO-033 CO 1 r12", OpenChangeStatus.Incomplete);
        Assert.IsType<QueueDecision.Wait>(ChangeQueue.Decide("PO-033", [Change("1", 1)], [found], []));
    }

    [Theory]
    [InlineData(OpenChangeStatus.Rejected)]
    [InlineData(OpenChangeStatus.Canceled)]
    public void A_change_that_oracle_ended_waits_for_a_person_who_can_send_it_again(OpenChangeStatus status)
    {
        var found = new OrderChange("5", "PC PO-033 CO 1 r1", status);
        Assert.IsType<QueueDecision.Ended>(ChangeQueue.Decide("PO-033", [Change("1", 1)], [found], []));
        Assert.IsType<QueueDecision.Send>(ChangeQueue.Decide("PO-033", [Change("1", 1) with { SentAgainAfter = ["5"] }], [found], []));
    }

    [Fact]
    public void A_deduction_that_waits_for_its_invoice_lets_others_pass()
    {
        var deduction = Change("1", 1) with { WaitsForInvoice = true };
        Assert.Equal("2", Assert.IsType<QueueDecision.Send>(ChangeQueue.Decide("PO-033", [deduction, Change("2", 2)], [], [])).Change.Key.Number);
        Assert.IsType<QueueDecision.Idle>(ChangeQueue.Decide("PO-033", [deduction], [Foreign], []));
    }

    [Fact]
    public void Approved_in_one_instant_the_lower_number_goes_first() =>
        Assert.Equal(["1", "2"], ChangeQueue.InOrder([Change("2", 1), Change("1", 1)]).Select(change => change.Key.Number));

    private static QueuedChange Change(string number, int hour, decimal amount = 1_000m) =>
        new(new ChangeOrderKey("PO-033", number, 1), Monday.AddHours(hour), amount);
}
