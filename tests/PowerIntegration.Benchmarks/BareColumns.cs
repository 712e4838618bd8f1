using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Ledger;

namespace PowerIntegration.Benchmarks;

/// <summary>The columns of one line before it is billed: what the loop reads.</summary>
public sealed record BareColumns(
    string LineId,
    decimal Scheduled,
    decimal WorkPrevious,
    decimal WorkThisPeriod,
    decimal Stored,
    decimal GrossBefore,
    decimal HeldBefore
)
{
    /// <summary>Takes the columns out of the engine's inputs.</summary>
    public static BareColumns Of(ContractLine posted, ApplicationLine line) =>
        new(
            posted.LineId,
            posted.ScheduledValue,
            line.WorkPrevious!.Value,
            line.WorkThisPeriod!.Value,
            line.MaterialsStored!.Value,
            posted.Posted.Gross,
            posted.Posted.Retainage.Total
        );
}
