namespace PowerIntegration.Domain.Attachments;

/// <summary>Whether a file of a Procore record is attached in Oracle. The order is the order of the choice <c>pint_attachmentstate</c>.</summary>
public enum AttachmentState
{
    /// <summary>It will be attached; a failure that may pass leaves it here.</summary>
    Waiting,

    /// <summary>It is attached.</summary>
    Sent,

    /// <summary>It cannot be attached as it is.</summary>
    NotSent,

    /// <summary>It was removed from the record before it was attached.</summary>
    Withdrawn,
}
