namespace PowerIntegration.Local.Requests;

/// <summary>One limit: so many calls within one window, which starts again at its end.</summary>
/// <param name="limit">Calls allowed.</param>
/// <param name="length">Length of the window.</param>
internal sealed class RateWindow(int limit, TimeSpan length)
{
    private DateTimeOffset end = DateTimeOffset.MinValue;
    private int used;

    public int Limit => limit;

    public int Remaining => Math.Max(0, limit - used);

    public bool Exceeded => used > limit;

    public DateTimeOffset End => end;

    /// <summary>Counts one call, failed ones too.</summary>
    public void Count(DateTimeOffset now)
    {
        if (now >= end)
        {
            end = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % length.Ticks), TimeSpan.Zero) + length;
            used = 0;
        }

        used++;
    }
}
