namespace PowerIntegration.Domain.Law.Tax;

/// <summary>Tax of one document. Amounts are in the major unit, rounded once per document.</summary>
public sealed record TaxFigures
{
    /// <summary>The taxable amount.</summary>
    public required decimal TaxBase { get; init; }

    /// <summary>Tax paid to the vendor with the document; 0 under reverse charge and where Oracle computes it.</summary>
    public required decimal TaxPaid { get; init; }

    /// <summary>Tax that the customer accounts for itself.</summary>
    public required decimal SelfAccounted { get; init; }

    /// <summary>Tax that Oracle is expected to compute; null where it computes none.</summary>
    public decimal? ExpectedFromOracle { get; init; }

    /// <summary>Tax waiting in the retention-tax account after the document.</summary>
    public required decimal TrackedAfter { get; init; }

    /// <summary>Payable to the vendor: net before tax plus tax paid.</summary>
    public required decimal Payable { get; init; }

    /// <summary>Journal of the tax alone, balanced; empty where PowerIntegration books none.</summary>
    public required IReadOnlyList<TaxLeg> Journal { get; init; }
}
