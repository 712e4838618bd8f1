using PowerIntegration.Domain.Wbs;

namespace PowerIntegration.Domain.PurchaseOrders.Predictions;

/// <summary>What a line of a change order adds to what Oracle has of it.</summary>
internal sealed record LineDifference
{
    public required string LineId { get; init; }

    public required string? CommitmentLineId { get; init; }

    public required string Description { get; init; }

    public required TaskCoding Coding { get; init; }

    public required decimal Amount { get; init; }

    public required decimal? Quantity { get; init; }

    public required decimal? UnitCost { get; init; }

    /// <summary>True where Oracle has an earlier revision of the line.</summary>
    public required bool WasImplemented { get; init; }
}
