using PowerIntegration.Domain.Dates;

namespace PowerIntegration.Domain.Law.PayWhenPaid;

/// <summary>What an owner's payment brought for one invoice of a supplier.</summary>
/// <param name="ReceivedOn">Day on which the money came.</param>
/// <param name="Amount">The part of it that is for this invoice, in minor units, from <see cref="OwnerPaymentSplit"/>.</param>
public sealed record OwnerReceipt(CalendarDate ReceivedOn, decimal Amount);
