using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Documents;

/// <summary>One document of a commitment as its row says, without its lines.</summary>
public sealed record DocumentSummary
{
    /// <summary>Id of the row.</summary>
    public required Guid Id { get; init; }

    /// <summary>What it is about.</summary>
    public DocumentKind Type { get; init; }

    /// <summary>Procore's id of the requisition.</summary>
    public required string ProcoreId { get; init; }

    /// <summary>Sequence number within the commitment.</summary>
    public required int ApplicationNumber { get; init; }

    /// <summary>End of its period; null where it has none or it was not read.</summary>
    public CalendarDate? PeriodEnd { get; init; }

    /// <summary>Revision of the requisition, from 1.</summary>
    public required int Revision { get; init; }

    /// <summary>State.</summary>
    public required DocumentState State { get; init; }

    /// <summary>Why it was stopped, as the row spells it; null where it was not.</summary>
    public string? ReasonText { get; init; }

    /// <summary>The reason as the row says it.</summary>
    public string? Message { get; init; }

    /// <summary>The vendor's own number.</summary>
    public string? InvoiceNumber { get; init; }

    /// <summary>True where the gateway claimed it or began to send it.</summary>
    public bool IsClaimedOrSent { get; init; }

    /// <summary>Hash of the current preparation; null where there is none.</summary>
    public string? ContentHash { get; init; }

    /// <summary>Payable of the current preparation; null where there is none.</summary>
    public decimal? PayableAmount { get; init; }

    /// <summary>Current preparation; null where there is none.</summary>
    public Guid? PreparationId { get; init; }

    /// <summary>Base of the current preparation; null where it had none.</summary>
    public Guid? PreparationBaseId { get; init; }

    /// <summary>Sequence of the current preparation; 0 where there is none.</summary>
    public int PreparationSequence { get; init; }

    /// <summary>Numbers of its invoices that were canceled in Oracle before it was posted. Oracle does not take them again.</summary>
    public IReadOnlyList<string> CanceledNumbers { get; init; } = [];

    /// <summary>True where an invoice of it is, or may be, on its way to Oracle.</summary>
    public bool IsInFlight => State == DocumentState.Submitted || (State == DocumentState.Prepared && IsClaimedOrSent);

    /// <summary>
    /// True where a record of it is, or may be, in the target system, also where it is held: another revision must not be sent beside it.
    /// </summary>
    public bool MayHaveLeft => IsInFlight || (State == DocumentState.Held && IsClaimedOrSent);

    /// <summary>True where it is frozen from the commitment's base and may still post: whatever else posts meanwhile would move the base under it. A
    /// reversal that waits for its second person keeps no one waiting: it is decided again when it is confirmed.</summary>
    public bool IsOnItsWay =>
        State is DocumentState.Prepared or DocumentState.Submitted
        || (State == DocumentState.AwaitingApproval && Type != DocumentKind.Reversal)
        || (State == DocumentState.Held && IsClaimedOrSent);

    /// <summary>True where nothing more is to be expected of it: the next application need not wait.</summary>
    public bool IsDecided =>
        State is DocumentState.Posted or DocumentState.Superseded or DocumentState.Reversed
        || (State == DocumentState.Refused && IsStoppedBy(DocumentReasons.SourceVoid, DocumentReasons.PostedSourceVoid));

    /// <summary>True where one of the codes stopped it.</summary>
    public bool IsStoppedBy(params ReasonCode[] codes) => codes.Any(code => code.Wire == ReasonText);
}
