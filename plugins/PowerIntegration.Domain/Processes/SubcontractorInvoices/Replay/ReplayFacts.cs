using PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;
using PowerIntegration.Domain.Versions;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Replay;

/// <summary>What a replay of a commitment is made from.</summary>
public sealed record ReplayFacts
{
    /// <summary>The commitment's number.</summary>
    public required string Number { get; init; }

    /// <summary>ISO currency code of the commitment.</summary>
    public required string Currency { get; init; }

    /// <summary>The proposed terms.</summary>
    public required TermsVersion Terms { get; init; }

    /// <summary>The opening balances; null where there are none.</summary>
    public OpeningEntry? Opening { get; init; }

    /// <summary>Every document of the commitment that was read from Procore, in any order.</summary>
    public required IReadOnlyList<ReplayDocument> Documents { get; init; }
}
