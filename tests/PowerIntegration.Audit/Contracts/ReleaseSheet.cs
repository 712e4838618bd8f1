namespace PowerIntegration.Audit.Contracts;

/// <summary>A release of retainage that the application asks for.</summary>
/// <param name="Kind">How it is asked for.</param>
/// <param name="Amount">Cents: what is released, or what stays held; zero for the other kinds.</param>
public sealed record ReleaseSheet(ReleaseKind Kind, long Amount)
{
    /// <summary>Amounts by line, where lines are named.</summary>
    public IReadOnlyList<KeyValuePair<string, long>> Lines { get; init; } = [];

    /// <summary>What stays held for the punch list, out of what is released.</summary>
    public long PunchList { get; init; }
}
