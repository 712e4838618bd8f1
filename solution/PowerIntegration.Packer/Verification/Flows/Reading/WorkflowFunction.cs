using PowerIntegration.Packer.Verification.Flows.Typing;

namespace PowerIntegration.Packer.Verification.Flows.Reading;

/// <summary>A function of the workflow language.</summary>
/// <param name="Name">Name as the documentation spells it.</param>
/// <param name="Least">Fewest arguments.</param>
/// <param name="Most">Most arguments.</param>
/// <param name="Gives">What it gives.</param>
internal sealed record WorkflowFunction(string Name, int Least, int Most, ValueShape Gives);
