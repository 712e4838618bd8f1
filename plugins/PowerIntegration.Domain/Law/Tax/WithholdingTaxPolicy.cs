namespace PowerIntegration.Domain.Law.Tax;

/// <summary>
/// How materials and retainage affect the base of withholding tax. Both withhold the same over the life of a contract, at different times.
/// </summary>
public enum WithholdingTaxPolicy
{
    /// <summary>All materials of the document are deducted from the payment at once.</summary>
    MaterialsInFull,

    /// <summary>Retainage is divided over labor and materials; withheld materials are deducted when they are paid.</summary>
    RetentionProRata,
}
