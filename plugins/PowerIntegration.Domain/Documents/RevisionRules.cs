namespace PowerIntegration.Domain.Documents;

/// <summary>When what was read becomes a revision of its own.</summary>
public static class RevisionRules
{
    /// <summary>Hash of a record that its source does not have any more.</summary>
    /// <param name="sourceId">The source's id of the record.</param>
    public static string HashOfDeleted(string sourceId) => new CanonicalText().Section("deleted").Field("id", sourceId).Sha256();

    /// <summary>Compares what was read with the newest revision that is stored.</summary>
    /// <param name="hash">Hash of what was read.</param>
    /// <param name="updatedOn">When the source last changed it, UTC; null where the source does not say.</param>
    /// <param name="storedHash">Hash of the stored revision.</param>
    /// <param name="storedUpdatedOn">When the source had last changed what is stored; null where that is not known.</param>
    /// <param name="storedState">State of the stored revision.</param>
    public static RevisionStatus Compare(
        string hash,
        DateTime? updatedOn,
        string? storedHash,
        DateTime? storedUpdatedOn,
        DocumentState storedState
    ) =>
        updatedOn < storedUpdatedOn ? RevisionStatus.Older
        // What was posted and reversed is billed again, although the source says the same.
        : hash == storedHash && storedState != DocumentState.Reversed ? RevisionStatus.Same
        : RevisionStatus.New;
}
