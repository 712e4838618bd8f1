using PowerIntegration.Domain.PurchaseOrders.ChangeOrders;
using PowerIntegration.Domain.PurchaseOrders.Policies;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.PurchaseOrders.Predictions;

/// <summary>Where the signed policy and Procore's own link of a line say different things. The policy is followed, and a person is told.</summary>
internal static class PolicyWarnings
{
    public static IReadOnlyList<string> Of(PreviewFacts facts)
    {
        var linked = facts.ChangeOrder.Lines.Where(line => line.CommitmentLineId is not null && line.Ordered != 0m).ToList();
        var follows = facts.Policy.Policy is ChangeOrderPolicy.Amend or ChangeOrderPolicy.Schedule;
        return follows || linked.Count == 0 || ChangeOrderStatuses.HasNoEffect(facts.ChangeOrder.Status)
            ? []
            :
            [
                Sentence.Of(
                    $"{Sentence.Count(linked.Count, "line")} of {ChangeOrderChecks.Name(facts.ChangeOrder)} ",
                    $"{(linked.Count == 1 ? "changes an existing line" : "change existing lines")} ",
                    $"in Procore, and the policy is {facts.Policy.Policy}. ",
                    $"The policy is followed, so Oracle will not have the same lines as Procore. First: line {linked[0].LineId}."
                ),
            ];
    }
}
