namespace PowerIntegration.Domain.VendorMatching;

/// <summary>What proposes a supplier, the strongest first.</summary>
public enum ProposalEvidence
{
    /// <summary>The tax ID is the same, but something contradicts it.</summary>
    SameTaxId,

    /// <summary>The supplier number is the same, but something contradicts it.</summary>
    SameNumber,

    /// <summary>Name and postal code are the same.</summary>
    SameNameAndPostalCode,

    /// <summary>The tax ID has two digits swapped or one wrong, and the name is alike.</summary>
    TaxIdSlip,

    /// <summary>The name is the same, the postal code is not.</summary>
    SameName,

    /// <summary>The name is alike and the postal code is the same.</summary>
    AlikeNameAndPostalCode,
}
