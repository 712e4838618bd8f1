namespace PowerIntegration.Local.Flows.Triggers;

/// <summary>Deliveries in the order in which they came; connectors add to it from any thread.</summary>
internal sealed class DeliveryQueue
{
    private readonly object gate = new();
    private readonly LinkedList<Delivery> waiting = [];

    /// <summary>How many wait.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                return waiting.Count;
            }
        }
    }

    /// <summary>Adds one at the end.</summary>
    public void Add(Delivery delivery)
    {
        lock (gate)
        {
            waiting.AddLast(delivery);
        }
    }

    /// <summary>Takes the first one that may start; null when none may.</summary>
    public Delivery? Take(Func<Delivery, bool> mayStart)
    {
        lock (gate)
        {
            for (var node = waiting.First; node is not null; node = node.Next)
            {
                if (mayStart(node.Value))
                {
                    waiting.Remove(node);
                    return node.Value;
                }
            }

            return null;
        }
    }
}
