using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Holds;

/// <summary>Whether a payment hold is to be released: two people decided it, the document was reversed, or the day came on which
/// payment is due in any case.</summary>
public static class HoldRelease
{
    /// <summary>Why the hold is released; null where it stays.</summary>
    /// <param name="document">The document.</param>
    /// <param name="today">The day.</param>
    public static string? Why(HeldDocument document, CalendarDate today) =>
        !document.IsOpen ? null
        : document.State == DocumentState.Reversed ? Reversed(document)
        : document.ConfirmedBy is { } second ? $"{document.RequestedBy} requested the release and {second} confirmed it: {document.Reason}"
        : document.Until is { } until && until <= today ? Sentence.Of($"The outside date {until} was reached. {document.Basis}")
        : null;

    /// <summary>Why the hold of a reversed document is released: its credit leaves nothing to pay, and held alone it would stay for ever.</summary>
    internal static string Reversed(HeldDocument document) => $"{document.Name} was reversed, so nothing is left to pay.";
}
