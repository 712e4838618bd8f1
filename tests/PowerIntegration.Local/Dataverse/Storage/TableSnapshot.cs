using System.Collections.Immutable;
using PowerIntegration.Local.Dataverse.Metadata;

namespace PowerIntegration.Local.Dataverse.Storage;

/// <summary>The committed rows of one table at one moment, with their indexes.</summary>
internal sealed record TableSnapshot(
    TableDefinition Table,
    ImmutableDictionary<Guid, Row> Rows,
    ImmutableDictionary<LockKey, Guid> Keys,
    ImmutableDictionary<string, ImmutableDictionary<Guid, ImmutableHashSet<Guid>>> Lookups,
    ImmutableDictionary<string, ColumnIndex> Indexes
)
{
    public static TableSnapshot Empty(TableDefinition table) =>
        new(
            table,
            ImmutableDictionary<Guid, Row>.Empty,
            ImmutableDictionary<LockKey, Guid>.Empty,
            ImmutableDictionary<string, ImmutableDictionary<Guid, ImmutableHashSet<Guid>>>.Empty,
            ImmutableDictionary<string, ColumnIndex>.Empty
        );

    /// <summary>The snapshot after one row took a new state; null deletes it.</summary>
    public TableSnapshot With(Guid id, Row? after)
    {
        var before = Rows.GetValueOrDefault(id);
        return this with
        {
            Rows = after is null ? Rows.Remove(id) : Rows.SetItem(id, after),
            Keys = WithKeys(before, after),
            Lookups = WithLookups(before, after),
            Indexes = WithIndexes(before, after),
        };
    }

    /// <summary>The snapshot with an index of a column; every later state keeps it.</summary>
    public TableSnapshot WithIndex(string column) => this with { Indexes = Indexes.SetItem(column, ColumnIndex.Of(Rows.Values, column)) };

    public ImmutableHashSet<Guid> PointingTo(string column, Guid target) =>
        Lookups.TryGetValue(column, out var targets) && targets.TryGetValue(target, out var rows) ? rows : [];

    private ImmutableDictionary<string, ColumnIndex> WithIndexes(Row? before, Row? after)
    {
        var indexes = Indexes;
        foreach (var (column, index) in Indexes)
        {
            indexes = indexes.SetItem(column, index.With(column, before, after));
        }

        return indexes;
    }

    private ImmutableDictionary<LockKey, Guid> WithKeys(Row? before, Row? after)
    {
        var keys = Keys;
        if (before is not null)
        {
            keys = keys.RemoveRange(KeyValueText.Locks(Table, before));
        }

        if (after is not null)
        {
            foreach (var key in KeyValueText.Locks(Table, after))
            {
                keys = keys.Add(key, after.Id);
            }
        }

        return keys;
    }

    private ImmutableDictionary<string, ImmutableDictionary<Guid, ImmutableHashSet<Guid>>> WithLookups(Row? before, Row? after)
    {
        var lookups = Lookups;
        foreach (var column in Table.Columns)
        {
            if (column.Kind is not (ColumnKind.Lookup or ColumnKind.Owner))
            {
                continue;
            }

            var from = before?[column.LogicalName] as RowReference?;
            var to = after?[column.LogicalName] as RowReference?;
            if (from == to)
            {
                continue;
            }

            var targets = lookups.GetValueOrDefault(column.LogicalName) ?? ImmutableDictionary<Guid, ImmutableHashSet<Guid>>.Empty;
            if (from is { } left)
            {
                var rest = targets[left.Id].Remove(before!.Id);
                targets = rest.IsEmpty ? targets.Remove(left.Id) : targets.SetItem(left.Id, rest);
            }

            if (to is { } joined)
            {
                targets = targets.SetItem(joined.Id, (targets.GetValueOrDefault(joined.Id) ?? []).Add(after!.Id));
            }

            lookups = lookups.SetItem(column.LogicalName, targets);
        }

        return lookups;
    }
}
