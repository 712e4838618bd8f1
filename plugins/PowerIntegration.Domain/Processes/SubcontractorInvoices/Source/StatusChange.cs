namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;

/// <summary>One change of an invoice's status in Procore.</summary>
/// <param name="Id">Procore's id of the change; a later one has a higher id.</param>
/// <param name="Status">The status that it set.</param>
/// <param name="ChangedBy">Who changed it.</param>
/// <param name="ChangedOn">When, UTC; null where Procore does not say.</param>
public sealed record StatusChange(long? Id, string? Status, string? ChangedBy, DateTime? ChangedOn)
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
}
