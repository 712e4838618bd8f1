using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.Refusals;
using Xunit;

namespace PowerIntegration.Domain.Tests.Amounts;

public sealed class MoneyTests
{
    private static readonly Money Ten = new(10m, Currency.Usd);

    [Fact]
    public void Only_nothing_is_zero()
    {
        Assert.True(Money.Zero(Currency.Usd).IsZero);
        Assert.False(new Money(0.01m, Currency.Usd).IsZero);
        Assert.False(new Money(-0.01m, Currency.Usd).IsZero);
    }

    [Fact]
    public void Amounts_of_one_currency_add_and_compare()
    {
        Assert.Equal(new Money(12.50m, Currency.Usd), Ten + Money.FromMinorUnits(250, Currency.Usd));
        Assert.Equal(new Money(-10m, Currency.Usd), -Ten);
        Assert.True(Ten > Money.Zero(Currency.Usd));
        Assert.Equal("1,234.50 USD", new Money(1234.5m, Currency.Usd).ToString());
    }

    [Theory]
    [InlineData(9.99, false, false, true, true)]
    [InlineData(10.00, false, true, true, false)]
    [InlineData(10.01, true, true, false, false)]
    public void Ten_dollars_beside_a_cent_less_the_same_and_a_cent_more(decimal other, bool isLess, bool isLessOrSame, bool isMoreOrSame, bool isMore)
    {
        var amount = new Money(other, Currency.Usd);
        Assert.Equal(isLess, Ten < amount);
        Assert.Equal(isLessOrSame, Ten <= amount);
        Assert.Equal(isMoreOrSame, Ten >= amount);
        Assert.Equal(isMore, Ten > amount);
    }

    [Fact]
    public void The_named_sums_are_those_of_the_operators()
    {
        var three = new Money(3m, Currency.Usd);
        Assert.Equal(new Money(13m, Currency.Usd), Money.Add(Ten, three));
        Assert.Equal(new Money(7m, Currency.Usd), Money.Subtract(Ten, three));
        Assert.Equal(new Money(7m, Currency.Usd), Ten - three);
        Assert.Equal(new Money(-10m, Currency.Usd), Money.Negate(Ten));
    }

    // 199,999,999,999,999 / 200,000,000,000,000 of 2,000,000,000,000.01 is a hair below a whole cent; the division of decimals shows the whole cent.
    [Fact]
    public void A_quotient_that_is_rounded_up_to_a_cent_gives_no_share_a_cent_too_much()
    {
        var shares = Allocation.ByWeight(new Money(2_000_000_000_000.01m, Currency.Usd), [199_999_999_999_999m, 1m]);
        Assert.Equal([2_000_000_000_000.00m, 0.01m], [shares[0].Amount, shares[1].Amount]);
    }

    [Fact]
    public void Two_currencies_never_meet()
    {
        Assert.True(Currency.TryFind("CAD", out var cad));
        Assert.Throws<InvariantBrokenException>(() => Ten + new Money(1m, cad));
        Assert.Throws<InvariantBrokenException>(() => Ten > new Money(1m, cad));
    }

    [Fact]
    public void A_currency_with_three_decimals_is_not_known_because_the_columns_keep_two()
    {
        Assert.False(Currency.TryFind("KWD", out var none));
        Assert.Equal(default, none);
        Assert.Equal("", none.Code);
    }

    [Fact]
    public void A_residual_is_what_the_parts_leave()
    {
        Assert.Equal(new Money(0.03m, Currency.Usd), Residual.Of(Ten, [new Money(9.97m, Currency.Usd)]));
        Assert.Throws<InvariantBrokenException>(() => Residual.RequireZero(10m, [9.97m], "Nothing is left."));
    }
}
