namespace PowerIntegration.Domain.VendorMatching;

/// <summary>A supplier that may be the vendor. A person decides.</summary>
/// <param name="Supplier">The supplier.</param>
/// <param name="Evidence">What proposes it.</param>
/// <param name="Sentence">The same in words.</param>
public sealed record SupplierProposal(SupplierRecord Supplier, ProposalEvidence Evidence, string Sentence);
