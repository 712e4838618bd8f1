using PowerIntegration.Local.Dataverse.Metadata;
using PowerIntegration.Local.Dataverse.Storage;

namespace PowerIntegration.Local.Dataverse.Changes;

/// <summary>
/// Queues what commits did and delivers it outside the commit. One thread delivers at a time; a thread whose commit comes meanwhile leaves its
/// changes to that one, so a handler that writes rows itself cannot wait for its own delivery.
/// </summary>
internal sealed class RowChangeFeed : IRowChangeFeed
{
    private readonly object gate = new();
    private readonly OrganizationModel model;
    private readonly Func<RowWrite, RowChange> describe;
    private readonly List<Subscriber> subscribers = [];
    private readonly Queue<(Subscriber Subscriber, RowWrite Write)> pending = new();
    private bool delivering;

    public RowChangeFeed(OrganizationModel model, Func<RowWrite, RowChange> describe)
    {
        this.model = model;
        this.describe = describe;
    }

    /// <summary>What the last delivery failed with; null after one that went well.</summary>
    public Exception? LastFailure { get; private set; }

    public IDisposable Subscribe(RowChangeSubscription subscription, Action<RowChange> handler)
    {
        var subscriber = new Subscriber(this, ChangeTest.Compile(model, subscription), handler);
        lock (gate)
        {
            subscribers.Add(subscriber);
        }

        return subscriber;
    }

    /// <summary>Called inside the commit: keeps the order, delivers nothing.</summary>
    public void Enqueue(IReadOnlyList<RowWrite> writes)
    {
        lock (gate)
        {
            foreach (var write in writes)
            {
                foreach (var subscriber in subscribers.Where(subscriber => subscriber.Test(write)))
                {
                    pending.Enqueue((subscriber, write));
                }
            }
        }
    }

    /// <summary>Delivers what is queued, unless another thread already does.</summary>
    public void Deliver()
    {
        while (Next() is { } next)
        {
            try
            {
                next.Subscriber.Handler(describe(next.Write));
                Finish(null);
            }
            catch (Exception exception)
            {
                // The rows are committed: the failure is the subscriber's, not the writer's. The change stays first in the queue.
                Finish(exception);
                return;
            }
        }
    }

    private (Subscriber Subscriber, RowWrite Write)? Next()
    {
        lock (gate)
        {
            if (delivering || pending.Count == 0)
            {
                return null;
            }

            delivering = true;
            return pending.Peek();
        }
    }

    private void Finish(Exception? failure)
    {
        lock (gate)
        {
            delivering = false;
            LastFailure = failure;
            if (failure is null)
            {
                pending.Dequeue();
            }
        }
    }

    private void Remove(Subscriber subscriber)
    {
        lock (gate)
        {
            subscribers.Remove(subscriber);
        }
    }

    private sealed record Subscriber(RowChangeFeed Feed, Func<RowWrite, bool> Test, Action<RowChange> Handler) : IDisposable
    {
        public void Dispose() => Feed.Remove(this);
    }
}
