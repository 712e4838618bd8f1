namespace PowerIntegration.Audit.Orders;

/// <summary>What becomes of one change order.</summary>
/// <param name="Change">Its number.</param>
/// <param name="Stops">Why it is not sent; empty where it is.</param>
/// <param name="IsNothing">True where no amount changes.</param>
/// <param name="Before">The rows of its order before.</param>
/// <param name="After">The rows of its order after.</param>
public sealed record ExpectedResult(
    int Change,
    IReadOnlyList<string> Stops,
    bool IsNothing,
    IReadOnlyList<ExpectedRow> Before,
    IReadOnlyList<ExpectedRow> After
)
{
    /// <summary>True where it changes the order.</summary>
    public bool IsSent => !IsNothing && Stops.Count == 0;

    /// <summary>By how much each task moves; tasks that do not are left out.</summary>
    public IReadOnlyDictionary<string, long> Tasks { get; init; } = new Dictionary<string, long>();
}
