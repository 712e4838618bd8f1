using System;
using System.Collections.Generic;
using System.Linq;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.PayWhenPaid;

/// <summary>Divides an owner's payment over the shares that it was asked for. The shares add up to the payment, and none exceeds what is outstanding.</summary>
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

    /// <summary>Divides a payment. For a second payment the outstanding amounts are those that the first left blocked.</summary>
    /// <param name="parties">All shares of the owner's certificate.</param>
    /// <param name="payment">What the owner paid now.</param>
    /// <param name="allocation">What its certificate says.</param>
    public static OwnerPaymentSplit Of(IReadOnlyList<CertifiedParty> parties, Money payment, OwnerAllocation allocation)
    {
        var missing = parties.Sum(party => party.Outstanding) - payment.Amount;
        var problem = Problem(parties, payment, missing);
        if (problem is not null)
        {
            return Refused(problem);
        }

        var shortfall = Shortfall(parties, payment, missing, allocation);
        if (shortfall.Refusal is not null)
        {
            return Refused(shortfall.Refusal.Sentence);
        }

        OwnerPaymentShare[] shares = [.. parties.Select((party, index) => new OwnerPaymentShare(party.Key, party.Outstanding - shortfall.Amounts[index], shortfall.Amounts[index]))];
        Residual.RequireZero(payment.Amount, shares.Select(share => share.Released), "What is released adds up to what the owner paid.");
        Invariant.Require(shares.All(share => share.Released >= 0m && share.Blocked >= 0m), "No share is paid beyond what is outstanding, and none gives back.");
        return new OwnerPaymentSplit(shares, null);
    }

    private static string? Problem(IReadOnlyList<CertifiedParty> parties, Money payment, decimal missing)
    {
        if (parties.GroupBy(party => party.Key, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            return $"The share {twice.Key} is listed more than once. List it once.";
        }

        if (parties.FirstOrDefault(party => party.Outstanding < 0m) is { } negative)
        {
            return $"The share {negative.Key} has {Sentence.Amount(negative.Outstanding)} outstanding. Settle the credit before the owner's payment is divided.";
        }

        if (payment.Amount <= 0m)
        {
            return $"The owner's payment is {payment}. Only a payment above zero is divided.";
        }

        if (parties.Select(party => party.Outstanding).Concat([payment.Amount]).Any(amount => !Rounding.IsInMinorUnits(amount, payment.Currency)))
        {
            return $"An amount has more decimals than {payment.Currency.Code}. Correct it.";
        }

        return missing < 0m
            ? $"The owner paid {payment}, {Sentence.Amount(-missing)} more than the {Sentence.Amount(payment.Amount + missing)} outstanding. Assign the rest to its own certificate."
            : null;
    }

    private static ShortfallByShare Shortfall(IReadOnlyList<CertifiedParty> parties, Money payment, decimal missing, OwnerAllocation allocation) => allocation switch
    {
        OwnerAllocation.ProRata => ProRata(parties, payment),
        OwnerAllocation.ShortPaidScope scope => Scope(parties, payment, missing, scope.Keys),
        OwnerAllocation.ShortPaid amounts => Identified(parties, missing, amounts.Amounts),
        _ => throw new ArgumentOutOfRangeException(nameof(allocation), allocation, "The allocation is not known."),
    };

    // What is paid is divided, not what is missing: the largest remainder then favours whoever is nearest to a whole cent of payment.
    private static ShortfallByShare ProRata(IReadOnlyList<CertifiedParty> parties, Money payment)
    {
        var shares = Allocation.ByWeight(payment, [.. parties.Select(party => party.Outstanding)]);
        return new ShortfallByShare([.. parties.Select((party, index) => party.Outstanding - shares[index].Amount)], null);
    }

    private static ShortfallByShare Scope(IReadOnlyList<CertifiedParty> parties, Money payment, decimal missing, IReadOnlyList<string> keys)
    {
        if (Unknown(parties, keys) is { } unknown)
        {
            return ShortfallByShare.Stopped(unknown);
        }

        var named = parties.Where(party => keys.Contains(party.Key, StringComparer.Ordinal)).ToList();
        var outstanding = named.Sum(party => party.Outstanding);
        if (missing > outstanding)
        {
            return ShortfallByShare.Stopped(
                $"The owner is short by {Sentence.Amount(missing)}, but only {Sentence.Amount(outstanding)} is outstanding for {string.Join(", ", keys)}. Ask the owner which other scope it did not pay.");
        }

        if (missing == 0m)
        {
            return new ShortfallByShare(new decimal[parties.Count], null);
        }

        if (missing == outstanding)
        {
            return new ShortfallByShare([.. parties.Select(party => named.Contains(party) ? party.Outstanding : 0m)], null);
        }

        var inner = ProRata(named, new Money(outstanding - missing, payment.Currency));
        return new ShortfallByShare([.. parties.Select(party => named.IndexOf(party) is >= 0 and var index ? inner.Amounts[index] : 0m)], null);
    }

    private static ShortfallByShare Identified(IReadOnlyList<CertifiedParty> parties, decimal missing, IReadOnlyList<ShortPaidAmount> amounts)
    {
        if (Unknown(parties, [.. amounts.Select(amount => amount.Key)]) is { } unknown)
        {
            return ShortfallByShare.Stopped(unknown);
        }

        var identified = amounts.Sum(amount => amount.Amount);
        if (identified != missing)
        {
            return ShortfallByShare.Stopped(
                $"The owner's certificate names {Sentence.Amount(identified)} as not paid, but {Sentence.Amount(missing)} is missing. Correct the certificate's figures.");
        }

        decimal[] byShare = [.. parties.Select(party => amounts.Where(amount => string.Equals(amount.Key, party.Key, StringComparison.Ordinal)).Sum(amount => amount.Amount))];
        var wrong = parties.Where((party, index) => byShare[index] < 0m || byShare[index] > party.Outstanding).FirstOrDefault();
        return wrong is null
            ? new ShortfallByShare(byShare, null)
            : ShortfallByShare.Stopped($"More than the {Sentence.Amount(wrong.Outstanding)} outstanding, or less than nothing, is named as not paid for {wrong.Key}. Correct the certificate's figures.");
    }

    private static string? Unknown(IReadOnlyList<CertifiedParty> parties, IEnumerable<string> keys) =>
        keys.FirstOrDefault(key => !parties.Any(party => string.Equals(party.Key, key, StringComparison.Ordinal))) is { } unknown
            ? $"The owner's certificate names the share {Sentence.Quoted(unknown)}, which is not among those it was asked for. Correct the certificate."
            : null;

    private static OwnerPaymentSplit Refused(string sentence) => new([], new Refusal(ReasonCode.OwnerPaymentDiffers, sentence));

    private sealed record ShortfallByShare(IReadOnlyList<decimal> Amounts, Refusal? Refusal)
    {
        public static ShortfallByShare Stopped(string sentence) => new([], new Refusal(ReasonCode.OwnerPaymentDiffers, sentence));
    }
}
