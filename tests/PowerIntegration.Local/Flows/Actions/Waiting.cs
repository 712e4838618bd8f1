using PowerIntegration.Local.Flows.Running;

namespace PowerIntegration.Local.Flows.Actions;

/// <summary>Waits of a run.</summary>
internal static class Waiting
{
    // Timers count whole milliseconds and cut the rest off, so a wait that must not end early is rounded up.
    private static readonly TimeSpan PastDeadline = TimeSpan.FromMilliseconds(1);

    /// <summary>Waits until a time, or until just past the action's deadline if that comes first.</summary>
    public static async Task UntilAsync(ActionCall call, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var clock = call.Context.Services.Clock;
        var end = call.Deadline + PastDeadline is { } limit && limit < until ? limit : until;
        var wait = end - clock.GetUtcNow();
        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(
                TimeSpan.FromMilliseconds((long)Math.Ceiling(wait.Ticks / (decimal)TimeSpan.TicksPerMillisecond), 0),
                clock,
                cancellationToken
            );
        }
    }
}
