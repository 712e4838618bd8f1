using PowerIntegration.Domain.Findings;
using PowerIntegration.Domain.Ownership;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Approvals;

/// <summary>Whether Oracle asks for an approval that was given elsewhere: a matter of its set-up, the same for every invoice of a business
/// unit.</summary>
public static class OracleApproval
{
    // Oracle's word for an invoice of which no rule asks for an approval.
    private const string NotRequired = "Not required";

    private const string Rejected = "Rejected";

    /// <summary>Statuses after which Oracle asks no one any more.</summary>
    public static IReadOnlyList<string> Decided { get; } = [NotRequired, "Workflow approved", "Manually approved"];

    /// <summary>True where an approver in Oracle said no to one of a document's records.</summary>
    /// <param name="status">Approval status of the document's records, as its column shows it; null for none.</param>
    public static bool IsRejected(string? status) =>
        (status ?? "").Split([", "], StringSplitOptions.None).Contains(Rejected, StringComparer.OrdinalIgnoreCase);

    /// <summary>The finding about a document that Oracle's approvers rejected; null where they did not.</summary>
    /// <param name="name">What people call the document.</param>
    /// <param name="status">Approval status of its records.</param>
    /// <param name="amount">What it pays, in the major unit of the currency; null where that is not known.</param>
    /// <param name="currency">ISO currency code.</param>
    public static Finding? RejectedThere(string name, string? status, decimal? amount, string? currency) =>
        IsRejected(status)
            ? new Finding
            {
                Kind = FindingKind.OracleRejected,
                Severity = FindingSeverity.Error,
                Owner = OwnerRole.Controller,
                Sentence = Sentence.Of($"An approver in Oracle rejected {name}. It is posted and will not be paid."),
                NextStep = "Ask the approver in Oracle for the reason. Have it approved there, or request its reversal.",
                Amount = amount,
                Currency = currency,
            }
            : null;

    /// <summary>The finding about the business unit; null where Oracle does not ask, or is meant to.</summary>
    /// <param name="place">Where the document was approved; null where that is not known.</param>
    /// <param name="statuses">Approval statuses that Oracle shows of its invoices.</param>
    /// <param name="businessUnit">Oracle's business unit.</param>
    public static Finding? AskedTwice(ApprovalPlace? place, IEnumerable<string> statuses, string businessUnit)
    {
        var asked = statuses.FirstOrDefault(status =>
            !string.IsNullOrWhiteSpace(status) && !string.Equals(status, NotRequired, StringComparison.OrdinalIgnoreCase)
        );
        return place is ApprovalPlace.Procore or ApprovalPlace.Teams && asked is not null
            ? new Finding
            {
                Kind = FindingKind.ApprovedTwice,
                Severity = FindingSeverity.Warning,
                Owner = OwnerRole.Controller,
                Sentence =
                    $"Oracle asks again for invoices of {businessUnit} that were approved in {place}: approval status '{asked}'. "
                    + "They are approved twice.",
                NextStep =
                    "Have invoices of this source approved without a workflow in Oracle, or choose Procore, then Oracle as the place of approval.",
            }
            : null;
    }
}
