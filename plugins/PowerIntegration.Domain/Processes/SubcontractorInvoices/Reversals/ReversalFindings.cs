using PowerIntegration.Domain.Findings;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Reversals;

/// <summary>What people have to do about a reversal: confirm it, and decide what becomes of the invoice afterwards.</summary>
public static class ReversalFindings
{
    /// <summary>A reversal waits for its second person. What is at risk stands in the sentence: nothing is lost while it waits.</summary>
    /// <param name="name">Name of the reversal.</param>
    /// <param name="requestedBy">Who requested it.</param>
    /// <param name="amount">What it pays: the posted amount with its sign reversed.</param>
    /// <param name="currency">ISO code.</param>
    public static Finding Unconfirmed(string name, string requestedBy, decimal amount, string currency) =>
        new()
        {
            Kind = FindingKind.ReversalUnconfirmed,
            Severity = FindingSeverity.Warning,
            Owner = OwnerRole.Controller,
            Sentence = $"{name} ({Sentence.Amount(amount)} {currency}) was requested by {requestedBy} and is not confirmed.",
            NextStep = $"A second person, other than {requestedBy}, must confirm the reversal.",
        };

    /// <summary>A document was reversed: its source is still approved, and nothing pays it.</summary>
    /// <param name="name">Name of the reversed document.</param>
    /// <param name="amount">What it paid.</param>
    /// <param name="currency">ISO code.</param>
    public static Finding Reversed(string name, decimal amount, string currency) =>
        new()
        {
            Kind = FindingKind.DocumentReversed,
            Severity = FindingSeverity.Warning,
            Owner = OwnerRole.Controller,
            Sentence = $"{name} was reversed and has not been posted again.",
            NextStep =
                "To pay it, retry its last event: it is then read again and posted as a new revision. "
                + "If it must not be paid, void it in Procore and acknowledge this finding.",
            Amount = amount,
            Currency = currency,
        };
}
