using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Flows.Reading;

/// <summary>A variable is made before it is read or changed.</summary>
internal static class VariableCheck
{
    /// <summary>Adds a fault where the variable does not exist at a step, or not yet.</summary>
    /// <param name="model">The flow.</param>
    /// <param name="step">The step that reads or changes it; null in a trigger.</param>
    /// <param name="name">Name of the variable.</param>
    /// <param name="faults">Takes the fault.</param>
    public static void Require(FlowModel model, FlowStep? step, string name, ICollection<string> faults)
    {
        if (!model.Variables.Contains(name))
        {
            faults.Add($"The variable '{name}' is not declared: no action InitializeVariable makes it. Add one or correct the name.");
        }
        else if (step is null || model.Variables[name].All(made => model.Order.From(step, made.Step).Hidden is not null))
        {
            faults.Add(
                $"The variable '{name}' may not exist yet: the action that makes it is not among those that runAfter leads back to. Run after it."
            );
        }
    }
}
