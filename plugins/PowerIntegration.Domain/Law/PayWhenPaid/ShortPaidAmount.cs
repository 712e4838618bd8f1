namespace PowerIntegration.Domain.Law.PayWhenPaid;

/// <summary>The unpaid part of one share, by the owner's certificate.</summary>
/// <param name="Key">The share.</param>
/// <param name="Amount">The unpaid amount.</param>
public sealed record ShortPaidAmount(string Key, decimal Amount);
