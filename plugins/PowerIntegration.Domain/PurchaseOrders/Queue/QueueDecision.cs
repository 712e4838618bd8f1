using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.PurchaseOrders.Queue;

/// <summary>What to do next with the changes of one purchase order.</summary>
public abstract record QueueDecision
{
    private QueueDecision() { }

    /// <summary>Nothing waits, or all that waits follows an invoice.</summary>
    public sealed record Idle : QueueDecision;

    /// <summary>Send it: Oracle has no change with its key and none is open.</summary>
    /// <param name="Change">The change.</param>
    public sealed record Send(QueuedChange Change) : QueueDecision;

    /// <summary>It is in Oracle, not submitted: submit it and send nothing.</summary>
    /// <param name="Change">The change.</param>
    /// <param name="Found">What Oracle has.</param>
    public sealed record Submit(QueuedChange Change, OrderChange Found) : QueueDecision;

    /// <summary>It is submitted: ask again until it is decided.</summary>
    /// <param name="Change">The change.</param>
    /// <param name="Found">What Oracle has.</param>
    public sealed record Follow(QueuedChange Change, OrderChange Found) : QueueDecision;

    /// <summary>It is in effect: read it back and compare it.</summary>
    /// <param name="Change">The change.</param>
    /// <param name="Found">What Oracle has.</param>
    public sealed record ReadBack(QueuedChange Change, OrderChange Found) : QueueDecision;

    /// <summary>Oracle ended it without effect: a person decides.</summary>
    /// <param name="Change">The change.</param>
    /// <param name="Found">What Oracle has.</param>
    public sealed record Ended(QueuedChange Change, OrderChange Found) : QueueDecision;

    /// <summary>A change by someone else is open; everything waits.</summary>
    /// <param name="Foreign">That change.</param>
    /// <param name="Hold">Why, for each document that waits.</param>
    /// <param name="IsNews">True where no one was told about this change yet.</param>
    public sealed record Wait(OrderChange Foreign, Refusal Hold, bool IsNews) : QueueDecision;
}
