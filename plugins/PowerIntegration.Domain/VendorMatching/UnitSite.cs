namespace PowerIntegration.Domain.VendorMatching;

/// <summary>The site of a linked supplier for a business unit.</summary>
/// <param name="BusinessUnit">The business unit.</param>
/// <param name="Site">The site; null where none can be used, or several can and a person has to choose.</param>
/// <param name="Sentence">Why this one, or why none.</param>
public sealed record UnitSite(string BusinessUnit, SupplierSite? Site, string Sentence);
