using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Ownership;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Approvals;

/// <summary>Where one document is approved, and whether Procore has done its part.</summary>
/// <param name="Rule">The rule that decides.</param>
public sealed record ApprovalDecision(OwnershipRule Rule)
{
    // Procore statuses of a record that was voided or deleted.
    private static readonly string[] VoidStatuses = ["void", "voided", "deleted", "abandoned"];

    // Procore statuses of a record that someone there has decided to pay.
    private static readonly string[] ApprovedStatuses = ["approved", "approved_as_noted", "pending_owner_approval"];

    /// <summary>True where a record with the status of the source counts for nothing any more.</summary>
    public static bool IsVoid(string? status) => VoidStatuses.Contains(status, StringComparer.OrdinalIgnoreCase);

    /// <summary>True where someone in Procore has approved a record with the status.</summary>
    public static bool IsApproved(string? status) => ApprovedStatuses.Contains(status, StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The rule that applies on the day: a rule for the project comes before a rule for all projects. Null where none or several apply equally, with
    /// <paramref name="refusal"/>.
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
                $"No active ownership rule covers this type of document on {day}. "
                    + "Ask the controller to activate a rule that states where these documents are approved."
            ),
            _ => new Refusal(
                ApprovalReasons.OwnershipAmbiguous,
                $"Ownership rules {string.Join(" and ", best.Select(rule => rule.Key))} apply equally on {day}. "
                    + "Ask the controller to end all but one."
            ),
        };
        return refusal is null ? new ApprovalDecision(best[0]) : null;
    }

    /// <summary>Checks that Procore has the approval that the rule requires; null where it has.</summary>
    public Refusal? Check(SourceApproval source)
    {
        if (IsVoid(source.Status))
        {
            return new Refusal(
                DocumentReasons.SourceVoid,
                $"{source.Subject} has Procore status '{source.Status}'. It will not be paid, and the next application can proceed."
            );
        }

        if (!IsReached(source.Status))
        {
            return new Refusal(
                DocumentReasons.ProcoreUndecided,
                $"{source.Subject} has Procore status '{source.Status}'. It must be '{Rule.TriggerStatus}' before it can be sent. "
                    + "Approve or reject it in Procore."
            );
        }

        return Rule.Place is ApprovalPlace.Procore or ApprovalPlace.ProcoreThenOracle ? Evidence(source) ?? OwnApproval(source) : null;
    }

    // Where another place decides, an approval in Procore that comes later does not stop the document: it is one approval too many, and reported so.
    private bool IsReached(string? status) =>
        string.Equals(status, Rule.TriggerStatus, StringComparison.OrdinalIgnoreCase)
        || (Rule.Place is ApprovalPlace.Teams or ApprovalPlace.Oracle && IsApproved(status));

    private static Refusal? Evidence(SourceApproval source) =>
        string.IsNullOrWhiteSpace(source.Approver.Name) || source.ApprovedOn is null
            ? new Refusal(
                ApprovalReasons.ProcoreApprovalMissing,
                $"{source.Subject} is '{source.Status}' in Procore, but its change history has approver {Sentence.Quoted(source.Approver.Name)}"
                    + $" and {(source.ApprovedOn is null ? "no approval time" : "an approval time")}. "
                    + "Approve it in Procore so that both are recorded."
            )
            : null;

    // Who asks for money does not grant it.
    private static Refusal? OwnApproval(SourceApproval source)
    {
        var part =
            source.Approver.IsSame(source.Submitter) ? "submitted"
            : source.Approver.IsSame(source.Creator) ? "created"
            : null;
        return part is null
            ? null
            : new Refusal(
                ApprovalReasons.ApprovedBySubmitter,
                $"{source.Subject} was approved in Procore by {source.Approver.Name}, who {part} it. "
                    + "Have another person set it back and approve it in Procore; it is then read again."
            );
    }
}
