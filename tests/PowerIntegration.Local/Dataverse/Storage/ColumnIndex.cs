using System.Collections.Immutable;

namespace PowerIntegration.Local.Dataverse.Storage;

/// <summary>
/// The rows of a table in the order of one column, empty ones first and ties by id: finds the rows of a value, and the first rows of an order,
/// without a look at the others. Never changed after it is made.
/// </summary>
internal sealed class ColumnIndex
{
    private static readonly Comparer<Entry> Order = Comparer<Entry>.Create(
        (left, right) => StoredValueOrder.Compare(left.Value, right.Value) is var order && order != 0 ? order : left.Id.CompareTo(right.Id)
    );

    private static readonly Guid Last = new("ffffffff-ffff-ffff-ffff-ffffffffffff");

    private readonly ImmutableSortedSet<Entry> entries;

    private ColumnIndex(ImmutableSortedSet<Entry> entries) => this.entries = entries;

    /// <summary>How many rows there are.</summary>
    public int Count => entries.Count;

    /// <summary>An index of rows.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="column">The column.</param>
    public static ColumnIndex Of(IEnumerable<Row> rows, string column) =>
        new(ImmutableSortedSet.CreateRange(Order, rows.Select(row => new Entry(row[column], row.Id))));

    /// <summary>The index after a row took another value; a row that comes or goes has none before or after.</summary>
    /// <param name="column">The column.</param>
    /// <param name="before">The row before, or null.</param>
    /// <param name="after">The row after, or null.</param>
    public ColumnIndex With(string column, Row? before, Row? after)
    {
        if (before is not null && after is not null && StoredValueOrder.Compare(before[column], after[column]) == 0)
        {
            return this;
        }

        var changed = before is null ? entries : entries.Remove(new Entry(before[column], before.Id));
        return new ColumnIndex(after is null ? changed : changed.Add(new Entry(after[column], after.Id)));
    }

    /// <summary>How many rows have a value.</summary>
    /// <param name="value">The value; null for empty.</param>
    public int CountOf(object? value) => EndOf(value) - StartOf(value);

    /// <summary>Ids of the rows that have a value.</summary>
    /// <param name="value">The value; null for empty.</param>
    public IEnumerable<Guid> Equal(object? value)
    {
        var end = EndOf(value);
        for (var index = StartOf(value); index < end; index++)
        {
            yield return entries[index].Id;
        }
    }

    /// <summary>Ids of all rows in order, those of one value together.</summary>
    /// <param name="isDescending">Whether the largest value comes first.</param>
    public IEnumerable<IReadOnlyList<Guid>> Groups(bool isDescending)
    {
        var group = new List<Guid>();
        object? value = null;
        foreach (var entry in isDescending ? entries.Reverse() : entries)
        {
            if (group.Count > 0 && StoredValueOrder.Compare(entry.Value, value) != 0)
            {
                yield return group;
                group = [];
            }

            value = entry.Value;
            group.Add(entry.Id);
        }

        if (group.Count > 0)
        {
            yield return group;
        }
    }

    private int StartOf(object? value) => Place(new Entry(value, Guid.Empty));

    private int EndOf(object? value) => Place(new Entry(value, Last));

    // Where it is, or where it would be.
    private int Place(Entry entry) => entries.IndexOf(entry) is var index && index < 0 ? ~index : index;

    private readonly record struct Entry(object? Value, Guid Id);
}
