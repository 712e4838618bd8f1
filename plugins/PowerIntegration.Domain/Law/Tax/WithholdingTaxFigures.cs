namespace PowerIntegration.Domain.Law.Tax;

/// <summary>Tax withheld from one payment.</summary>
public sealed record WithholdingTaxFigures
{
    /// <summary>Payment before withholding, without tax on the supply.</summary>
    public required decimal Payment { get; init; }

    /// <summary>Materials taken off the payment.</summary>
    public required decimal Materials { get; init; }

    /// <summary>What tax is withheld from.</summary>
    public required decimal Base { get; init; }

    /// <summary>Tax withheld; 0 where Oracle computes it.</summary>
    public required decimal Withheld { get; init; }

    /// <summary>Tax that Oracle is expected to withhold; null where it withholds none.</summary>
    public decimal? ExpectedFromOracle { get; init; }

    /// <summary>What the supplier receives of the payment.</summary>
    public required decimal Cash { get; init; }

    /// <summary>Retention held after the document.</summary>
    public required HeldRetention HeldAfter { get; init; }

    /// <summary>Journal of the withholding alone, balanced; empty where none is booked by us.</summary>
    public required IReadOnlyList<TaxLeg> Journal { get; init; }
}
