using System.Text.Json.Nodes;
using PowerIntegration.Local.Expressions.Evaluation;

namespace PowerIntegration.Local.Flows.Running;

/// <summary>One action under way.</summary>
/// <param name="Context">The run.</param>
/// <param name="Frame">The loop pass it belongs to.</param>
/// <param name="Deadline">When it must be done; null is never.</param>
internal sealed record ActionCall(RunContext Context, Frame Frame, DateTimeOffset? Deadline)
{
    /// <summary>Evaluates expressions as this action sees them.</summary>
    public ExpressionEvaluator Evaluator { get; } = RunScope.Evaluator(Context, Frame);

    /// <summary>Evaluates a template.</summary>
    public JsonNode? Evaluate(JsonNode? template) => Evaluator.EvaluateTemplate(template);
}
