namespace PowerIntegration.Domain.Amounts;

/// <summary>
/// Finds the largest remainders without sorting all of them: the range with the last of them is partitioned around a pivot until none is left. A
/// range that pivots do not shorten is sorted, so that no order of the lines makes it slow.
/// </summary>
internal sealed class LargestRemainders : IComparer<int>
{
    // Halving takes 14 rounds for ten thousand; a good pivot leaves somewhat more than half.
    private const int RoundsMax = 64;

    private readonly decimal[] remainders;
    private readonly int[] indexes;

    private LargestRemainders(decimal[] remainders)
    {
        this.remainders = remainders;
        indexes = new int[remainders.Length];
        for (var index = 0; index < indexes.Length; index++)
        {
            indexes[index] = index;
        }
    }

    /// <summary>The places of the largest remainders, in no order; of equal ones the earlier is taken first.</summary>
    /// <param name="remainders">All remainders.</param>
    /// <param name="count">How many are wanted.</param>
    public static ArraySegment<int> Of(decimal[] remainders, int count)
    {
        if (count == 0)
        {
            return new ArraySegment<int>([]);
        }

        var search = new LargestRemainders(remainders);
        search.MoveToFront(count);
        return new ArraySegment<int>(search.indexes, 0, count);
    }

    /// <summary>The order of the shares: larger remainder first, then lower place. No two places are equal.</summary>
    public int Compare(int x, int y)
    {
        var order = remainders[y].CompareTo(remainders[x]);
        return order == 0 ? x.CompareTo(y) : order;
    }

    private void MoveToFront(int count)
    {
        int first = 0,
            last = indexes.Length - 1;
        for (var round = 0; first < last; round++)
        {
            if (round == RoundsMax)
            {
                Array.Sort(indexes, first, last - first + 1, this);
                return;
            }

            var border = Part(first, last);
            if (border == count - 1)
            {
                return;
            }

            if (border < count)
            {
                first = border + 1;
            }
            else
            {
                last = border - 1;
            }
        }
    }

    // Moves what comes before the pivot to its left; gives the pivot's place.
    private int Part(int first, int last)
    {
        Swap(first + ((last - first) / 2), last);
        var pivot = indexes[last];
        var border = first;
        for (var place = first; place < last; place++)
        {
            if (Compare(indexes[place], pivot) < 0)
            {
                Swap(place, border++);
            }
        }

        Swap(border, last);
        return border;
    }

    private void Swap(int left, int right)
    {
        var index = indexes[left];
        indexes[left] = indexes[right];
        indexes[right] = index;
    }
}
