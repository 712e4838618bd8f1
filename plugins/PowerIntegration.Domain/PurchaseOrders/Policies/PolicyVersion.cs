using PowerIntegration.Domain.Dates;

namespace PowerIntegration.Domain.PurchaseOrders.Policies;

/// <summary>A version of the policy of one commitment. One person enters it, a controller signs it.</summary>
public sealed record PolicyVersion
{
    /// <summary>Key of its row.</summary>
    public required string Key { get; init; }

    /// <summary>The policy.</summary>
    public required ChangeOrderPolicy Policy { get; init; }

    /// <summary>First day of approval that it applies to.</summary>
    public required CalendarDate ValidFrom { get; init; }

    /// <summary>Last day of approval that it applies to; null for no end.</summary>
    public CalendarDate? ValidTo { get; init; }

    /// <summary>Who entered it.</summary>
    public required string EnteredBy { get; init; }

    /// <summary>The controller who signed it; null where it is not signed.</summary>
    public string? SignedBy { get; init; }

    /// <summary>What happens with a change order that may be billed before it is approved.</summary>
    public PendingBillableRule PendingBillable { get; init; }

    /// <summary>Why change orders are sent before their approval; null where they are not.</summary>
    public string? EarlyReason { get; init; }

    /// <summary>The line type for credits that Oracle has been given; null where there is none.</summary>
    public string? CreditLineType { get; init; }

    /// <summary>True where a person other than the one who entered it has signed it.</summary>
    public bool IsSigned => !string.IsNullOrEmpty(SignedBy) && !string.Equals(SignedBy, EnteredBy, StringComparison.OrdinalIgnoreCase);

    /// <summary>True where it applies to a change order that was approved on the day.</summary>
    public bool HoldsOn(CalendarDate day) => ValidFrom <= day && (ValidTo is not { } last || day <= last);
}
