using System.Text.Json.Nodes;
using PowerIntegration.Local.Expressions;
using PowerIntegration.Local.Flows.Definition;
using PowerIntegration.Local.Flows.Running;

namespace PowerIntegration.Local.Flows.Actions;

/// <summary>Delay and Delay until; on the driven clock they move the time.</summary>
internal static class WaitActions
{
    /// <summary>Waits for a number of units.</summary>
    public static async Task<ActionOutcome> RunForAsync(ActionCall call, ActionDefinition.WaitFor wait, CancellationToken cancellationToken)
    {
        var count = call.Evaluate(wait.Count);
        if (Values.KindOf(count) != ValueKind.WholeNumber || count!.GetValue<long>() < 0)
        {
            throw new ExpressionException($"The interval to wait is {CompactJson.Write(count)} and must be a whole number that is not negative.");
        }

        var now = call.Context.Services.Clock.GetUtcNow();
        return await DelayAsync(
            call,
            Later(now, count.GetValue<long>(), wait.Unit),
            new JsonObject { ["count"] = Values.Copy(count), ["unit"] = wait.Unit },
            cancellationToken
        );
    }

    /// <summary>Waits until a time.</summary>
    public static async Task<ActionOutcome> RunUntilAsync(ActionCall call, ActionDefinition.WaitUntil wait, CancellationToken cancellationToken)
    {
        var text = TextForm.Of(call.Evaluate(wait.Timestamp));
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var until)
            ? await DelayAsync(call, until, new JsonObject { ["timestamp"] = text }, cancellationToken)
            : throw new ExpressionException($"The time to wait for is '{text}', which is not a timestamp.");
    }

    private static async Task<ActionOutcome> DelayAsync(ActionCall call, DateTimeOffset until, JsonObject inputs, CancellationToken cancellationToken)
    {
        await Waiting.UntilAsync(call, until, cancellationToken);
        return ActionOutcome.Success(inputs, null);
    }

    private static DateTimeOffset Later(DateTimeOffset now, long count, string unit) =>
        unit.ToUpperInvariant() switch
        {
            "SECOND" => now.AddSeconds(count),
            "MINUTE" => now.AddMinutes(count),
            "HOUR" => now.AddHours(count),
            "DAY" => now.AddDays(count),
            "WEEK" => now.AddDays(7 * count),
            "MONTH" => now.AddMonths(checked((int)count)),
            _ => throw new ExpressionException($"The unit of time '{unit}' does not exist."),
        };
}
