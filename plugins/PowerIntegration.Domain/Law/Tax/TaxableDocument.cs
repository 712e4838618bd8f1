using PowerIntegration.Domain.Amounts;

namespace PowerIntegration.Domain.Law.Tax;

/// <summary>The amounts of one document on which tax is due, in the contract's currency and before tax.</summary>
public sealed record TaxableDocument
{
    /// <summary>How sentences name the document.</summary>
    public required string Name { get; init; }

    /// <summary>Currency.</summary>
    public required Currency Currency { get; init; }

    /// <summary>Gross movement, g; 0 on a release.</summary>
    public required decimal Gross { get; init; }

    /// <summary>Withheld with the document; not negative on an invoice, negative where a credit returns it.</summary>
    public required decimal Withheld { get; init; }

    /// <summary>Retainage released with the document, X.</summary>
    public required decimal Released { get; init; }

    /// <summary>Tax that the source states; null where it states none.</summary>
    public decimal? SourceTax { get; init; }

    /// <summary>Retainage held before the document.</summary>
    public decimal HeldBefore { get; init; }

    /// <summary>Tax waiting in the retention-tax account before the document; only the tracked mode keeps one.</summary>
    public decimal TrackedBefore { get; init; }

    /// <summary>What is paid before tax: g less what is held back, plus what is released.</summary>
    public decimal NetBeforeTax => Gross - Withheld + Released;
}
