namespace PowerIntegration.Domain.Law.Tax;

/// <summary>
/// How materials and retention meet in the base of withholding. Both withhold the same over the life of a contract, at other times.
/// </summary>
public enum WithholdingTaxPolicy
{
    /// <summary>All materials of the document are taken off the payment at once.</summary>
    MaterialsInFull,

    /// <summary>Retention is spread over labour and materials; the materials held back are taken off when they are paid.</summary>
    RetentionProRata,
}
