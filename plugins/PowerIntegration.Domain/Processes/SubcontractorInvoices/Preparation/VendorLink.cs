namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;

/// <summary>Which supplier and site in Oracle are paid for a vendor of Procore, as two people decided it.</summary>
/// <param name="Key">Key of its row.</param>
/// <param name="VersionHash">Hash of its content; null where the row has none.</param>
/// <param name="IsActive">True where the row is active.</param>
/// <param name="ProcoreId">Procore's id of the vendor.</param>
/// <param name="BusinessUnit">Oracle business unit that pays.</param>
/// <param name="VendorName">Name of the supplier.</param>
/// <param name="VendorNumber">Number of the supplier.</param>
/// <param name="VendorSite">Its site.</param>
public sealed record VendorLink(
    string Key,
    string? VersionHash,
    bool IsActive,
    string ProcoreId,
    string BusinessUnit,
    string VendorName,
    string VendorNumber,
    string VendorSite
);
