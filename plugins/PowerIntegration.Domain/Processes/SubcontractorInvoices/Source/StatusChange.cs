namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;

/// <summary>One change of an invoice's status in Procore.</summary>
/// <param name="Id">Procore's id of the change; a later one has a higher id.</param>
/// <param name="Status">The status that it set.</param>
/// <param name="FromStatus">The status before; null where Procore does not say.</param>
/// <param name="ChangedBy">Who changed it.</param>
/// <param name="ChangedById">Procore's id of who changed it; null where it does not say.</param>
/// <param name="ChangedOn">When, UTC; null where Procore does not say.</param>
public sealed record StatusChange(long? Id, string? Status, string? FromStatus, string? ChangedBy, string? ChangedById, DateTime? ChangedOn)
{
    /// <summary>
    /// Who decided that the invoice has the status that it has now, and when: the newest change, if it set that status. An older one may belong to an
    /// approval that was reversed since. Null if no one is known.
    /// </summary>
    /// <param name="changes">All changes of the status.</param>
    /// <param name="status">The status now.</param>
    public static StatusChange? Deciding(IEnumerable<StatusChange> changes, string status)
    {
        var newest = changes
            .Where(change => change.ChangedOn is not null)
            .OrderByDescending(change => change.ChangedOn)
            .ThenByDescending(change => change.Id)
            .FirstOrDefault();
        return newest?.Status == status ? newest : null;
    }

    /// <summary>
    /// The status that others gave the invoice: what our own account did, by answering a step of its workflow, is passed on from here and is no
    /// change of the source.
    /// </summary>
    /// <param name="changes">All changes of the status.</param>
    /// <param name="status">The status now.</param>
    /// <param name="own">Procore's id of our account; null where it is not known.</param>
    public static string ByOthers(IReadOnlyCollection<StatusChange> changes, string status, string? own)
    {
        var newest = Deciding(changes, status);
        return own is not null && newest?.ChangedById == own && !string.IsNullOrEmpty(newest.FromStatus)
            ? ByOthers([.. changes.Where(change => change != newest)], newest.FromStatus!, own)
            : status;
    }

    /// <summary>
    /// Who submitted the invoice for review last. Setting a decided invoice back to review is no submission: it is part of deciding it again. Null if
    /// no one is known.
    /// </summary>
    /// <param name="changes">All changes of the status.</param>
    public static StatusChange? Submitting(IEnumerable<StatusChange> changes) =>
        changes
            .Where(change =>
                change.ChangedOn is not null && Is(change.Status, "under_review") && !Decided.Any(status => Is(change.FromStatus, status))
            )
            .OrderByDescending(change => change.ChangedOn)
            .ThenByDescending(change => change.Id)
            .FirstOrDefault();

    private static readonly string[] Decided = ["approved", "approved_as_noted", "pending_owner_approval"];

    private static bool Is(string? status, string other) => string.Equals(status, other, StringComparison.OrdinalIgnoreCase);
}
