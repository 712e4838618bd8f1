using System.Text.Json.Nodes;
using PowerIntegration.Local.Expressions;
using PowerIntegration.Local.Expressions.Evaluation;

namespace PowerIntegration.Local.Flows.Running;

/// <summary>What an expression of a run sees from one frame.</summary>
internal sealed class RunScope(RunContext context, Frame frame) : IExpressionScope
{
    /// <inheritdoc/>
    public DateTimeOffset UtcNow => context.Services.Clock.GetUtcNow();

    /// <summary>An evaluator for a frame.</summary>
    public static ExpressionEvaluator Evaluator(RunContext context, Frame frame) => new(new RunScope(context, frame));

    /// <inheritdoc/>
    public Guid NextGuid() => context.Services.Ids.NextGuid();

    /// <inheritdoc/>
    public int NextInt(int exclusiveMax) => context.Services.Ids.NextInt(exclusiveMax);

    /// <inheritdoc/>
    public JsonNode? Parameter(string name) => FlowParameters.Read(context.Run.Flow, context.Services.Settings, name);

    /// <inheritdoc/>
    public JsonNode? TriggerOutputs() => context.Run.TriggerOutputs;

    /// <inheritdoc/>
    public JsonObject Trigger() =>
        new()
        {
            ["name"] = context.Run.Flow.Trigger.Name,
            ["outputs"] = Values.Copy(context.Run.TriggerOutputs),
            ["startTime"] = context.Run.StartTime.UtcDateTime.ToString("o", System.Globalization.CultureInfo.InvariantCulture),
            ["clientTrackingId"] = context.Run.Id,
            ["status"] = "Succeeded",
        };

    /// <inheritdoc/>
    public JsonNode? ActionOutputs(string name) => frame.Find(name).Outcome.Outputs;

    /// <inheritdoc/>
    public JsonObject Action(string name) => frame.Find(name).ToJson(context.Run.Id);

    /// <inheritdoc/>
    public JsonNode? Variable(string name) => context.Variables.Read(name);

    /// <inheritdoc/>
    public JsonNode? Item(string? loopName)
    {
        var pass = frame.Nearest(candidate =>
            candidate.HasItem && (loopName is null || string.Equals(candidate.Loop, loopName, StringComparison.OrdinalIgnoreCase))
        );
        return pass is null
            ? throw new ExpressionException(loopName is null ? "item() has no loop around it." : $"items('{loopName}') is not inside that loop.")
            : pass.Item;
    }

    /// <inheritdoc/>
    public long IterationIndex(string loopName) =>
        frame.Nearest(candidate => string.Equals(candidate.Loop, loopName, StringComparison.OrdinalIgnoreCase))?.Index
        ?? throw new ExpressionException($"iterationIndexes('{loopName}') is not inside that loop.");

    /// <inheritdoc/>
    public JsonArray Results(string scopeName) =>
        new([.. frame.Find(scopeName).Outcome.Children.Select(child => (JsonNode)child.ToJson(context.Run.Id))]);

    /// <inheritdoc/>
    public JsonObject Workflow()
    {
        var flow = context.Run.Flow;
        return new JsonObject
        {
            ["id"] = $"/workflows/{flow.WorkflowId}",
            ["name"] = flow.WorkflowId.ToString(),
            ["type"] = "Microsoft.Logic/workflows",
            ["tags"] = new JsonObject { ["flowDisplayName"] = flow.Name },
            ["run"] = new JsonObject
            {
                ["id"] = $"/workflows/{flow.WorkflowId}/runs/{context.Run.Id}",
                ["name"] = context.Run.Id,
                ["type"] = "Microsoft.Logic/workflows/runs",
            },
        };
    }
}
