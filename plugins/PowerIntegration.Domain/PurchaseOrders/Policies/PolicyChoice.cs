using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.PurchaseOrders.ChangeOrders;
using PowerIntegration.Domain.PurchaseOrders.Reasons;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.PurchaseOrders.Policies;

/// <summary>The version of the policy that a change order follows. Invariant: exactly one of version and refusal is null.</summary>
public sealed record PolicyChoice
{
    private PolicyChoice() { }

    /// <summary>The version; null where the choice is refused.</summary>
    public PolicyVersion? Version { get; private init; }

    /// <summary>Why none could be chosen; null where one was.</summary>
    public Refusal? Refusal { get; private init; }

    /// <summary>Chooses by the day of the first approval, so that a revision follows the policy that its first revision followed.</summary>
    /// <param name="commitmentNumber">The commitment.</param>
    /// <param name="versions">Its versions.</param>
    /// <param name="approvedOn">Day of the first approval.</param>
    public static PolicyChoice On(string commitmentNumber, IEnumerable<PolicyVersion> versions, CalendarDate approvedOn)
    {
        var effective = versions.Where(version => version.IsSigned && version.HoldsOn(approvedOn)).ToList();
        return effective.Count == 1
            ? new PolicyChoice { Version = effective[0] }
            : new PolicyChoice
            {
                Refusal = new Refusal(
                    PurchaseOrderReasons.PolicyMissing,
                    effective.Count == 0 ? Missing(commitmentNumber, approvedOn) : Several(commitmentNumber, approvedOn, effective)
                ),
            };
    }

    /// <summary>The policy that Procore's own links suggest: Amend where a line names a schedule-of-values line, else Append.</summary>
    public static ChangeOrderPolicy Suggested(IEnumerable<CommitmentChangeOrder> changeOrders) =>
        changeOrders.SelectMany(changeOrder => changeOrder.Lines).Any(line => line.CommitmentLineId is not null)
            ? ChangeOrderPolicy.Amend
            : ChangeOrderPolicy.Append;

    private static string Missing(string commitmentNumber, CalendarDate day) =>
        Sentence.Of(
            $"Commitment {commitmentNumber} has no signed change order policy for {day}. ",
            $"Enter a policy that is valid on that day and ask the controller to sign it."
        );

    private static string Several(string commitmentNumber, CalendarDate day, IEnumerable<PolicyVersion> versions) =>
        Sentence.Of(
            $"Commitment {commitmentNumber} has several change order policies for {day}: ",
            $"{string.Join(", ", versions.Select(version => version.Key))}. ",
            $"End all but one of them before that day."
        );
}
