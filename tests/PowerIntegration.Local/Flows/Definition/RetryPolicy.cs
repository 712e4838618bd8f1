namespace PowerIntegration.Local.Flows.Definition;

/// <summary>How often and when a connector call is repeated after 408, 429, a status from 500 or a lost connection.</summary>
/// <param name="IsFixed">The same wait each time; otherwise the wait grows.</param>
/// <param name="Count">Repeats after the first call; 0 is none.</param>
/// <param name="Interval">The wait, or the scale of growing waits.</param>
/// <param name="MinimumInterval">No growing wait is shorter.</param>
/// <param name="MaximumInterval">No growing wait is longer.</param>
public sealed record RetryPolicy(bool IsFixed, int Count, TimeSpan Interval, TimeSpan MinimumInterval, TimeSpan MaximumInterval)
{
    /// <summary>The most repeats a policy may ask for.</summary>
    public const int LargestCount = 90;

    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    /// <summary>
    /// Power Automate's default of the medium and high plans: eight repeats on a scale of seven seconds, the last after about fifteen minutes.
    /// </summary>
    public static RetryPolicy PremiumDefault { get; } = new(false, 8, TimeSpan.FromSeconds(7), TimeSpan.Zero, LongestWait);

    /// <summary>No repeats.</summary>
    public static RetryPolicy None { get; } = new(true, 0, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero);
}
