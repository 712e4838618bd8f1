namespace PowerIntegration.Domain.Law.Tax;

/// <summary>One entry of a tax journal; the entries add up to zero.</summary>
/// <param name="Role">The role of the account.</param>
/// <param name="Amount">Debit where positive, credit where negative.</param>
public sealed record TaxLeg(TaxAccountRole Role, decimal Amount);
