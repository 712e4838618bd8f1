using PowerIntegration.Domain.ContractBilling.Reasons;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Sequence;

/// <summary>Applications of one commitment post in their order, because each needs the balances that the one before left.</summary>
public static class SequenceCheck
{
    /// <summary>Whether it is the document's turn; every problem.</summary>
    /// <param name="own">The document.</param>
    /// <param name="others">Every other document of the commitment, all revisions.</param>
    /// <param name="lastPostedNumber">Highest application that was posted; 0 where none was.</param>
    public static IEnumerable<Refusal> Of(DocumentSummary own, IReadOnlyCollection<DocumentSummary> others, int lastPostedNumber)
    {
        var revisions = others.Where(other => IsRevisionOf(own, other)).ToList();
        var flying = revisions.FirstOrDefault(revision => revision.MayHaveLeft);
        if (flying is not null)
        {
            yield return new Refusal(
                DocumentReasons.EarlierRevisionInFlight,
                Sentence.Of(
                    $"Revision {flying.Revision} of application {own.ApplicationNumber} (Procore {own.ProcoreId}) is {flying.State} and may be in ",
                    $"Oracle. It must be finished before this revision can continue."
                )
            );
        }

        // A revision of the last posted application posts the difference; anything older is inside later totals to date.
        var isCorrection = own.ApplicationNumber == lastPostedNumber && revisions.Any(revision => revision.State == DocumentState.Posted);
        if (own.ApplicationNumber <= lastPostedNumber && !isCorrection)
        {
            yield return new Refusal(
                DocumentReasons.OutOfOrder,
                Sentence.Of(
                    $"Application {own.ApplicationNumber} (Procore {own.ProcoreId}) arrived after application {lastPostedNumber} was ",
                    $"posted, and the totals of that application already include it. Do not post it; ask the controller."
                )
            );
        }

        var flyingOther = OnItsWay(own, others);
        if (flyingOther is not null)
        {
            yield return Waits(own, flyingOther);
        }

        if (FirstWaitedFor(own, others) is { } before && before.Id != flyingOther?.Id)
        {
            yield return Waits(own, before);
        }
    }

    /// <summary>The document to look at again when one was posted: the lowest that waits; null where none waits.</summary>
    public static DocumentSummary? Released(DocumentSummary posted, IEnumerable<DocumentSummary> others) =>
        NewestRevisions(others)
            .Where(other =>
                other.State == DocumentState.Held
                && other.IsStoppedBy(
                    DocumentReasons.PredecessorNotPosted,
                    DocumentReasons.EarlierRevisionInFlight,
                    BillingReasons.PreviousDiffers,
                    BillingReasons.OracleBalanceDiffers,
                    DocumentReasons.OracleNotRead
                )
            )
            .Where(other => other.ApplicationNumber >= posted.ApplicationNumber || other.Type != DocumentKind.SubcontractorInvoice)
            .OrderBy(other => other.ApplicationNumber)
            .FirstOrDefault();

    /// <summary>The later documents that wait until this one is posted, at once or one after the other.</summary>
    public static IEnumerable<DocumentSummary> WaitingFor(DocumentSummary own, IEnumerable<DocumentSummary> others) =>
        NewestRevisions(others)
            .Where(other =>
                other.State == DocumentState.Held
                && other.IsStoppedBy(DocumentReasons.PredecessorNotPosted)
                && (other.ApplicationNumber > own.ApplicationNumber || other.Type != own.Type)
            );

    /// <summary>The newer revision to look at again when nothing came of this one; null where none waits.</summary>
    public static DocumentSummary? ReleasedRevision(DocumentSummary refused, IEnumerable<DocumentSummary> others) =>
        NewestRevisions(others)
            .FirstOrDefault(other =>
                IsRevisionOf(refused, other) && other.State == DocumentState.Held && other.IsStoppedBy(DocumentReasons.EarlierRevisionInFlight)
            );

    /// <summary>
    /// Another document that is frozen from the commitment's base and may still post; null where none is. Two of them would each move the base from
    /// under the other. An older revision steps back instead.
    /// </summary>
    public static DocumentSummary? OnItsWay(DocumentSummary own, IEnumerable<DocumentSummary> others) =>
        others.Where(other => !IsRevisionOf(own, other) && other.IsOnItsWay).OrderBy(other => other.ApplicationNumber).FirstOrDefault();

    /// <summary>Says for which document another one waits.</summary>
    public static Refusal Waits(DocumentSummary own, DocumentSummary before) =>
        new(
            DocumentReasons.PredecessorNotPosted,
            Sentence.Of(
                $"{Sentence.Capital(NameOf(own))} waits for {NameOf(before)}, which is {before.State}. ",
                $"It will continue automatically when that one is posted."
            )
        );

    /// <summary>
    /// The newest revision of each. An older one that was never posted counts for nothing: the newest says what Procore wants.
    /// </summary>
    public static IEnumerable<DocumentSummary> NewestRevisions(IEnumerable<DocumentSummary> documents) =>
        documents
            .GroupBy(document => document.Type + "|" + document.ProcoreId)
            .Select(group => group.OrderByDescending(document => document.Revision).First());

    private static string NameOf(DocumentSummary document) =>
        document.Type switch
        {
            DocumentKind.RetainageRelease => $"release {document.ProcoreId}",
            DocumentKind.Reversal => $"the reversal of {document.ProcoreId}",
            _ => Sentence.Of($"application {document.ApplicationNumber} (Procore {document.ProcoreId})"),
        };

    private static bool IsRevisionOf(DocumentSummary own, DocumentSummary other) => other.Type == own.Type && other.ProcoreId == own.ProcoreId;

    private static DocumentSummary? FirstWaitedFor(DocumentSummary own, IEnumerable<DocumentSummary> others) =>
        NewestRevisions(others)
            .Where(other =>
                other.Type == own.Type
                && other.ProcoreId != own.ProcoreId
                && other.ApplicationNumber < own.ApplicationNumber
                && !other.IsDecided
                // What comes after a later application was posted never posts by itself; the totals to date of the next application contain it.
                && !other.IsStoppedBy(DocumentReasons.OutOfOrder)
            )
            .OrderBy(other => other.ApplicationNumber)
            .FirstOrDefault();
}
