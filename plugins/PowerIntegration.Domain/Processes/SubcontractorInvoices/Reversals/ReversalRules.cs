using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Reversals;

/// <summary>Whether a reversal may be asked for.</summary>
public static class ReversalRules
{
    /// <summary>True where a reversal is still open, so that who asks again asks for the same one.</summary>
    public static bool IsOpen(DocumentSummary reversal) => DocumentStateMachine.MayBePrepared(reversal.State) || reversal.IsInFlight;

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
