namespace PowerIntegration.Domain.Attachments;

/// <summary>A file of a document as its row says.</summary>
/// <param name="Id">The row.</param>
/// <param name="State">State.</param>
/// <param name="Reason">Why it is not attached; null where nothing was tried, or nothing went wrong.</param>
public sealed record StoredAttachment(Guid Id, AttachmentState State, string? Reason)
{
    /// <summary>True where nothing more happens to it.</summary>
    public bool IsFinal => State is AttachmentState.Sent or AttachmentState.Withdrawn;
}
