using PowerIntegration.Domain.PurchaseOrders.Policies;

namespace PowerIntegration.Domain.PurchaseOrders.Billing;

/// <summary>What an approved invoice bills on one line of the commitment or of a change order.</summary>
/// <param name="LineId">ID of that line in Procore.</param>
/// <param name="Amount">Its movement, without tax.</param>
public sealed record BilledLine(string LineId, decimal Amount)
{
    /// <summary>Number of the change order that the line belongs to; null for a line of the commitment.</summary>
    public string? ChangeOrderNumber { get; init; }

    /// <summary>The policy that the change order followed; it says where its line is ordered. Null for a line of the commitment.</summary>
    public ChangeOrderPolicy? Policy { get; init; }

    /// <summary>The schedule-of-values line: the line itself, or the one that a line of a change order changes; null for none.</summary>
    public string? CommitmentLineId { get; init; }
}
