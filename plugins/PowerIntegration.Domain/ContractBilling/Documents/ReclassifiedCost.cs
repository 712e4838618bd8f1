namespace PowerIntegration.Domain.ContractBilling.Documents;

/// <summary>Posted cost that moves from one coding to another by a journal: the document itself carries only what is new.</summary>
/// <param name="LineId">The schedule-of-values line.</param>
/// <param name="From">Coding that is credited, as text; null where the line had none.</param>
/// <param name="To">Coding that is debited, as text; null where the line has none.</param>
/// <param name="Amount">The cost in the major unit, credits negative.</param>
public sealed record ReclassifiedCost(string LineId, string? From, string? To, decimal Amount)
{
    /// <summary>The move back.</summary>
    public ReclassifiedCost Back => new(LineId, To, From, Amount);
}
