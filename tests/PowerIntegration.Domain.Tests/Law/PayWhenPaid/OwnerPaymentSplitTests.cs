using CsCheck;
using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.Law.PayWhenPaid;
using PowerIntegration.Domain.Law.Reasons;
using PowerIntegration.Domain.Tests.Law.Tax;
using Xunit;

namespace PowerIntegration.Domain.Tests.Law.PayWhenPaid;

public sealed class OwnerPaymentSplitTests
{
    private static readonly string[] Keys = ["S1", "S2", "S3", "own_work"];

    private static readonly OwnerAllocation ProRata = new OwnerAllocation.ProRata();

    [Fact]
    public void E18_pro_rata_by_largest_remainder()
    {
        var example = RegionalExample.Load("E18");
        var split = OwnerPaymentSplit.Of(Parties(example), Usd(RegionalExample.Number(example.Inputs, "owner_paid")), ProRata);
        Assert.Null(split.Refusal);
        foreach (var share in split.Shares)
        {
            Assert.Equal(RegionalExample.Number(example.Expected.GetProperty("released_now"), share.Key), share.Released);
            Assert.Equal(RegionalExample.Number(example.Expected.GetProperty("still_blocked"), share.Key), share.Blocked);
        }

        Assert.Equal(65_000.00m, split.Shares.Sum(share => share.Released));
    }

    [Fact]
    public void E18_a_named_scope_is_short_and_every_other_share_is_paid_in_full()
    {
        var parties = Parties(RegionalExample.Load("E18"));
        AssertReleased(
            [41_237.11m, 8_990.45m, 9_772.44m, 30_000.00m],
            OwnerPaymentSplit.Of(parties, Usd(90_000m), new OwnerAllocation.ShortPaidScope(["S2"]))
        );

        // 35,000 are missing, more than S2 has outstanding: of the subcontractors only S2 is short, our own work bears the rest.
        var both = OwnerPaymentSplit.Of(parties, Usd(65_000m), new OwnerAllocation.ShortPaidScope(["S2", "own_work"]));
        AssertReleased([41_237.11m, 5_423.20m, 9_772.44m, 8_567.25m], both);
        var tooLittle = OwnerPaymentSplit.Of(parties, Usd(65_000m), new OwnerAllocation.ShortPaidScope(["S2"]));
        Assert.Contains("only 18,990.45 USD is outstanding for S2", tooLittle.Refusal!.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Named_amounts_rule_where_they_add_up_to_what_is_missing()
    {
        var parties = Parties(RegionalExample.Load("E18"));
        AssertReleased(
            [41_237.11m, 3_990.45m, 9_772.44m, 10_000.00m],
            OwnerPaymentSplit.Of(parties, Usd(65_000m), new OwnerAllocation.ShortPaid([new("S2", 15_000m), new("own_work", 20_000m)]))
        );
        Refused(
            parties,
            65_000m,
            new OwnerAllocation.ShortPaid([new("S2", 15_000m)]),
            "lists 15,000.00 USD as unpaid, but the payment is short by 35,000.00 USD"
        );
        Refused(parties, 65_000m, new OwnerAllocation.ShortPaid([new("S2", 35_000m)]), "18,990.45 USD outstanding");
        Refused(parties, 65_000m, new OwnerAllocation.ShortPaid([new("S2", -1m), new("own_work", 35_001m)]), "outstanding");
    }

    [Fact]
    public void A_scope_that_is_paid_in_full_or_not_at_all_needs_no_proportion()
    {
        var parties = Parties(RegionalExample.Load("E18"));
        AssertReleased(
            [.. parties.Select(party => party.Outstanding)],
            OwnerPaymentSplit.Of(parties, Usd(100_000m), new OwnerAllocation.ShortPaidScope(["S2"]))
        );
        AssertReleased(
            [41_237.11m, 0m, 9_772.44m, 30_000m],
            OwnerPaymentSplit.Of(parties, Usd(81_009.55m), new OwnerAllocation.ShortPaidScope(["S2"]))
        );
    }

    [Fact]
    public void A_payment_that_cannot_be_divided_is_refused_by_name()
    {
        var parties = Parties(RegionalExample.Load("E18"));
        Refused(parties, 100_000.01m, ProRata, "0.01 USD more than the 100,000.00 USD outstanding");
        Refused(parties, 0m, ProRata, "above zero");
        Refused(parties, -5m, ProRata, "above zero");
        Refused(parties, 1.005m, ProRata, "more decimal places");
        Refused([new("S1", -3m), new("S2", 10m)], 5m, ProRata, "S1 has -3.00 USD outstanding");
        Refused([new("S1", 3m), new("S1", 10m)], 5m, ProRata, "more than once");
        Refused(parties, 65_000m, new OwnerAllocation.ShortPaidScope(["S9"]), "'S9'");
        Refused([], 5m, ProRata, "more than the 0.00 USD outstanding");
    }

    [Fact]
    public void Shares_add_up_to_the_payment_within_the_outstanding_amounts_and_near_their_proportion() =>
        Gen.Select(Gen.Long[0, 500_000_000].Array[1, 40], Gen.Int[1, 1000])
            .Where((cents, _) => cents.Sum() > 0)
            .Sample(
                (cents, permille) =>
                {
                    CertifiedParty[] parties = [.. cents.Select((amount, index) => new CertifiedParty($"S{index}", amount / 100m))];
                    var total = parties.Sum(party => party.Outstanding);
                    var paid = Math.Max(0.01m, Rounding.ToMinorUnit(total * permille / 1000m, Currency.Usd));
                    var split = OwnerPaymentSplit.Of(parties, Usd(paid), ProRata);
                    Assert.Equal(paid, split.Shares.Sum(share => share.Released));
                    foreach (var (share, party) in split.Shares.Zip(parties))
                    {
                        Assert.InRange(share.Released, 0m, party.Outstanding);
                        Assert.Equal(party.Outstanding, share.Released + share.Blocked);
                        Assert.True(Math.Abs(share.Released - (party.Outstanding * paid / total)) < 0.01m);
                    }
                },
                iter: 500
            );

    [Fact]
    public void Payments_one_after_the_other_release_everything_once() =>
        Gen.Select(Gen.Long[1, 5_000_000].Array[1, 20], Gen.Int[1, 900].Array[1, 5])
            .Sample(
                (cents, parts) =>
                {
                    CertifiedParty[] parties = [.. cents.Select((amount, index) => new CertifiedParty($"S{index}", amount / 100m))];
                    var released = new decimal[cents.Length];
                    foreach (var permille in parts.Append(1000))
                    {
                        var outstanding = parties.Sum(party => party.Outstanding);
                        var paid = permille == 1000 ? outstanding : Rounding.ToMinorUnit(outstanding * permille / 1000m, Currency.Usd);
                        if (paid > 0m)
                        {
                            var split = OwnerPaymentSplit.Of(parties, Usd(paid), ProRata);
                            released = [.. released.Zip(split.Shares, (sum, share) => sum + share.Released)];
                            parties = [.. split.Shares.Select(share => new CertifiedParty(share.Key, share.Blocked))];
                        }
                    }

                    Assert.Equal(cents.Select(amount => amount / 100m), released);
                },
                iter: 300
            );

    private static CertifiedParty[] Parties(RegionalExample example) =>
        [.. Keys.Select(key => new CertifiedParty(key, RegionalExample.Number(example.Inputs.GetProperty("certified_net"), key)))];

    private static void AssertReleased(decimal[] released, OwnerPaymentSplit split)
    {
        Assert.Null(split.Refusal);
        Assert.Equal(released, split.Shares.Select(share => share.Released));
    }

    private static void Refused(CertifiedParty[] parties, decimal paid, OwnerAllocation allocation, string what)
    {
        var split = OwnerPaymentSplit.Of(parties, Usd(paid), allocation);
        Assert.Equal(LawReasons.OwnerPaymentDiffers, split.Refusal!.Code);
        Assert.Contains(what, split.Refusal.Sentence, StringComparison.Ordinal);
        Assert.Empty(split.Shares);
    }

    private static Money Usd(decimal amount) => new(amount, Currency.Usd);
}
