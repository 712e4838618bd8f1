using System.ComponentModel.DataAnnotations;
using PowerIntegration.Domain.Documents;

namespace PowerIntegration.Gateway.Submission;

/// <summary>How one submission ended.</summary>
/// <param name="DocumentId">The document.</param>
/// <param name="State">State of the document, or <see cref="PendingState"/> where the call ended before the outcome was known.</param>
/// <param name="ReasonCode">Why it is not posted, or null.</param>
/// <param name="Message">A sentence for the run history.</param>
/// <param name="OracleInvoiceId">Oracle's id as text, or null.</param>
/// <param name="OracleInvoiceNumber">Number in Oracle, or null.</param>
/// <param name="Amount">Amount in <paramref name="Currency"/> as Oracle says it, else as prepared; for people.</param>
/// <param name="Currency">ISO code.</param>
/// <param name="ReleasedDocuments">How many documents that waited for this one go on now.</param>
/// <param name="ReleasedAmount">What they pay, or what their source certifies, in <paramref name="Currency"/>.</param>
/// <param name="AttachmentsWaiting">How many of its files wait to be attached to the invoice.</param>
internal sealed record SubmittedDocument(
    Guid DocumentId,
    [property: AllowedValues(
        nameof(DocumentState.Received),
        nameof(DocumentState.Prepared),
        nameof(DocumentState.AwaitingApproval),
        nameof(DocumentState.Held),
        nameof(DocumentState.Submitted),
        nameof(DocumentState.Posted),
        nameof(DocumentState.Refused),
        nameof(DocumentState.Superseded),
        nameof(DocumentState.Reversed),
        SubmittedDocument.PendingState
    )]
        string State,
    string? ReasonCode,
    string Message,
    string? OracleInvoiceId,
    string? OracleInvoiceNumber,
    decimal Amount,
    string Currency,
    int ReleasedDocuments,
    decimal ReleasedAmount,
    int AttachmentsWaiting
)
{
    /// <summary>State in the answer of a call that ended before the outcome was known.</summary>
    public const string PendingState = "pending";
}
