using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Law.PayWhenPaid;

/// <summary>What each share misses of an owner's payment, or why that cannot be said.</summary>
/// <param name="Amounts">Missing, in the order of the parties; empty where there is a problem.</param>
/// <param name="Problem">Why not; null where the amounts hold.</param>
internal sealed record OwnerShortfall(IReadOnlyList<decimal> Amounts, string? Problem)
{
    public static OwnerShortfall Of(IReadOnlyList<CertifiedParty> parties, Money payment, decimal missing, OwnerAllocation allocation) =>
        allocation switch
        {
            OwnerAllocation.ProRata => ProRata(parties, payment),
            OwnerAllocation.ShortPaidScope scope => Scope(parties, payment, missing, scope.Keys),
            OwnerAllocation.ShortPaid amounts => Identified(parties, missing, amounts.Amounts),
            _ => throw new ArgumentOutOfRangeException(nameof(allocation), allocation, "The allocation is not known."),
        };

    // What is paid is divided, not what is missing: the largest remainder then favours whoever is nearest to a whole cent of payment.
    private static OwnerShortfall ProRata(IReadOnlyList<CertifiedParty> parties, Money payment)
    {
        var shares = Allocation.ByWeight(payment, [.. parties.Select(party => party.Outstanding)]);
        return new OwnerShortfall([.. parties.Select((party, index) => party.Outstanding - shares[index].Amount)], null);
    }

    private static OwnerShortfall Scope(IReadOnlyList<CertifiedParty> parties, Money payment, decimal missing, IReadOnlyList<string> keys)
    {
        if (Unknown(parties, keys) is { } unknown)
        {
            return Stopped(unknown);
        }

        var named = parties.Where(party => keys.Contains(party.Key, StringComparer.Ordinal)).ToList();
        var outstanding = named.Sum(party => party.Outstanding);
        if (missing > outstanding)
        {
            return Stopped(
                $"The owner is short by {Sentence.Amount(missing)}, but only {Sentence.Amount(outstanding)} is outstanding for "
                    + $"{string.Join(", ", keys)}. Ask the owner which other scope it did not pay."
            );
        }

        if (missing == 0m)
        {
            return new OwnerShortfall(new decimal[parties.Count], null);
        }

        if (missing == outstanding)
        {
            return new OwnerShortfall([.. parties.Select(party => named.Contains(party) ? party.Outstanding : 0m)], null);
        }

        var inner = ProRata(named, new Money(outstanding - missing, payment.Currency));
        return new OwnerShortfall([.. parties.Select(party => named.IndexOf(party) is >= 0 and var index ? inner.Amounts[index] : 0m)], null);
    }

    private static OwnerShortfall Identified(IReadOnlyList<CertifiedParty> parties, decimal missing, IReadOnlyList<ShortPaidAmount> amounts)
    {
        if (Unknown(parties, [.. amounts.Select(amount => amount.Key)]) is { } unknown)
        {
            return Stopped(unknown);
        }

        var identified = amounts.Sum(amount => amount.Amount);
        if (identified != missing)
        {
            return Stopped(
                $"The owner's certificate names {Sentence.Amount(identified)} as not paid, but {Sentence.Amount(missing)} is missing. "
                    + "Correct the certificate's figures."
            );
        }

        decimal[] byShare =
        [
            .. parties.Select(party =>
                amounts.Where(amount => string.Equals(amount.Key, party.Key, StringComparison.Ordinal)).Sum(amount => amount.Amount)
            ),
        ];
        var wrong = parties.Where((party, index) => byShare[index] < 0m || byShare[index] > party.Outstanding).FirstOrDefault();
        return wrong is null
            ? new OwnerShortfall(byShare, null)
            : Stopped(
                $"More than the {Sentence.Amount(wrong.Outstanding)} outstanding, or less than nothing, is named as not paid for "
                    + $"{wrong.Key}. Correct the certificate's figures."
            );
    }

    private static string? Unknown(IReadOnlyList<CertifiedParty> parties, IEnumerable<string> keys) =>
        keys.FirstOrDefault(key => !parties.Any(party => string.Equals(party.Key, key, StringComparison.Ordinal))) is { } unknown
            ? $"The owner's certificate names the share {Sentence.Quoted(unknown)}, which is not among those it was asked for. "
                + "Correct the certificate."
            : null;

    private static OwnerShortfall Stopped(string sentence) => new([], sentence);
}
