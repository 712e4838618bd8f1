using System.Threading.RateLimiting;

namespace PowerIntegration.Gateway.Callers;

/// <summary>
/// Lets so many calls a minute through, at once or spread. It remembers one instant: when everything that was used has grown back. The framework's
/// own limiters measure by the machine's clock alone.
/// </summary>
/// <param name="perMinute">Calls a minute, at least 1.</param>
/// <param name="clock">Measures.</param>
internal sealed class ClockedLimiter(int perMinute, TimeProvider clock) : RateLimiter
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly TimeSpan cost = Window / perMinute;
    private DateTimeOffset restoredAt;

    /// <inheritdoc/>
    public override TimeSpan? IdleDuration
    {
        get
        {
            lock (gate)
            {
                var idle = clock.GetUtcNow() - restoredAt;
                return idle >= TimeSpan.Zero ? idle : null;
            }
        }
    }

    /// <inheritdoc/>
    public override RateLimiterStatistics? GetStatistics() => null;

    /// <inheritdoc/>
    protected override RateLimitLease AttemptAcquireCore(int permitCount)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            var used = restoredAt - now;

            // A clock that was set back must not lock a caller out for longer than it could have been used.
            used = TimeSpan.FromTicks(Math.Clamp(used.Ticks, 0, Window.Ticks));
            var wait = used + (permitCount * cost) - Window;
            if (wait > TimeSpan.Zero)
            {
                return new Lease(wait);
            }

            restoredAt = now + used + (permitCount * cost);
            return new Lease(null);
        }
    }

    /// <inheritdoc/>
    protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken) =>
        ValueTask.FromResult(AttemptAcquireCore(permitCount));

    private sealed class Lease(TimeSpan? wait) : RateLimitLease
    {
        public override bool IsAcquired => wait is null;

        public override IEnumerable<string> MetadataNames => wait is null ? [] : [MetadataName.RetryAfter.Name];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = metadataName == MetadataName.RetryAfter.Name ? wait : null;
            return metadata is not null;
        }
    }
}
