using System.Text.Json.Nodes;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Flows.Reading;

/// <summary>Variables are made once, changed as their type allows, and never from themselves.</summary>
internal static class VariableUseCheck
{
    private const int VariablesMax = 250;

    private static readonly Dictionary<string, string[]> TypesOfChange = new()
    {
        ["AppendToArrayVariable"] = ["array"],
        ["AppendToStringVariable"] = ["string"],
        ["IncrementVariable"] = ["integer", "float"],
        ["DecrementVariable"] = ["integer", "float"],
    };

    /// <summary>What is wrong in a flow.</summary>
    public static IEnumerable<Finding> Find(FlowModel model) =>
        [
            .. Made(model),
            .. model
                .Flow.Steps.Where(step => step.Kind.EndsWith("Variable", StringComparison.Ordinal) && step.Kind != "InitializeVariable")
                .SelectMany(step => Changed(model, step)),
        ];

    private static IEnumerable<Finding> Made(FlowModel model)
    {
        if (model.Variables.Count > VariablesMax)
        {
            yield return model.Flow.Says("actions", $"The flow makes {model.Variables.Count} variables. Make at most {VariablesMax}.");
        }

        foreach (IGrouping<string, (FlowStep Step, JsonNode? Variable)> made in model.Variables)
        {
            if (made.Count() > 1)
            {
                yield return model.Flow.Says(
                    $"{made.Last().Step.Name}/inputs",
                    $"The variable '{made.Key}' is made twice. Remove one InitializeVariable."
                );
            }

            foreach ((FlowStep step, JsonNode? variable) in made.Where(entry => entry.Variable.Members().ContainsKey("value")))
            {
                if (ValueFit.Fault(VariableType.Of(variable), variable.Member("value"), ReadingPlace.In(model, step)) is { } fault)
                {
                    yield return model.Flow.Says($"{step.Name}/inputs/variables[0]/value", fault);
                }
            }
        }
    }

    private static IEnumerable<Finding> Changed(FlowModel model, FlowStep step)
    {
        JsonNode? inputs = step.Node["inputs"];
        string name = inputs.Member("name").Text() ?? "";
        List<string> faults = [];
        VariableCheck.Require(model, step, name, faults);
        JsonNode? variable = model.Variables[name].FirstOrDefault().Variable;
        string type = variable.Member("type").Text() ?? "";
        if (TypesOfChange.TryGetValue(step.Kind, out string[]? types) && type.Length > 0 && !types.Contains(type))
        {
            faults.Add($"The variable '{name}' is of type {type}; {step.Kind} changes {string.Join(" and ", types)}. Use SetVariable.");
        }

        bool isSum = step.Kind is "AppendToStringVariable" or "IncrementVariable" or "DecrementVariable";
        if (isSum && ValueFit.Required(VariableType.Of(variable), inputs.Member("value"), ReadingPlace.In(model, step), true) is { } misfit)
        {
            faults.Add(misfit);
        }

        if (step.Kind == "SetVariable")
        {
            faults.AddRange(
                ValueFit.Fault(VariableType.Of(variable), inputs.Member("value"), ReadingPlace.In(model, step)) is { } fault ? [fault] : []
            );
            faults.AddRange(
                ReadsItself(inputs.Member("value"), name)
                    ? [$"The variable '{name}' is set from itself, which the platform refuses. Take a Compose in between."]
                    : []
            );
        }

        return faults.Select(sentence => model.Flow.Says($"{step.Name}/inputs", sentence));
    }

    private static bool ReadsItself(JsonNode? value, string name) =>
        EvaluatedValues.In(value, "").Any(found => found.Text.Text()!.Contains($"variables('{name}')", StringComparison.OrdinalIgnoreCase));
}
