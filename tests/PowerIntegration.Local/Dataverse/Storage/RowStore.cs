using System.Collections.Immutable;
using System.Text.Json;
using PowerIntegration.Local.Dataverse.Metadata;
using PowerIntegration.Local.Storage;

namespace PowerIntegration.Local.Dataverse.Storage;

/// <summary>
/// The committed rows. Readers take the current snapshot and never wait; writers collect their changes in a <see cref="Transaction"/>. A commit is
/// one write of the file, then one swap of the snapshot: readers see all of it or nothing.
/// </summary>
internal sealed class RowStore : IDisposable
{
    private const string VersionKind = "(state)";
    private const string VersionId = "rowversion";

    private readonly Lock commitGate = new();
    private readonly OrganizationModel model;
    private readonly RowFile? file;
    private long version;
    private long examined;
    private ImmutableDictionary<string, TableSnapshot> snapshot;

    public RowStore(OrganizationModel model, RowFile? file, TimeSpan lockWaitMax)
    {
        this.model = model;
        Locks = new LockTable(lockWaitMax);
        snapshot = model.Tables.ToImmutableDictionary(table => table.LogicalName, TableSnapshot.Empty);
        this.file = file;
        foreach (var stored in file?.Load() ?? [])
        {
            Load(stored);
        }
    }

    /// <summary>Called inside the commit, in commit order, with what the transaction did; must return at once.</summary>
    public Action<IReadOnlyList<RowWrite>>? Committed { get; set; }

    /// <summary>Called after each commit, when its locks are free again.</summary>
    public Action? AfterCommit { get; set; }

    public LockTable Locks { get; }

    public ImmutableDictionary<string, TableSnapshot> Snapshot => Volatile.Read(ref snapshot);

    /// <summary>Whether no row was stored at the start.</summary>
    public bool IsNew => file?.IsNew ?? true;

    /// <summary>Lets the seed of a new store reach its file.</summary>
    public void KeepSeed() => file?.KeepSeed();

    /// <summary>Rows that queries have looked at since the start: what an index saves can be counted.</summary>
    public long RowsExamined => Interlocked.Read(ref examined);

    /// <summary>Counts rows that a query looked at.</summary>
    public void Examined(long rows) => Interlocked.Add(ref examined, rows);

    /// <summary>The table with an index of a column, made on first use.</summary>
    public TableSnapshot Indexed(string table, string column)
    {
        if (Snapshot[table] is var current && current.Indexes.ContainsKey(column))
        {
            return current;
        }

        lock (commitGate)
        {
            if (!Snapshot[table].Indexes.ContainsKey(column))
            {
                Volatile.Write(ref snapshot, Snapshot.SetItem(table, Snapshot[table].WithIndex(column)));
            }

            return Snapshot[table];
        }
    }

    public long NextVersion() => Interlocked.Increment(ref version);

    public Transaction Begin() => new(this);

    public void Commit(Transaction transaction)
    {
        try
        {
            if (transaction.Overlay.Count == 0)
            {
                return;
            }

            lock (commitGate)
            {
                ReferenceCheck.AtCommit(model, Snapshot, transaction.Overlay);
                file?.Commit([
                    .. transaction.Overlay.Where(change => !model.FindTable(change.Key.Table)!.IsDerived).Select(Stored),
                    new StoredRow(VersionKind, VersionId, Interlocked.Read(ref version).ToString(CultureInfo.InvariantCulture)),
                ]);
                Volatile.Write(ref snapshot, Merge(Snapshot, transaction.Overlay));
                Committed?.Invoke(transaction.Writes);
            }
        }
        finally
        {
            transaction.End();
            Locks.ReleaseAll(transaction);
        }

        AfterCommit?.Invoke();
    }

    public void Rollback(Transaction transaction)
    {
        transaction.End();
        Locks.ReleaseAll(transaction);
    }

    public void Dispose() => file?.Dispose();

    private static StoredRow Stored(KeyValuePair<RowReference, Row?> change) =>
        new(change.Key.Table, change.Key.Id.ToString(), change.Value is null ? null : RowCodec.Write(change.Value));

    private static ImmutableDictionary<string, TableSnapshot> Merge(
        ImmutableDictionary<string, TableSnapshot> before,
        IReadOnlyDictionary<RowReference, Row?> overlay
    )
    {
        var merged = before.ToBuilder();
        // Rows leave before rows come, so that a key that moved from one row to another is never held by both.
        foreach (var (key, row) in overlay.OrderBy(change => change.Value is not null))
        {
            merged[key.Table] = merged[key.Table].With(key.Id, row);
        }

        return merged.ToImmutable();
    }

    private Row Read(TableDefinition table, StoredRow stored)
    {
        try
        {
            return RowCodec.Read(table, stored.Id, stored.Json!);
        }
        catch (Exception unreadable) when (unreadable is InvalidOperationException or FormatException or JsonException or KeyNotFoundException)
        {
            throw file!.Refusal($"holds the row {stored.Id} of '{table.LogicalName}', which cannot be read: {unreadable.Message}", unreadable);
        }
    }

    private void Load(StoredRow stored)
    {
        if (stored.Kind == VersionKind)
        {
            version = long.Parse(stored.Json!, CultureInfo.InvariantCulture);
            return;
        }

        var table =
            snapshot.GetValueOrDefault(stored.Kind)
            ?? throw file!.Refusal($"holds rows of '{stored.Kind}', which no solution loaded defines. Load the solution that wrote them.");
        var row = Read(table.Table, stored);
        snapshot = snapshot.SetItem(stored.Kind, table.With(row.Id, row));
    }
}
