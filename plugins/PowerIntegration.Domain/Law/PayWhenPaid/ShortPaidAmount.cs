namespace PowerIntegration.Domain.Law.PayWhenPaid;

/// <summary>What the owner's certificate says it did not pay of one share.</summary>
/// <param name="Key">The share.</param>
/// <param name="Amount">Not paid of it.</param>
public sealed record ShortPaidAmount(string Key, decimal Amount);
