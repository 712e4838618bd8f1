namespace PowerIntegration.Audit.Contracts;

/// <summary>What the contract says about tax.</summary>
/// <param name="By">Whose tax is paid.</param>
/// <param name="When">When tax on what is held is due.</param>
/// <param name="Rate">Parts of a million; none where only the application knows the tax.</param>
public sealed record TaxSheet(TaxedBy By, TaxedWhen When, int? Rate);
