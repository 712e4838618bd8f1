using CsCheck;
using PowerIntegration.Domain.Amounts;
using Xunit;

namespace PowerIntegration.Domain.Tests.Amounts;

public sealed class RoundingProperties
{
    private static readonly Gen<decimal> GenAmount = Gen.Long[-1_000_000_000_000, 1_000_000_000_000].Select(value => value / 10_000m);

    [Fact]
    public void Rounding_is_the_nearest_cent_and_half_goes_away_from_zero() =>
        GenAmount.Sample(amount =>
        {
            var specified = Math.Sign(amount) * decimal.Floor((Math.Abs(amount) * 100m) + 0.5m) / 100m;
            Assert.Equal(specified, Rounding.ToMinorUnit(amount, Currency.Usd));
        });

    [Fact]
    public void Rounding_twice_is_rounding_once_and_a_credit_mirrors_its_invoice() =>
        GenAmount.Sample(amount =>
        {
            var once = Rounding.ToMinorUnit(amount, Currency.Usd);
            Assert.Equal(once, Rounding.ToMinorUnit(once, Currency.Usd));
            Assert.Equal(-once, Rounding.ToMinorUnit(-amount, Currency.Usd));
            Assert.True(Math.Abs(once - amount) <= Rounding.HalfMinorUnit(Currency.Usd));
        });

    [Theory]
    [InlineData("USD", "0.125", "0.13")]
    [InlineData("USD", "0.115", "0.12")]
    [InlineData("USD", "-0.125", "-0.13")]
    [InlineData("USD", "123.455", "123.46")]
    [InlineData("JPY", "0.5", "1")]
    [InlineData("JPY", "2.5", "3")]
    public void Midpoints_never_go_to_the_even_neighbour(string code, string amount, string rounded)
    {
        Assert.True(Currency.TryFind(code, out var currency));
        Assert.Equal(Parse(rounded), Rounding.ToMinorUnit(Parse(amount), currency));
    }

    private static decimal Parse(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
