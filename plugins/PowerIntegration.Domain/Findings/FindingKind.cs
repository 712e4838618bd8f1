namespace PowerIntegration.Domain.Findings;

/// <summary>A kind of finding.</summary>
/// <param name="Wire">As rows and keys carry it, such as <c>document-stopped</c>.</param>
public sealed record FindingKind(string Wire)
{
    /// <summary>A document is Held or Refused.</summary>
    public static FindingKind DocumentStopped { get; } = new("document-stopped");

    /// <summary>A document was received, prepared or sent, and does not arrive.</summary>
    public static FindingKind DocumentUnfinished { get; } = new("document-unfinished");

    /// <summary>A reversal was requested and waits for its second person.</summary>
    public static FindingKind ReversalUnconfirmed { get; } = new("reversal-unconfirmed");

    /// <summary>A document was reversed and has not been posted again: nothing pays it.</summary>
    public static FindingKind DocumentReversed { get; } = new("document-reversed");

    /// <summary>A noticed change cannot be read or prepared.</summary>
    public static FindingKind EventFailed { get; } = new("event-failed");

    /// <summary>One project's changes cannot be polled.</summary>
    public static FindingKind CursorStalled { get; } = new("cursor-stalled");

    /// <summary>Oracle refuses the payment hold of an invoice, which therefore stays there without validation.</summary>
    public static FindingKind PaymentHoldRefused { get; } = new("payment-hold-refused");

    /// <summary>A payment hold was released in Oracle while payment still waits.</summary>
    public static FindingKind PaymentHoldReleased { get; } = new("payment-hold-released");

    /// <summary>A payment hold cannot be looked up or released.</summary>
    public static FindingKind PaymentHoldStuck { get; } = new("payment-hold-stuck");

    /// <summary>A flow failed as a whole.</summary>
    public static FindingKind FlowFailed { get; } = new("flow-failed");

    /// <summary>A user has roles that one person must not have.</summary>
    public static FindingKind ConflictingRoles { get; } = new("conflicting-roles");

    /// <summary>A document was approved in two places.</summary>
    public static FindingKind ApprovedTwice { get; } = new("approved-twice");

    /// <summary>Oracle's approvers rejected a posted document: it is booked and will not be paid.</summary>
    public static FindingKind OracleRejected { get; } = new("oracle-rejected");

    /// <summary>An answer to a request for approval was not written by the person in whose name it stands, or was given to something else.</summary>
    public static FindingKind ApprovalForged { get; } = new("approval-forged");

    /// <summary>A request for approval is not answered.</summary>
    public static FindingKind ApprovalOverdue { get; } = new("approval-overdue");

    /// <summary>A decision in Teams was not passed on to the step of a Procore workflow.</summary>
    public static FindingKind WorkflowNotAnswered { get; } = new("workflow-not-answered");

    /// <summary>Files of a posted document cannot be attached to its invoice.</summary>
    public static FindingKind AttachmentsNotSent { get; } = new("attachments-not-sent");

    /// <summary>Files of a posted document were not attached to its invoice yet, because something failed.</summary>
    public static FindingKind AttachmentsUnfinished { get; } = new("attachments-unfinished");

    /// <summary>A plug-in step, role, flow or the plug-in assembly is not as it was released.</summary>
    public static FindingKind ReleaseDiffers { get; } = new("release-differs");

    /// <summary>A row that was frozen or activated does not have the content of its hash any more.</summary>
    public static FindingKind ContentChanged { get; } = new("content-changed");

    /// <summary>A row does not have the hash that was anchored outside Dataverse, or the chain of hashes there is not whole.</summary>
    public static FindingKind AnchorDiffers { get; } = new("anchor-differs");
}
