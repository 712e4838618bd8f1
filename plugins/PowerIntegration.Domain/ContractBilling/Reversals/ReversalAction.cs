using PowerIntegration.Domain.ContractBilling.Documents;
using PowerIntegration.Domain.Dates;

namespace PowerIntegration.Domain.ContractBilling.Reversals;

/// <summary>How one posted document is reversed. Gross and retainage are reversed together.</summary>
public abstract record ReversalAction
{
    private ReversalAction() { }

    /// <summary>The document that is reversed.</summary>
    public required PostedDocument Original { get; init; }

    /// <summary>The day on which it posts: the original's where that period is open, else the first day of the next open one.</summary>
    public required CalendarDate AccountingDate { get; init; }

    /// <summary>True where the original's period is closed.</summary>
    public bool IsRolled { get; init; }

    /// <summary>The original is unpaid, its period is open, and it is canceled in Oracle.</summary>
    public sealed record Cancel : ReversalAction;

    /// <summary>
    /// The original is paid, or its period is closed; a document with the opposite of each of its lines reverses it and refers to it.
    /// </summary>
    public sealed record Credit : ReversalAction
    {
        /// <summary>The document; its lines are in the order of the original.</summary>
        public required BillingDocument Document { get; init; }
    }
}
