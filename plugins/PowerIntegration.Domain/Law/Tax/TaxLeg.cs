namespace PowerIntegration.Domain.Law.Tax;

/// <summary>One leg of a journal; the legs of a journal add up to zero.</summary>
/// <param name="Role">What the account stands for.</param>
/// <param name="Amount">Debit where positive, credit where negative.</param>
public sealed record TaxLeg(TaxAccountRole Role, decimal Amount);
