using PowerIntegration.Domain.Duties;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;
using PowerIntegration.Domain.Readiness;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Readiness;

/// <summary>Whether the opening balances of a running commitment are signed, or none are needed.</summary>
internal static class OpeningItems
{
    public static ReadinessItem? Of(CommitmentReadiness commitment) =>
        commitment.IsPosted ? null
        : Problem(commitment) is { } problem
            ? new ReadinessItem
            {
                Sentence = problem,
                Decider = ShippedRole.Controller,
                Place = commitment.Place,
            }
        : null;

    private static string? Problem(CommitmentReadiness commitment)
    {
        if (commitment.Opening is { } opening)
        {
            var refusal =
                OpeningSignature.Unsignable(commitment.Number, opening)
                ?? commitment.Signature.Check(commitment.Number, opening.HashFor(commitment.Id));
            return refusal?.Sentence;
        }

        return commitment.LowestNumber > 1
            ? Sentence.Of(
                $"Commitment {commitment.Number} begins here with application {commitment.LowestNumber} and has no opening balances. Enter what was ",
                $"billed and held before it, and have a second person sign it."
            )
            : null;
    }
}
