namespace PowerIntegration.Domain.PurchaseOrders.Policies;

/// <summary>How change orders of a commitment change its purchase order.</summary>
public enum ChangeOrderPolicy
{
    /// <summary>Each line of a change order becomes a new purchase order line.</summary>
    Append,

    /// <summary>A line that names a schedule-of-values line changes its purchase order line; others become new lines.</summary>
    Amend,

    /// <summary>A line that names a schedule-of-values line becomes a new schedule of its purchase order line; others become new lines.</summary>
    Schedule,

    /// <summary>One purchase order line takes all change orders.</summary>
    Aggregate,

    /// <summary>Each change order becomes a purchase order of its own.</summary>
    Separate,
}
