using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Documents.Preparing;

/// <summary>
/// The half of every preparation that is the same for all processes: whether it is still to be prepared, and which revision counts.
/// </summary>
public static class PreparationRules
{
    /// <summary>Why it is not computed: it is on its way or at its end, or a newer revision takes its place; null where it is.</summary>
    /// <param name="own">The document.</param>
    /// <param name="others">Every other document of its scope, all revisions.</param>
    public static PreparationDecision? Settled(DocumentSummary own, IEnumerable<DocumentSummary> others)
    {
        if (!DocumentStateMachine.MayBePrepared(own.State) || own.IsInFlight)
        {
            return new PreparationDecision.Unchanged(own, own.Message ?? Sentence.Of($"The document is {own.State}; nothing was changed."));
        }

        var newest = Revisions(own, others).Where(other => other.Revision > own.Revision).OrderByDescending(other => other.Revision).FirstOrDefault();
        return newest is null || own.MayHaveLeft
            ? null
            : new PreparationDecision.Replaced(Sentence.Of($"Revision {newest.Revision} of the invoice replaces revision {own.Revision}."));
    }

    /// <summary>
    /// One of the older revisions that steps back for this one, the most dangerous first: one that could still be sent. Others step back when they
    /// are touched.
    /// </summary>
    public static Guid? Superseded(DocumentSummary own, IEnumerable<DocumentSummary> others) =>
        Revisions(own, others)
            .Where(other => other.Revision < own.Revision)
            .Where(other => !other.MayHaveLeft && DocumentStateMachine.Allows(other.State, DocumentState.Superseded))
            .OrderByDescending(other => other.State is DocumentState.Prepared or DocumentState.AwaitingApproval)
            .ThenByDescending(other => other.Revision)
            .FirstOrDefault()
            ?.Id;

    /// <summary>True where the current preparation of a document froze the same content, so that there is nothing to write.</summary>
    public static bool IsFrozen(DocumentSummary own, string hash) => own.ContentHash == hash && own.PreparationId is not null;

    /// <summary>
    /// True where a held document may exist in the target under what was frozen when it was sent: other content would take effect twice, or differ
    /// for ever.
    /// </summary>
    public static bool WouldSendTwice(DocumentSummary own, string hash) =>
        own.IsClaimedOrSent && own.State == DocumentState.Held && own.ContentHash is not null && own.ContentHash != hash;

    private static IEnumerable<DocumentSummary> Revisions(DocumentSummary own, IEnumerable<DocumentSummary> others) =>
        others.Where(other => other.Type == own.Type && other.ProcoreId == own.ProcoreId);
}
