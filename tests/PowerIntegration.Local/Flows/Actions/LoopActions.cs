using System.Text.Json.Nodes;
using PowerIntegration.Local.Expressions;
using PowerIntegration.Local.Flows.Definition;
using PowerIntegration.Local.Flows.Running;

namespace PowerIntegration.Local.Flows.Actions;

/// <summary>Foreach and Until.</summary>
internal static class LoopActions
{
    /// <summary>
    /// Runs a pass for each element. Passes that run at once advance in step, one round of actions each, so that a race for a variable
    /// shows, and shows the same every time.
    /// </summary>
    public static async Task<ActionOutcome> RunForeachAsync(ActionCall call, ActionDefinition.Foreach loop, CancellationToken cancellationToken)
    {
        var items = call.Evaluate(loop.Items) as JsonArray ?? throw new ExpressionException("The value to loop over is not a list.");
        if (items.Count > call.Context.Services.Settings.MaximumLoopItems)
        {
            throw new ExpressionException(
                $"The list has {items.Count} elements, and a loop takes {call.Context.Services.Settings.MaximumLoopItems} at most."
            );
        }

        var passes = items
            .Select((item, index) => new ActionGraph(call.Context, loop.Actions, call.Frame.ForItem(loop.Name, item, index), call.Deadline))
            .ToList();
        var active = new List<ActionGraph>();
        var next = 0;
        while (next < passes.Count || active.Count > 0)
        {
            while (active.Count < loop.Repetitions && next < passes.Count)
            {
                active.Add(passes[next++]);
            }

            await Task.WhenAll(active.Select(pass => pass.RunRoundAsync(cancellationToken)));
            active.RemoveAll(pass => pass.IsDone);
        }

        return ScopeOutcome.Of(
            call.Context,
            passes.Exists(pass => pass.IsTimedOut),
            passes.Exists(pass => pass.IsFailed),
            [.. passes.SelectMany(pass => pass.Results)]
        ) with
        {
            Inputs = new JsonObject { ["itemsCount"] = (long)items.Count },
        };
    }

    /// <summary>Runs passes until the condition holds; the limit of passes ends it without failure, the limit of time times it out.</summary>
    public static async Task<ActionOutcome> RunUntilAsync(ActionCall call, ActionDefinition.Until loop, CancellationToken cancellationToken)
    {
        var clock = call.Context.Services.Clock;
        var end = clock.GetUtcNow() + loop.LimitTime;
        end = call.Deadline < end ? call.Deadline.Value : end;
        var children = new List<ActionResult>();
        var isFailed = false;
        for (var index = 0; index < loop.LimitCount; index++)
        {
            var frame = call.Frame.ForPass(loop.Name, index);
            var pass = new ActionGraph(call.Context, loop.Actions, frame, end);
            await pass.RunAsync(cancellationToken);
            children.AddRange(pass.Results);
            isFailed = pass.IsFailed;
            var isStopped = call.Context.End is not null || pass.IsTimedOut || clock.GetUtcNow() > end;
            if (isStopped || Condition.Evaluate(RunScope.Evaluator(call.Context, frame), loop.Expression))
            {
                break;
            }
        }

        return ScopeOutcome.Of(call.Context, clock.GetUtcNow() > end, isFailed, children);
    }
}
