using PowerIntegration.Local.Dataverse.Errors;

namespace PowerIntegration.Local.Dataverse.Storage;

/// <summary>
/// Exclusive locks, held from the first write to the end of the transaction. A wait that would close a circle fails at once, as the platform's
/// database picks a victim; any other wait is bounded.
/// </summary>
#pragma warning disable RS0030 // See Acquire: the guard of a lock counts real time.
internal sealed class LockTable
{
    private readonly object gate = new();
    private readonly TimeSpan waitMax;
    private readonly Dictionary<LockKey, Transaction> owners = [];
    private readonly Dictionary<Transaction, LockKey> waiting = [];

    public LockTable(TimeSpan waitMax) => this.waitMax = waitMax;

    /// <summary>How many transactions wait for another at this moment.</summary>
    public int WaitingCount
    {
        get
        {
            lock (gate)
            {
                return waiting.Count;
            }
        }
    }

    public void Acquire(Transaction transaction, LockKey key)
    {
        // The wait is guarded by real time on purpose: it protects the machine from a fault in a plug-in, and no answer depends on it.
        var deadline = Environment.TickCount64 + (long)waitMax.TotalMilliseconds;
        lock (gate)
        {
            try
            {
                while (owners.TryGetValue(key, out var owner) && owner != transaction)
                {
                    waiting[transaction] = key;
                    if (ClosesCircle(transaction))
                    {
                        throw Faults.Of(
                            DataverseErrorCode.SqlGeneric,
                            "Sql error: Generic SQL error. CRM ErrorCode: -2147204784 Sql ErrorCode: -2146232060 Sql Number: 1205 (deadlock victim)"
                        );
                    }

                    var left = deadline - Environment.TickCount64;
                    if (left <= 0 || !Monitor.Wait(gate, TimeSpan.FromMilliseconds(left)))
                    {
                        throw Faults.Of(DataverseErrorCode.SqlTimeout, "Sql error: 'SQL timeout expired.' The row is locked by another transaction.");
                    }
                }
            }
            finally
            {
                waiting.Remove(transaction);
            }

            if (owners.TryAdd(key, transaction))
            {
                transaction.Locks.Add(key);
            }
        }
    }

    public void ReleaseAll(Transaction transaction)
    {
        lock (gate)
        {
            foreach (var key in transaction.Locks)
            {
                owners.Remove(key);
            }

            transaction.Locks.Clear();
            Monitor.PulseAll(gate);
        }
    }

    private bool ClosesCircle(Transaction start)
    {
        var current = start;
        while (waiting.TryGetValue(current, out var key) && owners.TryGetValue(key, out var owner))
        {
            if (owner == start)
            {
                return true;
            }

            current = owner;
        }

        return false;
    }
}
