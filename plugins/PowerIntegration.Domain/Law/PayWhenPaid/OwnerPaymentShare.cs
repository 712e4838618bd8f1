namespace PowerIntegration.Domain.Law.PayWhenPaid;

/// <summary>The part of an owner's payment for one share.</summary>
/// <param name="Key">The share.</param>
/// <param name="Released">Paid for it now.</param>
/// <param name="Blocked">Still not paid.</param>
public sealed record OwnerPaymentShare(string Key, decimal Released, decimal Blocked);
