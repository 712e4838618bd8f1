using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.ReadBack;
using PowerIntegration.Domain.Users;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Holds;

/// <summary>A document and its payment hold as its row says.</summary>
public sealed record HeldDocument
{
    /// <summary>Name of the document.</summary>
    public required string Name { get; init; }

    /// <summary>Its state.</summary>
    public required DocumentState State { get; init; }

    /// <summary>What it pays.</summary>
    public decimal? Amount { get; init; }

    /// <summary>ISO currency code.</summary>
    public required string Currency { get; init; }

    /// <summary>True where Oracle showed its payment hold.</summary>
    public required bool IsPlaced { get; init; }

    /// <summary>True where an invoice of it is known to be in Oracle.</summary>
    public bool IsInOracle { get; init; }

    /// <summary>What is known of its holds beside what it froze.</summary>
    public KnownHolds Known { get; init; } = KnownHolds.None;

    /// <summary>The day on which payment is due even if the owner has not paid; null where only people release the hold.</summary>
    public CalendarDate? Until { get; init; }

    /// <summary>What sets that day; null where there is none.</summary>
    public string? Basis { get; init; }

    /// <summary>Who requested the release; null where no one did.</summary>
    public Person? RequestedBy { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    /// <summary>The second person; null where no one confirmed.</summary>
    public Person? ConfirmedBy { get; init; }

    /// <summary>True where the release left for Oracle.</summary>
    public bool IsSent { get; init; }

    /// <summary>Why it was released; null where it was not.</summary>
    public string? ReleasedWhy { get; init; }

    /// <summary>
    /// True where the hold still is to be looked after: from the moment Oracle has it, also on an invoice that is not posted yet, and after a
    /// reversal by credit, which leaves it on the invoice.
    /// </summary>
    public bool IsOpen => IsPlaced && ReleasedWhy is null && (IsSettled || (IsInOracle && IsOnItsWay));

    /// <summary>True where every invoice of the document has been validated.</summary>
    internal bool IsSettled => State is DocumentState.Posted or DocumentState.Reversed;

    private bool IsOnItsWay => State is DocumentState.Prepared or DocumentState.Submitted or DocumentState.Held;
}
