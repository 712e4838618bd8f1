using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Ownership;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Approvals;

/// <summary>Where one document is approved, and whether Procore has done its part.</summary>
/// <param name="Rule">The rule that decides.</param>
public sealed record ApprovalDecision(OwnershipRule Rule)
{
    // Statuses with which Procore says that the record is gone.
    private static readonly string[] VoidStatuses = ["void", "voided", "deleted", "abandoned"];

    /// <summary>
    /// The rule that applies on the day: one for the project before one for all. Null where none or several apply equally, then
    /// <paramref name="refusal"/> says so.
    /// </summary>
    public static ApprovalDecision? Of(CalendarDate day, IReadOnlyCollection<OwnershipRule> rules, out Refusal? refusal)
    {
        var valid = rules.Where(rule => rule.IsValidOn(day)).ToList();
        var best = valid.Any(rule => rule.IsForProject) ? valid.Where(rule => rule.IsForProject).ToList() : valid;
        refusal = best.Count switch
        {
            1 => null,
            0 => new Refusal(
                ApprovalReasons.OwnershipMissing,
                $"No active ownership rule for this type of document applies on {day}. Activate one that says where such documents are approved."
            ),
            _ => new Refusal(
                ApprovalReasons.OwnershipAmbiguous,
                $"The ownership rules {string.Join(", ", best.Select(rule => rule.Key))} apply equally on {day}. End all but one of them."
            ),
        };
        return refusal is null ? new ApprovalDecision(best[0]) : null;
    }

    /// <summary>Whether Procore has decided what the rule asks of it; null where it has.</summary>
    public Refusal? Check(SourceApproval source)
    {
        if (VoidStatuses.Contains(source.Status, StringComparer.OrdinalIgnoreCase))
        {
            return new Refusal(
                DocumentReasons.SourceVoid,
                $"{source.Subject} has the Procore status '{source.Status}'. Nothing is paid for it; the next application may go on."
            );
        }

        if (!string.Equals(source.Status, Rule.TriggerStatus, StringComparison.OrdinalIgnoreCase))
        {
            return new Refusal(
                DocumentReasons.ProcoreUndecided,
                $"{source.Subject} has the Procore status '{source.Status}'; it is eligible with '{Rule.TriggerStatus}'. Decide it in Procore."
            );
        }

        var isEvidenceMissing = string.IsNullOrWhiteSpace(source.ApproverName) || source.ApprovedOn is null;
        return Rule.Place == ApprovalPlace.Procore && isEvidenceMissing
            ? new Refusal(
                ApprovalReasons.ProcoreApprovalMissing,
                $"{source.Subject} is '{source.Status}' in Procore, but its change history names approver {Sentence.Quoted(source.ApproverName)}"
                    + $" and {(source.ApprovedOn is null ? "no time" : "a time")} of approval. Approve it in Procore so that both are recorded."
            )
            : null;
    }
}
