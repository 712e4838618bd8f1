namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;

/// <summary>A controller lets a document be posted again whose invoice was canceled in Oracle before the document was posted.</summary>
/// <param name="Reason">Why.</param>
/// <param name="DecidedBy">Who decided.</param>
public sealed record PostAgainDecision(string Reason, string DecidedBy)
{
    /// <summary>Numbers of the canceled invoices the decision is about. It does not cover an invoice that is canceled later.</summary>
    public IReadOnlyList<string> CanceledNumbers { get; init; } = [];

    /// <summary>True where every canceled invoice of the document was canceled before the decision.</summary>
    public bool Covers(IEnumerable<string> canceledNumbers) => !canceledNumbers.Except(CanceledNumbers, StringComparer.Ordinal).Any();
}
