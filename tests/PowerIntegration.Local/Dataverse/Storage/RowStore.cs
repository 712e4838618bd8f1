using System.Collections.Immutable;
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
    private ImmutableDictionary<string, TableSnapshot> snapshot;

    public RowStore(OrganizationModel model, string? path, TimeSpan lockWaitMax)
    {
        this.model = model;
        Locks = new LockTable(lockWaitMax);
        snapshot = model.Tables.ToImmutableDictionary(table => table.LogicalName, TableSnapshot.Empty);
        file = path is null ? null : RowFile.Open(path);
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
                    .. transaction.Overlay.Select(Stored),
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

    private void Load(StoredRow stored)
    {
        if (stored.Kind == VersionKind)
        {
            version = long.Parse(stored.Json!, CultureInfo.InvariantCulture);
            return;
        }

        var table =
            snapshot.GetValueOrDefault(stored.Kind)
            ?? throw new InvalidOperationException(
                $"The store holds rows of '{stored.Kind}', which no solution loaded defines. "
                    + "Load the solution that wrote them, or start with an empty store."
            );
        var row = RowCodec.Read(table.Table, stored.Id, stored.Json!);
        snapshot = snapshot.SetItem(stored.Kind, table.With(row.Id, row));
    }
}
