using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Documents.Preparing;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Users;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Reversals;

/// <summary>Whether a reversal may be asked for.</summary>
public static class ReversalRules
{
    /// <summary>True where a reversal is still open, so that who asks again asks for the same one.</summary>
    public static bool IsOpen(DocumentSummary reversal) => DocumentStateMachine.MayBePrepared(reversal.State) || reversal.IsInFlight;

    /// <summary>What becomes of a reversal that is withdrawn: nothing more, unless it is already being sent.</summary>
    /// <param name="reversal">The reversal.</param>
    /// <param name="by">Who withdraws it.</param>
    public static PreparationDecision Withdrawn(DocumentSummary reversal, Person by) =>
        reversal.IsInFlight || reversal.IsClaimedOrSent
            ? new PreparationDecision.Unchanged(reversal, "The reversal is already being sent to Oracle and can no longer be withdrawn.")
            : new PreparationDecision.Replaced($"The reversal was withdrawn by {by}. The document stays posted.");

    /// <summary>Why nothing can be withdrawn: no reversal of the document is open.</summary>
    public static Refusal NothingToWithdraw() =>
        new(DocumentReasons.DocumentState, "No reversal of this document is waiting, so there is nothing to withdraw.");

    /// <summary>Why a new reversal cannot be asked for; null where it can: it needs a posted document and a reason.</summary>
    /// <param name="original">The document that would be reversed.</param>
    /// <param name="name">Its name.</param>
    /// <param name="reason">Why it is reversed.</param>
    public static Refusal? Unaskable(DocumentSummary original, string name, string? reason) =>
        original.Type == DocumentKind.Reversal
            ? new Refusal(
                DocumentReasons.DocumentState,
                $"{name} is a reversal and cannot be reversed. To post the invoice again, retry its last event."
            )
        : original.State != DocumentState.Posted
            ? new Refusal(DocumentReasons.DocumentState, $"Document {name} is {original.State}; only a posted document can be reversed.")
        : string.IsNullOrWhiteSpace(reason)
            ? new Refusal(
                DocumentReasons.SecondPersonRequired,
                $"The reversal of {name} has no reason. Enter one; a second person then confirms the reversal."
            )
        : null;
}
