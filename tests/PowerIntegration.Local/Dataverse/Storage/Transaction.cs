using PowerIntegration.Local.Dataverse.Errors;
using PowerIntegration.Local.Dataverse.Metadata;

namespace PowerIntegration.Local.Dataverse.Storage;

/// <summary>
/// A transaction: its own changes over the committed rows. It reads what is committed at the moment of the read (read-committed, without waiting)
/// and its own writes; it locks what it writes to its end. Not for several threads.
/// </summary>
internal sealed class Transaction
{
    private readonly RowStore store;
    private readonly Dictionary<RowReference, Row?> overlay = [];
    private readonly Dictionary<LockKey, Guid> ownKeys = [];
    private readonly List<RowWrite> writes = [];
    private bool ended;

    public Transaction(RowStore store) => this.store = store;

    public IReadOnlyDictionary<RowReference, Row?> Overlay => overlay;

    public IReadOnlyList<RowWrite> Writes => writes;

    /// <summary>Locks held; kept by the lock table.</summary>
    public HashSet<LockKey> Locks { get; } = [];

    /// <summary>A call inside failed: whatever happens next, nothing of it will be committed.</summary>
    public bool IsDoomed { get; private set; }

    public void Doom() => IsDoomed = true;

    public void End() => ended = true;

    public Row? Find(string table, Guid id) =>
        overlay.TryGetValue(new RowReference(table, id), out var own) ? own : store.Snapshot[table].Rows.GetValueOrDefault(id);

    public IEnumerable<Row> All(string table)
    {
        var committed = store.Snapshot[table].Rows;
        return overlay.Count == 0
            ? committed.Values
            : committed.Values.Where(row => !overlay.ContainsKey(new RowReference(table, row.Id))).Concat(Own(table));
    }

    /// <summary>The committed rows of a table with an index of a column; null where this transaction has rows of its own in it.</summary>
    public TableSnapshot? Indexed(string table, string column) => HasOwn(table) ? null : store.Indexed(table, column);

    /// <summary>How many rows a table has, this transaction's own not counted.</summary>
    public int CountOf(string table) => store.Snapshot[table].Rows.Count;

    /// <summary>Counts rows that a query looked at.</summary>
    public void Examined(long rows) => store.Examined(rows);

    /// <summary>Rows whose lookup points to the target.</summary>
    public IEnumerable<Row> PointingTo(string table, string column, Guid target)
    {
        var committed = store.Snapshot[table];
        var rows = committed
            .PointingTo(column, target)
            .Where(id => !overlay.ContainsKey(new RowReference(table, id)))
            .Select(id => committed.Rows[id]);
        return rows.Concat(Own(table).Where(row => row[column] is RowReference reference && reference.Id == target));
    }

    public Row? FindByKey(TableDefinition table, KeyDefinition key, string text)
    {
        var entry = LockKey.OfKey(table.LogicalName, key.LogicalName, text);
        if (ownKeys.TryGetValue(entry, out var own))
        {
            return overlay[new RowReference(table.LogicalName, own)];
        }

        var committed = store.Snapshot[table.LogicalName];
        return committed.Keys.TryGetValue(entry, out var id) && !overlay.ContainsKey(new RowReference(table.LogicalName, id))
            ? committed.Rows[id]
            : null;
    }

    public void LockRow(string table, Guid id) => Lock(LockKey.OfRow(table, id));

    /// <summary>Takes the row's new state. Its lock must be held; its keys are locked and checked here.</summary>
    public void Write(TableDefinition table, Row row)
    {
        foreach (var key in Find(table.LogicalName, row.Id) is { } before ? KeyValueText.Locks(table, before) : [])
        {
            Lock(key);
        }

        foreach (var key in table.Keys)
        {
            RequireUnique(table, key, row);
        }

        Put(table, row.Id, row);
    }

    public void Delete(TableDefinition table, Row row)
    {
        foreach (var key in KeyValueText.Locks(table, row))
        {
            Lock(key);
        }

        Put(table, row.Id, null);
    }

    public void Record(RowWrite write) => writes.Add(write);

    private void Put(TableDefinition table, Guid id, Row? after)
    {
        var reference = new RowReference(table.LogicalName, id);
        foreach (var key in overlay.TryGetValue(reference, out var own) && own is not null ? KeyValueText.Locks(table, own) : [])
        {
            ownKeys.Remove(key);
        }

        foreach (var key in after is null ? [] : KeyValueText.Locks(table, after))
        {
            ownKeys[key] = id;
        }

        overlay[reference] = after;
    }

    private void RequireUnique(TableDefinition table, KeyDefinition key, Row row)
    {
        if (KeyValueText.Of(key, row) is not { } text)
        {
            return;
        }

        Lock(LockKey.OfKey(table.LogicalName, key.LogicalName, text));
        if (FindByKey(table, key, text) is { } other && other.Id != row.Id)
        {
            throw Faults.Of(
                DataverseErrorCode.DuplicateKey,
                $"Entity Key {key.SchemaName} violated. A record with the same value for {string.Join(", ", key.Columns)} already "
                    + "exists. A duplicate record cannot be created. Select one or more unique values and try again."
            );
        }
    }

    private void Lock(LockKey key)
    {
        if (ended)
        {
            throw new InvalidOperationException("The transaction has ended; a service of it was kept and used afterwards.");
        }

        store.Locks.Acquire(this, key);
    }

    private bool HasOwn(string table) => overlay.Count > 0 && overlay.Keys.Any(key => key.Table == table);

    private IEnumerable<Row> Own(string table) =>
        overlay.Where(change => change.Value is not null && change.Key.Table == table).Select(change => change.Value!);
}
