namespace PowerIntegration.Packer.Sources;

/// <summary>Finds what is there more than once.</summary>
internal static class Repetition
{
    /// <summary>The items of which an earlier one has the same key.</summary>
    public static IEnumerable<T> Repeated<T>(this IEnumerable<T> items, Func<T, string> key) => items.Repeated(key, StringComparer.Ordinal);

    /// <summary>The items of which an earlier one has the same key, as the comparer sees it.</summary>
    public static IEnumerable<T> Repeated<T>(this IEnumerable<T> items, Func<T, string> key, StringComparer comparer) =>
        items.GroupBy(key, comparer).SelectMany(group => group.Skip(1));
}
