namespace PowerIntegration.Domain.Law.PayWhenPaid;

/// <summary>One share in what the owner was asked to pay: a supplier's invoice, or our own work.</summary>
/// <param name="Key">Names the share in sentences and in the answer.</param>
/// <param name="Outstanding">Certified net that the owner has not paid yet; retainage to be released where the owner releases retainage.</param>
public sealed record CertifiedParty(string Key, decimal Outstanding);
