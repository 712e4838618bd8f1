using System;
using System.Threading;
using System.Threading.Tasks;
using PowerIntegration.Sandbox.Flows.Running;

namespace PowerIntegration.Sandbox.Flows.Actions;

/// <summary>Waits of a run.</summary>
internal static class Waiting
{
    private static readonly TimeSpan PastDeadline = TimeSpan.FromTicks(1);

    /// <summary>Waits until a time, or until just past the action's deadline if that comes first.</summary>
    public static async Task UntilAsync(ActionCall call, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var clock = call.Context.Services.Clock;
        var end = call.Deadline + PastDeadline is { } limit && limit < until ? limit : until;
        var wait = end - clock.GetUtcNow();
        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, clock, cancellationToken);
        }
    }
}
