using System;

namespace PowerIntegration.Sandbox.Clock;

/// <summary>Real time with an offset: what <c>serve</c> runs on, so that a job of last autumn can go on today.</summary>
/// <param name="offset">Added to the machine's time; may be negative.</param>
public sealed class OffsetClock(TimeSpan offset) : TimeProvider
{
    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + offset;
}
