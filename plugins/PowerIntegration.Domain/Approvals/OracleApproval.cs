using PowerIntegration.Domain.Findings;
using PowerIntegration.Domain.Ownership;

namespace PowerIntegration.Domain.Approvals;

/// <summary>Whether Oracle asks for an approval that was given elsewhere: a matter of its set-up, the same for every invoice of a business
/// unit.</summary>
public static class OracleApproval
{
    // Oracle's word for an invoice of which no rule asks for an approval.
    private const string NotRequired = "Not required";

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
