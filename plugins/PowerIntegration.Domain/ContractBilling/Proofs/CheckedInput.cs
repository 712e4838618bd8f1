using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.ContractBilling.Proofs;

/// <summary>One check of the input.</summary>
/// <param name="Name">What must hold, as a sentence.</param>
/// <param name="State">What was found.</param>
/// <param name="Place">Where it was looked for.</param>
/// <param name="Source">What it was compared with.</param>
/// <param name="Note">What was found, with record, field and value; empty where there is nothing to say.</param>
public sealed record CheckedInput(string Name, InputState State, string Place, string Source, string Note = "")
{
    /// <summary>The inputs to correct or complete, the first of them; empty where there are none.</summary>
    public IReadOnlyList<InputPlace> Places { get; init; } = [];
}
