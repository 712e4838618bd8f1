using PowerIntegration.Audit.Contracts;

namespace PowerIntegration.Domain.Audit;

/// <summary>How far a run came and what it found.</summary>
public sealed record AuditResult
{
    /// <summary>The seed of the run.</summary>
    public required long Seed { get; init; }

    /// <summary>Contracts that were billed from the first to the last application.</summary>
    public required int Contracts { get; init; }

    /// <summary>Invoices that were compared.</summary>
    public required long Invoices { get; init; }

    /// <summary>Rows of all invoices.</summary>
    public required long Rows { get; init; }

    /// <summary>Invoices by the way retainage was held.</summary>
    public required IReadOnlyDictionary<RetainageMode, long> InvoicesByMode { get; init; }

    /// <summary>Invoices by what was drawn around the rows.</summary>
    public required IReadOnlyDictionary<string, long> InvoicesByKind { get; init; }

    /// <summary>What was found; null where engine and auditor agree.</summary>
    public AuditFinding? Finding { get; init; }
}
