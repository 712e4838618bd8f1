using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.Law.Reasons;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Law.PayWhenPaid;

/// <summary>
/// Divides an owner's payment over the billed shares. The shares add up to the payment, and none exceeds its outstanding amount.
/// </summary>
public sealed record OwnerPaymentSplit
{
    // Invariant: there are shares or a refusal, never both.
    private OwnerPaymentSplit(IReadOnlyList<OwnerPaymentShare> shares, Refusal? refusal)
    {
        Shares = shares;
        Refusal = refusal;
    }

    /// <summary>The shares in the order of the parties; empty where the payment cannot be divided.</summary>
    public IReadOnlyList<OwnerPaymentShare> Shares { get; }

    /// <summary>Why the payment cannot be divided; null where it can.</summary>
    public Refusal? Refusal { get; }

    /// <summary>Divides a payment. For a second payment the outstanding amounts are those left by the first.</summary>
    /// <param name="parties">All shares of the owner's certificate.</param>
    /// <param name="payment">What the owner paid now.</param>
    /// <param name="allocation">The allocation on its certificate.</param>
    public static OwnerPaymentSplit Of(IReadOnlyList<CertifiedParty> parties, Money payment, OwnerAllocation allocation)
    {
        var missing = parties.Sum(party => party.Outstanding) - payment.Amount;
        var problem = Problem(parties, payment, missing);
        if (problem is not null)
        {
            return Refused(problem);
        }

        var shortfall = OwnerShortfall.Of(parties, payment, missing, allocation);
        if (shortfall.Problem is not null)
        {
            return Refused(shortfall.Problem);
        }

        OwnerPaymentShare[] shares =
        [
            .. parties.Select(
                (party, index) => new OwnerPaymentShare(party.Key, party.Outstanding - shortfall.Amounts[index], shortfall.Amounts[index])
            ),
        ];
        Residual.RequireZero(payment.Amount, shares.Select(share => share.Released), "The released amounts add up to the owner's payment.");
        Invariant.Require(
            shares.All(share => share.Released >= 0m && share.Blocked >= 0m),
            "No share is paid more than its outstanding amount or less than zero."
        );
        return new OwnerPaymentSplit(shares, null);
    }

    private static string? Problem(IReadOnlyList<CertifiedParty> parties, Money payment, decimal missing)
    {
        if (parties.GroupBy(party => party.Key, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            return $"Share {twice.Key} is listed more than once. Remove the duplicate.";
        }

        if (parties.FirstOrDefault(party => party.Outstanding < 0m) is { } negative)
        {
            return $"Share {negative.Key} has {new Money(negative.Outstanding, payment.Currency)} outstanding. "
                + "Settle the credit before dividing the owner's payment.";
        }

        if (payment.Amount <= 0m)
        {
            return $"The owner's payment is {payment}. Enter a payment above zero.";
        }

        if (parties.Select(party => party.Outstanding).Concat([payment.Amount]).Any(amount => !Rounding.IsInMinorUnits(amount, payment.Currency)))
        {
            return $"An amount has more decimal places than {payment.Currency.Code} allows. Correct it.";
        }

        return missing < 0m
            ? $"The owner paid {payment}, {new Money(-missing, payment.Currency)} more than the "
                + $"{new Money(payment.Amount + missing, payment.Currency)} "
                + "outstanding. Apply the rest to its own certificate."
            : null;
    }

    private static OwnerPaymentSplit Refused(string sentence) => new([], new Refusal(LawReasons.OwnerPaymentDiffers, sentence));
}
