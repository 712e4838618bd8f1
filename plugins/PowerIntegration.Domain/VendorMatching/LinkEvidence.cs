namespace PowerIntegration.Domain.VendorMatching;

/// <summary>What links a vendor by itself, the strongest first.</summary>
public enum LinkEvidence
{
    /// <summary>People linked it before.</summary>
    StoredLink,

    /// <summary>The tax ID is the same.</summary>
    TaxId,

    /// <summary>Procore holds the supplier number.</summary>
    SupplierNumber,
}
