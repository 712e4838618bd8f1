namespace PowerIntegration.Audit.Orders;

/// <summary>One thing that happens to an order.</summary>
/// <param name="Kind">What.</param>
public sealed record OrderStep(StepKind Kind)
{
    /// <summary>Number of the change order; zero where it is about none.</summary>
    public int Change { get; init; }

    /// <summary>Revision of the change order.</summary>
    public int Revision { get; init; }

    /// <summary>Tiers of its records, 1 to 3.</summary>
    public int Tier { get; init; }

    /// <summary>Its lines.</summary>
    public IReadOnlyList<ChangedLine> Lines { get; init; } = [];

    /// <summary>The row that is billed, or that the buyer changes; a row that does not exist is added.</summary>
    public string Place { get; init; } = "";

    /// <summary>What is billed, or what the buyer adds.</summary>
    public long Cents { get; init; }
}
