namespace PowerIntegration.Domain.Law.Tax;

/// <summary>Retention held, split into what was held of labour and of materials. The default value holds nothing.</summary>
/// <param name="Labour">Held of labour.</param>
/// <param name="Materials">Held of materials; 0 where all materials are taken off at once.</param>
public readonly record struct HeldRetention(decimal Labour, decimal Materials)
{
    /// <summary>All that is held.</summary>
    public decimal Total => Labour + Materials;
}
