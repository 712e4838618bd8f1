namespace PowerIntegration.Domain.ContractBilling.Replay;

/// <summary>A term that a proposal may change, in the order in which it is named.</summary>
public enum ReplayTerm
{
    /// <summary>How retainage is calculated: rates, steps, a scale.</summary>
    Retainage,

    /// <summary>The maximum retainage.</summary>
    Cap,

    /// <summary>How stored materials carry into the next application.</summary>
    StoredMaterials,

    /// <summary>Which lines take a rounding difference.</summary>
    Rounding,

    /// <summary>Who keeps retainage.</summary>
    Keeper,
}
