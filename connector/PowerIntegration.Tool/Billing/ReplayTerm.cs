namespace PowerIntegration.Tool.Billing;

/// <summary>A term that a replay tries to change. The order is the order in which changes are applied.</summary>
internal enum ReplayTerm
{
    /// <summary>One retainage rate.</summary>
    Rate,

    /// <summary>A reduction at half of the contract sum.</summary>
    Step,

    /// <summary>The maximum retainage.</summary>
    Cap,

    /// <summary>How stored materials carry into the next application.</summary>
    StoredMaterials,

    /// <summary>Which lines take a rounding difference.</summary>
    Rounding,

    /// <summary>Who keeps retainage.</summary>
    Keeper,
}
