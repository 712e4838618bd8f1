using System.Text.Json.Nodes;
using PowerIntegration.Local.Expressions;
using PowerIntegration.Local.Expressions.Evaluation;
using PowerIntegration.Local.Flows.Running;
using PowerIntegration.Local.Flows.Triggers;

namespace PowerIntegration.Local.Flows.Runtime;

/// <summary>Splits what a trigger delivered and checks the trigger's conditions for each part.</summary>
internal static class TriggerGate
{
    /// <summary>The outputs with which runs start; empty when a condition does not hold.</summary>
    /// <exception cref="ExpressionException">The split or a condition cannot be evaluated.</exception>
    public static IReadOnlyList<JsonObject> Open(Delivery delivery, FlowServices services) =>
        [.. Split(delivery, services).Where(outputs => Holds(delivery, outputs, services))];

    private static IEnumerable<JsonObject> Split(Delivery delivery, FlowServices services)
    {
        if (delivery.Flow.Trigger.Header.SplitOn is not { } splitOn)
        {
            return [delivery.Outputs];
        }

        var list =
            EvaluatorFor(delivery, delivery.Outputs, services).EvaluateText(splitOn) as JsonArray
            ?? throw new ExpressionException($"The splitOn expression '{splitOn}' does not give a list.");
        return list.Select(element =>
        {
            var outputs = (JsonObject)delivery.Outputs.DeepClone();
            outputs["body"] = Values.Copy(element);
            return outputs;
        });
    }

    private static bool Holds(Delivery delivery, JsonObject outputs, FlowServices services)
    {
        var evaluator = EvaluatorFor(delivery, outputs, services);
        return delivery.Flow.Trigger.Header.Conditions.All(condition => Actions.Condition.Evaluate(evaluator, JsonValue.Create(condition)));
    }

    private static ExpressionEvaluator EvaluatorFor(Delivery delivery, JsonObject outputs, FlowServices services)
    {
        var run = new FlowRun(string.Empty, delivery.Flow, outputs, services.Clock.GetUtcNow());
        return RunScope.Evaluator(new RunContext(run, services), Frame.Top());
    }
}
