using PowerIntegration.Domain.Amounts;

namespace PowerIntegration.Domain.Law.Tax;

/// <summary>The payment of one document to a vendor subject to withholding tax. Amounts exclude tax on the supply.</summary>
public sealed record WithholdingTaxDocument
{
    /// <summary>How sentences name the document.</summary>
    public required string Name { get; init; }

    /// <summary>Currency.</summary>
    public required Currency Currency { get; init; }

    /// <summary>The gross movement except the direct cost of materials.</summary>
    public required decimal Labor { get; init; }

    /// <summary>The vendor's direct cost of materials, without profit and without its own equipment.</summary>
    public required decimal Materials { get; init; }

    /// <summary>Retainage withheld with the document.</summary>
    public required decimal RetentionWithheld { get; init; }

    /// <summary>Retainage released with the document.</summary>
    public required decimal RetentionReleased { get; init; }

    /// <summary>Retainage held before the document, as this computation split it into labor and materials.</summary>
    public HeldRetention HeldBefore { get; init; }

    /// <summary>The payment before withholding tax.</summary>
    public decimal Payment => Labor + Materials - RetentionWithheld + RetentionReleased;
}
