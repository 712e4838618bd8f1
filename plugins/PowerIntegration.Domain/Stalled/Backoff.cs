namespace PowerIntegration.Domain.Stalled;

/// <summary>When the sweep tries again: soon at first, rarely where nothing changes.</summary>
public static class Backoff
{
    // Shorter than the ten minutes between two sweeps, so that the second sweep tries what the first one did not finish.
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(9);

    private const int DoublingsMax = 6;

    /// <summary>The wait after so many attempts.</summary>
    /// <param name="attempts">From 1.</param>
    public static TimeSpan Wait(int attempts) => TimeSpan.FromTicks(Shortest.Ticks << Math.Min(Math.Max(attempts - 1, 0), DoublingsMax));

    /// <summary>When the try after so many attempts is due.</summary>
    public static DateTime NextTry(int attempts, DateTime now) => now + Wait(attempts);

    /// <summary>When the last attempt was made.</summary>
    public static DateTime LastTry(int attempts, DateTime nextTry) => nextTry - Wait(attempts);
}
