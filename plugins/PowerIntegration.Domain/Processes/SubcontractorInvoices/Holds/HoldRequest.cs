using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Users;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Holds;

/// <summary>What a person's word about the release of a payment hold comes to. Invariant: where there is a refusal, nothing changes.</summary>
public sealed record HoldRequest
{
    private HoldRequest() { }

    /// <summary>Why nothing changes; null where something may.</summary>
    public Refusal? Refusal { get; private init; }

    /// <summary>Who requested the release; null where no one does any more.</summary>
    public Person? RequestedBy { get; private init; }

    /// <summary>Why.</summary>
    public string? Reason { get; private init; }

    /// <summary>The second person; null where no one confirmed.</summary>
    public Person? ConfirmedBy { get; private init; }

    /// <summary>What happened and what comes next.</summary>
    public string Message { get; private init; } = "";

    /// <summary>Decides. A reason requests, no reason confirms, and nobody confirms an own request.</summary>
    /// <param name="document">The document.</param>
    /// <param name="caller">Who speaks.</param>
    /// <param name="reason">Why the hold is to be released; empty to confirm.</param>
    /// <param name="isWithdrawn">True to withdraw the request.</param>
    public static HoldRequest Of(HeldDocument document, Person caller, string? reason, bool isWithdrawn)
    {
        if (Unaskable(document) is { } refusal)
        {
            return new HoldRequest { Refusal = refusal };
        }

        if (isWithdrawn)
        {
            return document.RequestedBy is null
                ? Refuse(DocumentReasons.DocumentState, $"No release of the payment hold of {document.Name} was requested.")
                : new HoldRequest { Message = $"The request was withdrawn by {caller}. The payment hold of {document.Name} stays." };
        }

        if (!string.IsNullOrWhiteSpace(reason))
        {
            return new HoldRequest
            {
                RequestedBy = caller,
                Reason = reason!.Trim(),
                Message = $"The release of the payment hold of {document.Name} was requested. A second person must confirm it.",
            };
        }

        return document.RequestedBy is not { } first
                ? Refuse(
                    DocumentReasons.SecondPersonRequired,
                    $"No release of the payment hold of {document.Name} was requested. Enter a reason; a second person then confirms it."
                )
            : caller.Is(first)
                ? Refuse(
                    DocumentReasons.SecondPersonRequired,
                    $"{first} requested the release of the payment hold of {document.Name}. A second person must confirm it."
                )
            : new HoldRequest
            {
                RequestedBy = first,
                Reason = document.Reason,
                ConfirmedBy = document.ConfirmedBy ?? caller,
                Message = $"The release of the payment hold of {document.Name} is confirmed. It is sent to Oracle with the next daily run.",
            };
    }

    private static Refusal? Unaskable(HeldDocument document) =>
        !document.IsPlaced ? new Refusal(DocumentReasons.DocumentState, $"{document.Name} has no payment hold.")
        : document.ReleasedWhy is { } why
            ? new Refusal(DocumentReasons.DocumentState, $"The payment hold of {document.Name} was already released. {why}")
        : !document.IsOpen ? new Refusal(DocumentReasons.DocumentState, $"{document.Name} is {document.State}; it is not waiting for payment.")
        : document.IsSent
            ? new Refusal(
                DocumentReasons.DocumentState,
                $"The release of the payment hold of {document.Name} is already being sent to Oracle and can no longer be changed."
            )
        : null;

    private static HoldRequest Refuse(ReasonCode code, string sentence) => new() { Refusal = new Refusal(code, sentence) };
}
