using PowerIntegration.Domain.ContractBilling.Ledger;

namespace PowerIntegration.Domain.ContractBilling.Schedule;

/// <summary>The ledger's lines after changes of the schedule of values. No money moved.</summary>
/// <param name="Lines">The lines.</param>
/// <param name="Deleted">Deleted lines that were billed, with the treatment of the billed amount.</param>
/// <param name="Reclassified">Lines with their former coding, where the posted amount moves to another coding.</param>
internal sealed record ChangedSchedule(
    IReadOnlyList<ContractLine> Lines,
    IReadOnlyDictionary<string, DeletedLine> Deleted,
    IReadOnlyList<ContractLine> Reclassified
);
