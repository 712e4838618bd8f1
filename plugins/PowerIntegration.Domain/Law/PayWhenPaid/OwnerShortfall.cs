using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Law.PayWhenPaid;

/// <summary>The shortfall of each share in an owner's payment, or why it cannot be decided.</summary>
/// <param name="Amounts">Shortfalls, in the order of the parties; empty where there is a problem.</param>
/// <param name="Problem">Why not; null where the amounts are valid.</param>
internal sealed record OwnerShortfall(IReadOnlyList<decimal> Amounts, string? Problem)
{
    public static OwnerShortfall Of(IReadOnlyList<CertifiedParty> parties, Money payment, decimal missing, OwnerAllocation allocation) =>
        allocation switch
        {
            OwnerAllocation.ProRata => ProRata(parties, payment),
            OwnerAllocation.ShortPaidScope scope => Scope(parties, payment, missing, scope.Keys),
            OwnerAllocation.ShortPaid amounts => Identified(parties, payment, missing, amounts.Amounts),
            _ => throw new ArgumentOutOfRangeException(nameof(allocation), allocation, "The allocation is not known."),
        };

    // The payment is divided, not the shortfall, so that the largest remainder applies to the amounts that are paid.
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
                $"The owner's payment is short by {new Money(missing, payment.Currency)}, but only "
                    + $"{new Money(outstanding, payment.Currency)} is outstanding for "
                    + $"{string.Join(", ", keys)}. Ask the owner which other scope was not paid."
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

    private static OwnerShortfall Identified(
        IReadOnlyList<CertifiedParty> parties,
        Money payment,
        decimal missing,
        IReadOnlyList<ShortPaidAmount> amounts
    )
    {
        if (Unknown(parties, [.. amounts.Select(amount => amount.Key)]) is { } unknown)
        {
            return Stopped(unknown);
        }

        var identified = amounts.Sum(amount => amount.Amount);
        if (identified != missing)
        {
            return Stopped(
                $"The owner's certificate lists {new Money(identified, payment.Currency)} as unpaid, but the payment is short by "
                    + $"{new Money(missing, payment.Currency)}. "
                    + "Correct the figures on the certificate."
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
                $"The unpaid amount for {wrong.Key} must be between zero and the {new Money(wrong.Outstanding, payment.Currency)} outstanding. "
                    + "Correct the figures on the certificate."
            );
    }

    private static string? Unknown(IReadOnlyList<CertifiedParty> parties, IEnumerable<string> keys) =>
        keys.FirstOrDefault(key => !parties.Any(party => string.Equals(party.Key, key, StringComparison.Ordinal))) is { } unknown
            ? $"The owner's certificate lists share {Sentence.Quoted(unknown)}, which was not billed to the owner. " + "Correct the certificate."
            : null;

    private static OwnerShortfall Stopped(string sentence) => new([], sentence);
}
