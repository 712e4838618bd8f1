using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.ReadBack;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Recording;

/// <summary>Everything that the recording of one outcome decides from.</summary>
public sealed record OutcomeFacts
{
    /// <summary>The document.</summary>
    public required DocumentSummary Document { get; init; }

    /// <summary>Key of the document; the marks of its parts are made from it.</summary>
    public required string DocumentKey { get; init; }

    /// <summary>Ids of the Oracle invoices that the document is known to have made.</summary>
    public IReadOnlyList<string> RecordIds { get; init; } = [];

    /// <summary>Ids of the Oracle invoices of the document that this one reverses; empty where it is no reversal.</summary>
    public IReadOnlyList<string> ReversedRecordIds { get; init; } = [];

    /// <summary>The vendor's other documents that use a number, or have an invoice, that was read back.</summary>
    public IReadOnlyList<NumberOwner> NumberOwners { get; init; } = [];

    /// <summary>Every other document of the commitment, all revisions.</summary>
    public required IReadOnlyList<DocumentSummary> Others { get; init; }

    /// <summary>The frozen rows of the document's preparation; null where it has none.</summary>
    public PreparedInvoice? Prepared { get; init; }

    /// <summary>Why what was frozen cannot be used: it is not what was frozen; null where it is.</summary>
    public Refusal? PreparedProblem { get; init; }

    /// <summary>The posted document that this one reverses; null where it is no reversal.</summary>
    public Guid? ReversedId { get; init; }

    /// <summary>Base of the commitment now; a preparation from another base may not become it.</summary>
    public Guid? CommitmentBaseId { get; init; }

    /// <summary>What the gateway reports.</summary>
    public required SubmissionOutcome Outcome { get; init; }

    /// <summary>True where the reporting call has the document's claim.</summary>
    public required bool IsClaimHolder { get; init; }

    /// <summary>Hash of what the gateway sent.</summary>
    public required string ContentHash { get; init; }

    /// <summary>What Oracle says, one for every document that it has; null where nothing was read.</summary>
    public IReadOnlyList<ReadBackInvoice>? ReadBack { get; init; }

    /// <summary>What is known of the document's payment holds beside what it froze.</summary>
    public KnownHolds Holds { get; init; } = KnownHolds.None;

    /// <summary>Why what Oracle says could not be read; null where it could or where there was nothing.</summary>
    public Refusal? ReadBackProblem { get; init; }

    /// <summary>True where something of it was sent before this call, or in it, so that an invoice without our mark may still be ours.</summary>
    public bool WasSent { get; init; }

    /// <summary>The gateway's reason code of a refusal.</summary>
    public string? ReasonCode { get; init; }

    /// <summary>The gateway's sentence.</summary>
    public string? Message { get; init; }
}
