using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Ownership;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Approvals;

/// <summary>What a rule of the ownership register may say, checked when it is entered: a contradiction found later has documents waiting for
/// it.</summary>
public static class OwnershipEntry
{
    // Procore's statuses of an invoice, in its wire spelling.
    private static readonly string[] Undecided = ["draft", "under_review", "revise_and_resubmit"];
    private static readonly string[] Decided = ["approved", "approved_as_noted", "pending_owner_approval"];

    private const string UnderReview = "under_review";

    /// <summary>Why the rule cannot hold; null where it can.</summary>
    /// <param name="kind">Documents that it is about.</param>
    /// <param name="place">Where they are approved.</param>
    /// <param name="triggerStatus">Status that makes them eligible; null or empty where it is still missing, which activation refuses.</param>
    public static Refusal? Check(DocumentKind kind, ApprovalPlace place, string? triggerStatus)
    {
        if (string.IsNullOrWhiteSpace(triggerStatus))
        {
            return null;
        }

        var status = triggerStatus!.Trim().ToLowerInvariant();
        var isInProcore = place is ApprovalPlace.Procore or ApprovalPlace.ProcoreThenOracle;
        if (kind is DocumentKind.RetainageRelease or DocumentKind.Reversal)
        {
            return isInProcore
                ? Refuse(
                    "Procore has no record of a release or reversal that is decided here, so it cannot be approved there. Choose Oracle or Teams."
                )
                : null;
        }

        return !Undecided.Concat(Decided).Contains(status)
                ? Refuse(
                    $"Trigger status '{triggerStatus}' is not a status of Procore. Enter one of {string.Join(", ", Decided)}, or {UnderReview} where "
                        + "Oracle or Teams decides."
                )
            : Undecided.Contains(status) && isInProcore
                ? Refuse(
                    $"Trigger status '{triggerStatus}' means that no one in Procore has decided, but the rule names Procore as the place "
                        + $"of approval. "
                        + "Enter approved, or choose Oracle as the place of approval."
                )
            : Undecided.Contains(status) && status != UnderReview
                ? Refuse($"Trigger status '{triggerStatus}' means that the document is still being written. Enter {UnderReview} or approved.")
            : null;
    }

    private static Refusal Refuse(string sentence) => new(SharedReasons.InputUnusable, sentence);
}
