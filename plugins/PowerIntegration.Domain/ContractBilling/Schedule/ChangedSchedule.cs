using PowerIntegration.Domain.ContractBilling.Ledger;

namespace PowerIntegration.Domain.ContractBilling.Schedule;

/// <summary>The ledger's lines after changes of the schedule of values. No money moved.</summary>
/// <param name="Lines">The lines.</param>
/// <param name="Deleted">Deleted lines that were billed, with what becomes of that.</param>
/// <param name="Reclassified">Lines as they were coded before, where what is posted moves to another coding.</param>
internal sealed record ChangedSchedule(
    IReadOnlyList<ContractLine> Lines,
    IReadOnlyDictionary<string, DeletedLine> Deleted,
    IReadOnlyList<ContractLine> Reclassified
);
