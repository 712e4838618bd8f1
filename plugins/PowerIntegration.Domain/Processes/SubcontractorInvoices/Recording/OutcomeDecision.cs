using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Findings;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.ReadBack;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Recording;

/// <summary>The answer of one recording: the document's next state, or that nothing changes.</summary>
public sealed record OutcomeDecision
{
    /// <summary>State after the recording.</summary>
    public required DocumentState State { get; init; }

    /// <summary>Reason code; empty where nothing is wrong.</summary>
    public string ReasonCode { get; init; } = "";

    /// <summary>What happened and what to do.</summary>
    public required string Message { get; init; }

    /// <summary>False where the document stays as it is.</summary>
    public required bool IsChange { get; init; }

    /// <summary>True where this preparation becomes the commitment's base.</summary>
    public bool BecomesBase { get; init; }

    /// <summary>What Oracle says, to be written to the document; empty where nothing was read.</summary>
    public IReadOnlyList<ReadBackInvoice> ReadBack { get; init; } = [];

    /// <summary>The posted document that is reversed with this one; null where none is.</summary>
    public Guid? ReversedId { get; init; }

    /// <summary>True where the claim stays until its lease ends: a request may still reach Oracle.</summary>
    public bool KeepsClaim { get; init; }

    /// <summary>What Oracle says of the payment of the invoice that could not be canceled; null where that was not the reason.</summary>
    public string? ReversedPaidStatus { get; init; }

    /// <summary>Numbers of the document's invoices that were canceled in Oracle; empty where this recording found none.</summary>
    public IReadOnlyList<string> CanceledNumbers { get; init; } = [];

    /// <summary>True where Oracle took nothing, so that the next preparation may send other content.</summary>
    public bool IsNothingInOracle { get; init; }

    /// <summary>What a person has to do about an invoice that is in Oracle and goes no further; null where nothing.</summary>
    public Finding? Finding { get; init; }

    /// <summary>The document that waited for this one; null where none did.</summary>
    public Guid? ReleasedId { get; init; }
}
