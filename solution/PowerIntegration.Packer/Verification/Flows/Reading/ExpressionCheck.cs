using System.Text.Json.Nodes;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Flows.Typing;
using PowerIntegration.Packer.Verification.Json;

namespace PowerIntegration.Packer.Verification.Flows.Reading;

/// <summary>Every expression of a flow can be read, and what it names exists and has run when it is evaluated.</summary>
internal static class ExpressionCheck
{
    // Where a call goes and what a schema says are not evaluated; the schema of a filter's input is its data.
    private static readonly string[] NotEvaluated = ["host", "authentication", "schema", "variables"];

    /// <summary>What is wrong in a flow.</summary>
    public static IEnumerable<Finding> Find(FlowModel model) =>
        model
            .Flow.Triggers.SelectMany(trigger => Trigger(model, trigger.Key, trigger.Value))
            .Concat(model.Flow.Steps.SelectMany(step => Step(model, step)))
            .Select(fault => model.Flow.Says(fault.Place, fault.Sentence));

    private static IEnumerable<JsonFault> Trigger(FlowModel model, string name, JsonNode? trigger)
    {
        ReadingPlace before = new(model, null, false, null);
        ReadingPlace after = before with { HasTrigger = true };
        return
        [
            .. Texts(before, trigger.Member("inputs").Member("parameters"), $"{name}/inputs/parameters"),
            .. trigger
                .Member("conditions")
                .Items()
                .SelectMany(
                    (condition, index) => new ConditionVisit(after).Find(condition.Member("expression"), $"{name}/conditions[{index}]/expression")
                ),
            .. SplitOn(after with { IsBeforeSplit = true }, trigger.Member("splitOn"), $"{name}/splitOn"),
        ];
    }

    private static IEnumerable<JsonFault> SplitOn(ReadingPlace place, JsonNode? splitOn, string where) =>
        splitOn is null ? [] : List(place, splitOn, where, "splitOn");

    private static IEnumerable<JsonFault> Step(FlowModel model, FlowStep step)
    {
        ReadingPlace place = ReadingPlace.In(model, step);
        return [.. Inputs(place, step), .. Control(place, step), .. Texts(place, step.Node["limit"], $"{step.Name}/limit")];
    }

    private static IEnumerable<JsonFault> Inputs(ReadingPlace place, FlowStep step)
    {
        string where = $"{step.Name}/inputs";
        JsonNode? inputs = step.Node["inputs"];
        switch (step.Kind)
        {
            case "Compose":
                return Texts(place, inputs, where);
            case "Query" or "Select" or "Table" or "Join":
                ReadingPlace perEntry = place with { Item = StepOutputs.EntryOfInput(place.Model, step) };
                return
                [
                    .. List(place, inputs.Member("from"), $"{where}/from", step.Kind),
                    .. inputs.Member("where") is { } condition ? new ConditionVisit(perEntry).Find(condition, $"{where}/where") : [],
                    .. Texts(perEntry, inputs.Member("select"), $"{where}/select"),
                    .. Texts(perEntry, inputs.Member("columns"), $"{where}/columns"),
                    .. Texts(place, inputs.Member("joinWith"), $"{where}/joinWith"),
                ];
            case "InitializeVariable":
                return inputs
                    .Member("variables")
                    .Items()
                    .SelectMany((variable, index) => Texts(place, variable.Member("value"), $"{where}/variables[{index}]/value"));
            default:
                return inputs
                    .Members()
                    .Where(member => !NotEvaluated.Contains(member.Key))
                    .SelectMany(member => Texts(place, member.Value, $"{where}/{member.Key}"));
        }
    }

    private static IEnumerable<JsonFault> Control(ReadingPlace place, FlowStep step) =>
        step.Kind switch
        {
            "If" or "Until" => new ConditionVisit(place).Find(step.Node["expression"], $"{step.Name}/expression"),
            "Switch" => Switch(place, step),
            "Foreach" => List(place, step.Node["foreach"], $"{step.Name}/foreach", "Foreach"),
            _ => [],
        };

    private static IEnumerable<JsonFault> Switch(ReadingPlace place, FlowStep step)
    {
        ExpressionVisit visit = new(place);
        ValueShape shape = visit.Value(step.Node["expression"]);
        foreach (KeyValuePair<string, JsonNode?> entry in step.Node["cases"].Members())
        {
            ExpressionVisit comparison = new(place);
            JsonNode? literal = entry.Value.Member("case");
            comparison.Compare(shape, null, comparison.Value(literal), literal);
            foreach (string sentence in comparison.Faults)
            {
                yield return new JsonFault($"{step.Name}/cases/{entry.Key}/case", sentence);
            }
        }

        foreach (string sentence in visit.Faults)
        {
            yield return new JsonFault($"{step.Name}/expression", sentence);
        }
    }

    private static IEnumerable<JsonFault> List(ReadingPlace place, JsonNode? value, string where, string user)
    {
        if (value is JsonArray)
        {
            return Texts(place, value, where);
        }

        ExpressionVisit visit = new(place);
        ValueShape shape = visit.Value(value);
        string[] kind =
            shape is ListShape || (shape == ValueShape.Unknown && value is not JsonObject)
                ? []
                : [$"{user} takes a list, and this is {shape.What}. Give it a list, such as the member value of an answer."];
        return visit.Faults.Concat(kind).Select(sentence => new JsonFault(where, sentence));
    }

    private static IEnumerable<JsonFault> Texts(ReadingPlace place, JsonNode? value, string where) =>
        EvaluatedValues
            .In(value, where)
            .SelectMany(found =>
            {
                ExpressionVisit visit = new(place);
                visit.Value(found.Text);
                return visit.Faults.Select(sentence => new JsonFault(found.Place, sentence));
            });
}
