namespace PowerIntegration.Domain.Law.Tax;

/// <summary>Retainage held, split into labor and materials. The default value is zero.</summary>
/// <param name="Labor">Held on labor.</param>
/// <param name="Materials">Held on materials; 0 where all materials are deducted at once.</param>
public readonly record struct HeldRetention(decimal Labor, decimal Materials)
{
    /// <summary>Total held.</summary>
    public decimal Total => Labor + Materials;
}
