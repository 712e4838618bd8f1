using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Remote;

namespace PowerIntegration.Gateway.Intake;

/// <summary>When something that failed is tried again by itself: twice as long each time, at most an hour.</summary>
internal static class RetrySchedule
{
    /// <summary>The wait after the first failure.</summary>
    public static readonly TimeSpan First = TimeSpan.FromMinutes(5);

    /// <summary>The longest wait, so that corrected records continue within the hour.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private const int DoublingsMax = 4;

    /// <summary>The next try after so many failures in a row, counted from 1.</summary>
    public static DateTimeOffset Next(DateTimeOffset now, int attempts, Exception? failure = null)
    {
        var wait = First * Math.Pow(2, Math.Clamp(attempts - 1, 0, DoublingsMax));
        var asked = (failure as RemoteThrottledException)?.RetryAfter ?? TimeSpan.Zero;
        return now + new[] { wait < Longest ? wait : Longest, asked }.Max();
    }

    /// <summary>
    /// Whether a cause may pass without a change of the record: a system that fails or refuses access, a configuration that someone completes, and a
    /// defect of this product. What the record itself says waits for a person; the record is read again once it was corrected.
    /// </summary>
    public static bool MayPass(Exception failure) => failure is not IntegrationException { Kind.IsOfRecord: true };
}
