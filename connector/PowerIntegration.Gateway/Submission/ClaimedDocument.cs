namespace PowerIntegration.Gateway.Submission;

/// <summary>A document that this call has claimed, with what its row said under the claim.</summary>
/// <param name="Document">The document as it was loaded.</param>
/// <param name="Claim">Name of the claim.</param>
/// <param name="SentBefore">Since when something of it may be in the target system or on its way there; null where nothing is. UTC.</param>
/// <param name="RecordIds">Records that it is known to have made, in the order of its parts.</param>
/// <param name="ReversedRecordIds">Records of the document that it reverses.</param>
internal sealed record ClaimedDocument(
    SendableDocument Document,
    string Claim,
    DateTime? SentBefore,
    IReadOnlyList<string> RecordIds,
    IReadOnlyList<string> ReversedRecordIds
)
{
    /// <summary>
    /// True where what was sent would be sent otherwise now: the document is looked up in the target system, and nothing is made or finished there.
    /// </summary>
    public bool IsLookedAtOnly => Document.State == Domain.Documents.DocumentState.Held;

    /// <summary>True where the target system said that it made the record of the part: none is made again, however long it does not show.</summary>
    public bool HasMade(TargetPart part) => Document.State == Domain.Documents.DocumentState.Submitted || part.Number <= RecordIds.Count;
}
