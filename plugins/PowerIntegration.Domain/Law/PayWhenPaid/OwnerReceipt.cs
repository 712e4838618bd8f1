using PowerIntegration.Domain.Dates;

namespace PowerIntegration.Domain.Law.PayWhenPaid;

/// <summary>The part of an owner's payment for one vendor invoice.</summary>
/// <param name="ReceivedOn">Day the payment was received.</param>
/// <param name="Amount">The part for this invoice, in minor units, from <see cref="OwnerPaymentSplit"/>.</param>
public sealed record OwnerReceipt(CalendarDate ReceivedOn, decimal Amount);
