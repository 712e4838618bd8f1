using System.Text.Json.Nodes;
using PowerIntegration.Local.Clock;
using PowerIntegration.Local.Expressions;
using PowerIntegration.Local.Expressions.Evaluation;

namespace PowerIntegration.Local.Tests.Flows.Expressions;

/// <summary>A scope without run: only time and chance exist.</summary>
internal sealed class PlainScope : IExpressionScope
{
    private readonly SeededIdSource ids = new(7);

    public DateTimeOffset UtcNow => new(2025, 11, 30, 17, 4, 5, TimeSpan.Zero);

    public static JsonNode? Evaluate(string text) => new ExpressionEvaluator(new PlainScope()).EvaluateText(text);

    public Guid NextGuid() => ids.NextGuid();

    public int NextInt(int exclusiveMax) => ids.NextInt(exclusiveMax);

    public JsonNode? Parameter(string name) => throw NoRun();

    public JsonObject Trigger() => throw NoRun();

    public JsonNode? TriggerOutputs() => throw NoRun();

    public JsonNode? ActionOutputs(string name) => throw NoRun();

    public JsonObject Action(string name) => throw NoRun();

    public JsonNode? Variable(string name) => throw NoRun();

    public JsonNode? Item(string? loopName) => throw NoRun();

    public long IterationIndex(string loopName) => throw NoRun();

    public JsonArray Results(string scopeName) => throw NoRun();

    public JsonObject Workflow() => throw NoRun();

    private static ExpressionException NoRun() => new("There is no run.");
}
