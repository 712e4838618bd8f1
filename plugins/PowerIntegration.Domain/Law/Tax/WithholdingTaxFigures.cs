namespace PowerIntegration.Domain.Law.Tax;

/// <summary>Tax withheld from one payment.</summary>
public sealed record WithholdingTaxFigures
{
    /// <summary>Payment before withholding tax, without tax on the supply.</summary>
    public required decimal Payment { get; init; }

    /// <summary>Materials deducted from the payment.</summary>
    public required decimal Materials { get; init; }

    /// <summary>The amount that tax is withheld from.</summary>
    public required decimal Base { get; init; }

    /// <summary>Tax withheld; 0 where Oracle computes it.</summary>
    public required decimal Withheld { get; init; }

    /// <summary>Tax that Oracle is expected to withhold; null where it withholds none.</summary>
    public decimal? ExpectedFromOracle { get; init; }

    /// <summary>The payment to the vendor.</summary>
    public required decimal Cash { get; init; }

    /// <summary>Retainage held after the document.</summary>
    public required HeldRetention HeldAfter { get; init; }

    /// <summary>Journal of the withholding tax alone, balanced; empty where PowerIntegration books none.</summary>
    public required IReadOnlyList<TaxLeg> Journal { get; init; }
}
