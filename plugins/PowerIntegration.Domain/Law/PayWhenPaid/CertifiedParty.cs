namespace PowerIntegration.Domain.Law.PayWhenPaid;

/// <summary>One share of the amount billed to the owner: a vendor's invoice, or our own work.</summary>
/// <param name="Key">Identifies the share in sentences and in the answer.</param>
/// <param name="Outstanding">Certified net that the owner has not paid yet; the retainage to release where the owner releases retainage.</param>
public sealed record CertifiedParty(string Key, decimal Outstanding);
