namespace PowerIntegration.Local.Clock;

/// <summary>
/// A clock that only its driver moves. A wait that is asked of it (a retry pause, a flow's delay) moves it to the due time and ends at once,
/// so that a demo of twelve months and a test of eight retries take no longer than their work.
/// </summary>
/// <remarks>
/// Time limits must not be timers of this clock: a timer ends at once here. Limits are measured by comparing <see cref="GetUtcNow"/>.
/// </remarks>
public sealed class DrivenClock : TimeProvider, IMovableClock
{
    private readonly object gate = new();
    private DateTimeOffset now;

    /// <summary>Sets the clock.</summary>
    /// <param name="start">The first instant; any offset, kept as UTC.</param>
    public DrivenClock(DateTimeOffset start) => now = start.ToUniversalTime();

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return now;
        }
    }

    /// <inheritdoc/>
    public override long GetTimestamp() => GetUtcNow().Ticks;

    /// <summary>Moves the clock on.</summary>
    /// <param name="by">How far; not negative.</param>
    public void Advance(TimeSpan by)
    {
        if (by < TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(by), by, "The clock never goes back.");
        }

        lock (gate)
        {
            now += by;
        }
    }

    /// <inheritdoc/>
    public void AdvanceTo(DateTimeOffset instant)
    {
        lock (gate)
        {
            if (instant > now)
            {
                now = instant.ToUniversalTime();
            }
        }
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (period != Timeout.InfiniteTimeSpan && period > TimeSpan.Zero)
        {
            throw new NotSupportedException("The driven clock has no periodic timers: a recurrence belongs to the driver.");
        }

        var timer = new EndedWait(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    // The callback runs on the pool, as it would from a real timer: a caller may still hold the lock under which it created the wait.
    private sealed class EndedWait(DrivenClock clock, TimerCallback callback, object? state) : ITimer
    {
        private bool disposed;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (disposed)
            {
                return false;
            }

            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                clock.Advance(dueTime);
                ThreadPool.QueueUserWorkItem(_ => callback(state));
            }

            return true;
        }

        public void Dispose() => disposed = true;

        public ValueTask DisposeAsync()
        {
            disposed = true;
            return ValueTask.CompletedTask;
        }
    }
}
