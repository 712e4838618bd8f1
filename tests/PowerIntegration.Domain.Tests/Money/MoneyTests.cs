using PowerIntegration.Domain.Refusals;
using Xunit;

namespace PowerIntegration.Domain.Tests.Amounts;

public sealed class MoneyTests
{
    private static readonly Money Ten = new(10m, Currency.Usd);

    [Fact]
    public void Amounts_of_one_currency_add_and_compare()
    {
        Assert.Equal(new Money(12.50m, Currency.Usd), Ten + Money.FromMinorUnits(250, Currency.Usd));
        Assert.Equal(new Money(-10m, Currency.Usd), -Ten);
        Assert.True(Ten > Money.Zero(Currency.Usd));
        Assert.Equal("1,234.50 USD", new Money(1234.5m, Currency.Usd).ToString());
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
