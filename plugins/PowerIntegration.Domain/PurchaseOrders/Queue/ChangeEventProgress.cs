using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.PurchaseOrders.Queue;

/// <summary>How much of one change event is in effect in Oracle. Its change orders belong to different commitments.</summary>
/// <param name="InEffect">The sum of the change orders that are in effect.</param>
/// <param name="Total">The sum of all.</param>
public sealed record ChangeEventProgress(decimal InEffect, decimal Total)
{
    /// <summary>Adds up the change orders of an event.</summary>
    /// <param name="changes">All of them.</param>
    /// <param name="isInEffect">Whether Oracle has implemented one.</param>
    public static ChangeEventProgress Of(IReadOnlyCollection<QueuedChange> changes, Func<QueuedChange, bool> isInEffect) =>
        new(changes.Where(isInEffect).Sum(change => change.Amount), changes.Sum(change => change.Amount));

    /// <summary>The progress as <c>9,000.00 of 13,000.00</c>.</summary>
    public override string ToString() => $"{Sentence.Amount(InEffect)} of {Sentence.Amount(Total)}";
}
