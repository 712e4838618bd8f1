using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Reversals;

/// <summary>Whether a reversal may be asked for.</summary>
public static class ReversalRules
{
    /// <summary>True where a reversal is still open, so that who asks again asks for the same one.</summary>
    public static bool IsOpen(DocumentSummary reversal) => DocumentStateMachine.MayBePrepared(reversal.State) || reversal.IsInFlight;

    /// <summary>Why a new reversal cannot be asked for; null where it can: it needs a posted document and a reason.</summary>
    /// <param name="original">The document that would be taken back.</param>
    /// <param name="name">Its name.</param>
    /// <param name="reason">Why it is taken back.</param>
    public static Refusal? Unaskable(DocumentSummary original, string name, string? reason) =>
        original.Type == DocumentKind.Reversal
            ? new Refusal(DocumentReasons.DocumentState, $"{name} is itself a reversal. Read the invoice from Procore again; it posts anew.")
        : original.State != DocumentState.Posted
            ? new Refusal(DocumentReasons.DocumentState, $"Document {name} is {original.State}; only what is posted is taken back.")
        : string.IsNullOrWhiteSpace(reason)
            ? new Refusal(DocumentReasons.SecondPersonRequired, $"The reversal of {name} has no reason. Pass one; a second person then confirms.")
        : null;
}
