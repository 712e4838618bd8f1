namespace PowerIntegration.Domain.VendorMatching;

/// <summary>What became of a vendor.</summary>
public enum MatchState
{
    /// <summary>It is linked to a supplier.</summary>
    Linked,

    /// <summary>Suppliers are proposed; a person decides.</summary>
    Proposed,

    /// <summary>No supplier was found; a new one is requested.</summary>
    Unmatched,
}
