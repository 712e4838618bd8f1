using PowerIntegration.Domain.Duties;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;
using PowerIntegration.Domain.Readiness;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Readiness;

/// <summary>
/// Whether every commitment of a project can be billed: setup, vendor, terms, opening balances and the law on retainage. What is asked is what the
/// preparation of a document asks, before there is a document.
/// </summary>
public static class BillingLesson
{
    /// <summary>The lesson.</summary>
    public static Lesson Lesson { get; } = new("billing", "Billing terms proven", 5);

    /// <summary>Looks at every commitment.</summary>
    /// <param name="project">The project.</param>
    /// <param name="facts">What its invoices need.</param>
    public static LessonReadiness Of(ReadinessProject project, BillingFacts facts) =>
        new(
            Lesson,
            [
                .. SetupItems.Of(project, facts),
                .. facts.Commitments.SelectMany(commitment => Commitment(project, facts, commitment)),
                .. LawItems.Of(project, facts),
                .. Drafts(project, facts),
            ]
        );

    private static IEnumerable<ReadinessItem> Commitment(ReadinessProject project, BillingFacts facts, CommitmentReadiness commitment)
    {
        var waiting = project.Waiting.Where(document => document.CommitmentId == commitment.Id).ToList();
        if (facts.Payables is { } payables && Vendor(commitment, payables) is { } vendor)
        {
            yield return vendor with
            {
                Waiting = waiting,
            };
        }

        foreach (var item in TermsItems.Of(project, commitment, waiting))
        {
            yield return item;
        }

        if (OpeningItems.Of(commitment) is { } opening)
        {
            yield return opening with
            {
                Waiting = waiting,
            };
        }
    }

    private static ReadinessItem? Vendor(CommitmentReadiness commitment, PayablesReadiness payables) =>
        PayeeCheck.OfLink(commitment.Number, commitment.VendorNumber, commitment.VendorSite, commitment.VendorLink, payables.BusinessUnit)
            is { } refusal
            ? new ReadinessItem
            {
                Sentence = refusal.Sentence,
                Decider = ShippedRole.VendorMaster,
                Place = commitment.VendorPlace,
            }
            : null;

    // A draft for which a document waits is a decision of its own; the others are counted.
    private static IEnumerable<ReadinessItem> Drafts(ReadinessProject project, BillingFacts facts)
    {
        var asked = project.Waiting.Where(document => facts.DraftCommitments.ContainsKey(document.CommitmentId)).ToLookup(one => one.CommitmentId);
        foreach (var waiting in asked)
        {
            yield return WaitingDrafts.Items([facts.DraftCommitments[waiting.Key]], ShippedRole.Controller).Single() with
            {
                Waiting = [.. waiting],
            };
        }

        var others = facts.DraftCommitments.Where(draft => !asked.Contains(draft.Key)).Select(draft => draft.Value);
        foreach (var item in WaitingDrafts.Items(others.Concat(facts.Drafts), ShippedRole.Controller))
        {
            yield return item;
        }
    }
}
