using System.Collections.Generic;
using System.Linq;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Documents;

/// <summary>Applications of one contract post in their order, because each needs the balances that the one before left.</summary>
public static class SequenceLock
{
    /// <summary>Whether it is the document's turn; every problem.</summary>
    /// <param name="own">The document.</param>
    /// <param name="others">Every other document of the contract, all revisions.</param>
    /// <param name="lastPostedNumber">Highest application that was posted; 0 where none was.</param>
    public static IEnumerable<Refusal> Of(DocumentStanding own, IReadOnlyCollection<DocumentStanding> others, int lastPostedNumber)
    {
        var revisions = others.Where(other => other.ProcoreId == own.ProcoreId).ToList();
        var flying = revisions.FirstOrDefault(revision => revision.IsInFlight);
        if (flying is not null)
        {
            yield return new Refusal(
                ReasonCode.EarlierRevisionInFlight,
                Sentence.Of($"Revision {flying.Revision} of application {own.ApplicationNumber} (Procore {own.ProcoreId}) is on its way to Oracle. Submit it again to finish it; this revision follows."));
        }

        if (revisions.Any(revision => revision.State == DocumentState.Posted))
        {
            yield return new Refusal(
                ReasonCode.DocumentKindNotSupported,
                Sentence.Of($"Application {own.ApplicationNumber} (Procore {own.ProcoreId}) was changed after an earlier revision was posted; corrections of posted invoices are not built. Correct it in Oracle by hand."));
        }
        else if (own.ApplicationNumber <= lastPostedNumber)
        {
            yield return new Refusal(
                ReasonCode.OutOfOrder,
                Sentence.Of($"Application {own.ApplicationNumber} (Procore {own.ProcoreId}) comes after application {lastPostedNumber} was posted, whose totals to date contain it. Post nothing for it; a controller decides."));
        }

        if (FirstWaitedFor(own, others) is { } before)
        {
            yield return new Refusal(
                ReasonCode.PredecessorNotPosted,
                Sentence.Of($"Application {own.ApplicationNumber} (Procore {own.ProcoreId}) waits for application {before.ApplicationNumber} (Procore {before.ProcoreId}), which is {before.State}. It goes on by itself when that one is posted."));
        }
    }

    /// <summary>The document to look at again when one was posted: the lowest that waits; null where none waits.</summary>
    public static DocumentStanding? Released(DocumentStanding posted, IEnumerable<DocumentStanding> others) => NewestRevisions(others)
        .Where(other => other.State == DocumentState.Held && other.Reason is ReasonCode.PredecessorNotPosted or ReasonCode.EarlierRevisionInFlight)
        .Where(other => other.ApplicationNumber >= posted.ApplicationNumber)
        .OrderBy(other => other.ApplicationNumber)
        .FirstOrDefault();

    /// <summary>The newer revision to look at again when nothing came of this one; null where none waits.</summary>
    public static DocumentStanding? ReleasedRevision(DocumentStanding refused, IEnumerable<DocumentStanding> others) => NewestRevisions(others)
        .FirstOrDefault(other => other.ProcoreId == refused.ProcoreId && other.State == DocumentState.Held && other.Reason == ReasonCode.EarlierRevisionInFlight);

    private static DocumentStanding? FirstWaitedFor(DocumentStanding own, IEnumerable<DocumentStanding> others) => NewestRevisions(others)
        .Where(other => other.ProcoreId != own.ProcoreId && other.ApplicationNumber < own.ApplicationNumber && !other.IsDecided)
        .OrderBy(other => other.ApplicationNumber)
        .FirstOrDefault();

    // An older revision that was never posted counts for nothing: the newest says what Procore wants.
    private static IEnumerable<DocumentStanding> NewestRevisions(IEnumerable<DocumentStanding> documents) =>
        documents.GroupBy(document => document.ProcoreId).Select(group => group.OrderByDescending(document => document.Revision).First());
}
