using PowerIntegration.Domain.Documents;

namespace PowerIntegration.Domain.Billing;

/// <summary>One line of the contract from its posted balance to its balance with this application.</summary>
public sealed record LineStep
{
    /// <summary>Procore's id of the schedule-of-values line.</summary>
    public required string ProcoreLineId { get; init; }

    /// <summary>Description.</summary>
    public string? Description { get; init; }

    /// <summary>Procore's WBS code as text.</summary>
    public string? FlatCode { get; init; }

    /// <summary>Scheduled value, C.</summary>
    public required decimal ScheduledValue { get; init; }

    /// <summary>Balance at the base.</summary>
    public required LineBalance Before { get; init; }

    /// <summary>Balance with this application.</summary>
    public required LineBalance After { get; init; }

    /// <summary>What the application says of the line; null where it does not mention it, and the balance stays.</summary>
    public SourceInvoiceLine? Source { get; init; }

    /// <summary>The movement.</summary>
    public LineMovement Movement => LineMovement.Between(Before, After);
}
