using PowerIntegration.Domain.PurchaseOrders.Reasons;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.PurchaseOrders.Queue;

/// <summary>
/// The changes that wait for one purchase order. Oracle takes one open change at a time, so they go in the order of their approval, and what Oracle
/// already has of them is finished before anything is sent.
/// </summary>
public static class ChangeQueue
{
    /// <summary>The next step.</summary>
    /// <param name="orderNumber">The purchase order.</param>
    /// <param name="waiting">What waits, in any order.</param>
    /// <param name="changes">The changes that Oracle lists for it, the newest last.</param>
    /// <param name="toldAbout">IDs of changes by others that people were told about already.</param>
    public static QueueDecision Decide(
        string orderNumber,
        IEnumerable<QueuedChange> waiting,
        IReadOnlyList<OrderChange> changes,
        IEnumerable<string> toldAbout
    )
    {
        var queue = InOrder(waiting);
        foreach (var change in queue)
        {
            if (changes.LastOrDefault(found => change.Key.IsIn(found.Description) && !change.SentAgainAfter.Contains(found.ChangeId)) is { } known)
            {
                return Continue(change, known);
            }
        }

        var next = queue.FirstOrDefault(change => !change.WaitsForInvoice);
        return next is null ? new QueueDecision.Idle()
            : changes.FirstOrDefault(change => change.IsOpen) is { } foreign
                ? new QueueDecision.Wait(foreign, Hold(orderNumber, foreign, queue), !toldAbout.Contains(foreign.ChangeId, StringComparer.Ordinal))
            : new QueueDecision.Send(next);
    }

    /// <summary>The order of approval; of two in the same instant the lower number and then the lower revision goes first.</summary>
    public static IReadOnlyList<QueuedChange> InOrder(IEnumerable<QueuedChange> waiting) =>
        [
            .. waiting
                .OrderBy(change => change.ApprovedAt)
                .ThenBy(change => change.Key.Number, StringComparer.Ordinal)
                .ThenBy(change => change.Key.Revision),
        ];

    private static QueueDecision Continue(QueuedChange change, OrderChange found) =>
        found.Status switch
        {
            OpenChangeStatus.Incomplete => new QueueDecision.Submit(change, found),
            OpenChangeStatus.Pending => new QueueDecision.Follow(change, found),
            OpenChangeStatus.Implemented => new QueueDecision.ReadBack(change, found),
            OpenChangeStatus.Rejected or OpenChangeStatus.Canceled => new QueueDecision.Ended(change, found),
            _ => throw new InvariantBrokenException("Every status of a change has its next step."),
        };

    private static Refusal Hold(string orderNumber, OrderChange foreign, IReadOnlyList<QueuedChange> queue) =>
        new(
            PurchaseOrderReasons.ForeignChangePending,
            Sentence.Of(
                $"Purchase order {orderNumber} has an open change {Sentence.Quoted(foreign.Description)} ",
                $"by {foreign.Author ?? "someone else"} in Oracle. ",
                $"{Sentence.Count(queue.Count, "change order")} over {Sentence.Amount(queue.Sum(change => change.Amount))} ",
                $"{(queue.Count == 1 ? "waits" : "wait")} for it. Ask {foreign.Author ?? "the buyer"} to submit or delete it."
            )
        );
}
