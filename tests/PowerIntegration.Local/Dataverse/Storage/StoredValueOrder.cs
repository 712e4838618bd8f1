namespace PowerIntegration.Local.Dataverse.Storage;

/// <summary>The order of two stored values of one column: empty comes first, and case does not tell texts apart.</summary>
internal static class StoredValueOrder
{
    /// <summary>Compares.</summary>
    /// <param name="left">A value, or null.</param>
    /// <param name="right">Another of the same column, or null.</param>
    public static int Compare(object? left, object? right) =>
        (left, right) switch
        {
            (null, null) => 0,
            (null, _) => -1,
            (_, null) => 1,
            (string a, string b) => string.Compare(a, b, StringComparison.OrdinalIgnoreCase),
            (IComparable a, _) => a.CompareTo(right),
            _ => throw new InvalidOperationException($"Values of {left.GetType()} have no order."),
        };
}
