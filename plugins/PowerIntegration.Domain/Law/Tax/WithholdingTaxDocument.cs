using PowerIntegration.Domain.Amounts;

namespace PowerIntegration.Domain.Law.Tax;

/// <summary>What one document pays a supplier from whom tax is withheld. Amounts exclude tax on the supply.</summary>
public sealed record WithholdingTaxDocument
{
    /// <summary>How sentences name the document.</summary>
    public required string Name { get; init; }

    /// <summary>Currency.</summary>
    public required Currency Currency { get; init; }

    /// <summary>Everything of the gross movement that is not direct cost of materials.</summary>
    public required decimal Labour { get; init; }

    /// <summary>The supplier's direct cost of materials; neither profit on them nor own plant.</summary>
    public required decimal Materials { get; init; }

    /// <summary>Retention withheld with the document.</summary>
    public required decimal RetentionWithheld { get; init; }

    /// <summary>Retention released with the document.</summary>
    public required decimal RetentionReleased { get; init; }

    /// <summary>Retention held before the document, of labour and of materials as this computation split it.</summary>
    public HeldRetention HeldBefore { get; init; }

    /// <summary>What is paid before withholding.</summary>
    public decimal Payment => Labour + Materials - RetentionWithheld + RetentionReleased;
}
