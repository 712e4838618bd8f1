namespace PowerIntegration.Local.Procore.Billing;

/// <summary>
/// The states of an invoice and the steps people take between them. Procore documents no graph; these are the steps its screens offer.
/// </summary>
internal static class RequisitionStatus
{
    public const string Draft = "draft";
    public const string UnderReview = "under_review";
    public const string ReviseAndResubmit = "revise_and_resubmit";
    public const string PendingOwnerApproval = "pending_owner_approval";
    public const string ApprovedAsNoted = "approved_as_noted";
    public const string Approved = "approved";

    /// <summary>Every state.</summary>
    public static readonly string[] All = [Draft, UnderReview, ReviseAndResubmit, Approved, ApprovedAsNoted, PendingOwnerApproval];

    private static readonly IReadOnlyDictionary<string, string[]> Steps = new Dictionary<string, string[]>
    {
        [Draft] = [UnderReview],
        [UnderReview] = [ReviseAndResubmit, PendingOwnerApproval, ApprovedAsNoted, Approved],
        [ReviseAndResubmit] = [UnderReview],
        [PendingOwnerApproval] = [ReviseAndResubmit, ApprovedAsNoted, Approved],
        [ApprovedAsNoted] = [UnderReview, ReviseAndResubmit, Approved],
        [Approved] = [UnderReview, ReviseAndResubmit, ApprovedAsNoted],
    };

    /// <summary>Whether a decision was made for payment.</summary>
    public static bool IsApproved(string status) => status is Approved or ApprovedAsNoted;

    /// <summary>Checks one step.</summary>
    /// <exception cref="InvalidOperationException">No user can take it.</exception>
    public static void RequireStep(long requisitionId, string from, string to)
    {
        if (!Steps.TryGetValue(from, out var steps) || !steps.Contains(to))
        {
            throw new InvalidOperationException(
                $"Invoice {requisitionId} is {from} and cannot become {to}. Possible: {string.Join(", ", Steps.GetValueOrDefault(from) ?? [])}."
            );
        }
    }
}
