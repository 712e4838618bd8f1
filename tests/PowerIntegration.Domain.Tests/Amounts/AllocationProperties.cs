using CsCheck;
using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Tests.Builders;
using Xunit;

namespace PowerIntegration.Domain.Tests.Amounts;

public sealed class AllocationProperties
{
    private static readonly Gen<decimal> GenWeight = Gen.Long[0, 10_000_000_000].Select(cents => cents / 100m);

    private static readonly Gen<decimal[]> GenWeights = GenWeight.Array[1, 60].Where(weights => weights.Sum() > 0m);

    [Fact]
    public void Shares_add_up_and_none_is_a_cent_away_from_its_exact_part() =>
        Gen.Select(Gen.Long[-1_000_000_000_000, 1_000_000_000_000], GenWeights)
            .Sample(
                (cents, weights) =>
                {
                    var total = Money.FromMinorUnits(cents, Currency.Usd);
                    var shares = Allocation.ByWeight(total, weights);
                    Assert.Equal(total.Amount, shares.Sum(share => share.Amount));
                    foreach (var (share, weight) in shares.Zip(weights))
                    {
                        Assert.True(
                            Math.Abs(share.Amount - (total.Amount * weight / weights.Sum())) < 0.01m,
                            $"{share} of {total} for {weight} of {weights.Sum()}"
                        );
                        Assert.True(Rounding.IsInMinorUnits(share.Amount, Currency.Usd));
                    }
                }
            );

    [Fact]
    public void Equal_weights_differ_by_one_cent_at_most() =>
        Gen.Select(Gen.Long[-100_000, 100_000], Gen.Int[1, 100])
            .Sample(
                (cents, count) =>
                {
                    var shares = Allocation.ByWeight(Money.FromMinorUnits(cents, Currency.Usd), [.. Enumerable.Repeat(1m, count)]);
                    Assert.True(shares.Max(share => share.Amount) - shares.Min(share => share.Amount) <= 0.01m);
                }
            );

    [Fact]
    public void A_credit_is_divided_like_the_invoice_it_reverses() =>
        Gen.Select(Gen.Long[0, 1_000_000], GenWeights)
            .Sample(
                (cents, weights) =>
                {
                    var shares = Allocation.ByWeight(Money.FromMinorUnits(cents, Currency.Usd), weights);
                    Assert.Equal(shares.Select(share => -share), Allocation.ByWeight(Money.FromMinorUnits(-cents, Currency.Usd), weights));
                }
            );

    [Fact]
    public void Shares_are_those_that_sorting_by_remainder_gives() =>
        Gen.Select(Gen.Long[-1_000_000_000_000, 1_000_000_000_000], GenWeights)
            .Sample((cents, weights) => AssertSorted(cents, weights), iter: RandomCases.Of(20_000));

    [Fact]
    public void Of_many_equal_remainders_the_earlier_shares_get_the_cents() =>
        Gen.Select(Gen.Long[-3_000, 3_000], Gen.Int[1, 4].Array[1, 400])
            .Sample((cents, weights) => AssertSorted(cents, [.. weights.Select(weight => (decimal)weight)]), iter: RandomCases.Of(5_000));

    [Fact]
    public void Weights_of_many_digits_are_divided_to_the_last_one() =>
        Gen.Select(Gen.Long[0, 1_000_000], Gen.Long[1, 1_000_000_000_000].Array[1, 40])
            .Sample((cents, weights) => AssertSorted(cents, [.. weights.Select(weight => weight / 1_000_000_000m)]), iter: RandomCases.Of(5_000));

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void Ten_thousand_shares_in_rising_and_falling_order_are_those_that_sorting_gives(int step)
    {
        decimal[] weights = [.. Enumerable.Range(0, 10_000).Select(place => (decimal)((5_000 * (1 - step)) + (step * place)))];
        foreach (var cents in new[] { 1L, 9_999L, 123_456_789L })
        {
            AssertSorted(cents, weights);
        }
    }

    [Fact]
    public void Five_cents_over_ten_lines_are_five_lines_of_one_cent()
    {
        var shares = Allocation.ByWeight(new Money(0.05m, Currency.Usd), [.. Enumerable.Repeat(1m, 10)]);
        Assert.Equal(5, shares.Count(share => share.Amount == 0.01m));
        Assert.Equal(5, shares.Count(share => share.IsZero));
    }

    [Fact]
    public void The_cut_of_E13_goes_by_largest_remainder()
    {
        var shares = Allocation.ByWeight(new Money(-8500m, Currency.Usd), [12000m, 10500m, 8000m]);
        Assert.Equal([-3344.26m, -2926.23m, -2229.51m], shares.Select(share => share.Amount));
    }

    [Theory]
    [InlineData("0.005", "1")]
    [InlineData("1.00", "0")]
    [InlineData("1.00", "-1 2")]
    public void What_cannot_be_divided_breaks_an_invariant(string total, string weights)
    {
        var parts = weights.Split(' ').Select(weight => decimal.Parse(weight, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        Assert.Throws<InvariantBrokenException>(() =>
            Allocation.ByWeight(new Money(decimal.Parse(total, System.Globalization.CultureInfo.InvariantCulture), Currency.Usd), parts)
        );
    }

    private static void AssertSorted(long cents, decimal[] weights) =>
        Assert.Equal(
            SortedAllocation.ByWeight(cents, weights),
            Allocation.ByWeight(Money.FromMinorUnits(cents, Currency.Usd), weights).Select(share => share.Amount)
        );
}
