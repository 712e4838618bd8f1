namespace PowerIntegration.Domain.VendorMatching;

/// <summary>What a person has to look at: why a vendor is not linked, or what is wrong with its link.</summary>
public enum MatchIssue
{
    /// <summary>The supplier is inactive: no new document may name it.</summary>
    InactiveSupplier,

    /// <summary>The supplier was merged into another, which is meant.</summary>
    MergedSupplier,

    /// <summary>The supplier into which it was merged is missing, or the merges lead back to it.</summary>
    MergeUnusable,

    /// <summary>The stored link names a supplier that Oracle does not have.</summary>
    StoredSupplierMissing,

    /// <summary>The stored link is kept, although the tax ID is of another supplier.</summary>
    StoredAgainstTaxId,

    /// <summary>A vendor from abroad without a tax ID is not linked without a person.</summary>
    ForeignWithoutTaxId,

    /// <summary>Several active suppliers have the tax ID or the number.</summary>
    SuppliersShareId,

    /// <summary>Several vendors have the tax ID.</summary>
    VendorsShareTaxId,

    /// <summary>Several vendors with another tax ID each, or none, are linked to the supplier.</summary>
    VendorsShareSupplier,

    /// <summary>The tax ID identifies no company.</summary>
    TaxIdUnusable,

    /// <summary>The tax ID is the one of the parent vendor.</summary>
    TaxIdOfParent,

    /// <summary>Tax ID, number, name and address do not agree about who it is.</summary>
    EvidenceContradicts,

    /// <summary>The names have nothing in common; the link rests on the tax ID.</summary>
    NamesDiffer,

    /// <summary>No purchase order may name the supplier yet.</summary>
    ProspectiveSupplier,

    /// <summary>No business unit can use a site of the supplier.</summary>
    NoUsableSite,

    /// <summary>There is no supplier; a new one is requested.</summary>
    SupplierRequest,
}
