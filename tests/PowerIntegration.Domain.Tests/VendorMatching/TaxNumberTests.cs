using PowerIntegration.Domain.VendorMatching;
using Xunit;

namespace PowerIntegration.Domain.Tests.VendorMatching;

public sealed class TaxNumberTests
{
    [Theory]
    [InlineData("12-3456780")]
    [InlineData(" 12 3456780 ")]
    [InlineData("12\u20133456780")]
    [InlineData("EIN 12-3456780")]
    [InlineData("EIN12-3456780")]
    [InlineData("12-3456780 (FEIN)")]
    [InlineData("12.3456780")]
    [InlineData("123-45-6780")]
    [InlineData("\uFF11\uFF12\uFF0D\uFF13\uFF14\uFF15\uFF16\uFF17\uFF18\uFF10")]
    [InlineData("12\u200B3456780")]
    [InlineData("123456780.0")]
    [InlineData("12_3456780")]
    [InlineData("W-9: 12-3456780")]
    public void How_it_was_typed_makes_no_difference(string text) => Assert.Equal("US 123456780", Key(text, "US"));

    [Fact]
    public void A_spreadsheet_drops_the_zero_at_the_beginning()
    {
        Assert.Equal("US 012345670", Key("12345670", "US"));
        Assert.Equal("US 012345670", Key("01-2345670", "US"));
        Assert.Equal("CA 12345670", Key("12345670", "CA"));
    }

    [Theory]
    [InlineData("", TaxNumberFault.Missing)]
    [InlineData("  ", TaxNumberFault.Missing)]
    [InlineData("N/A", TaxNumberFault.NotANumber)]
    [InlineData("Applied for", TaxNumberFault.NotANumber)]
    [InlineData("12345", TaxNumberFault.NotANumber)]
    [InlineData("1234567", TaxNumberFault.NotANumber)]
    [InlineData("12-3456780-001", TaxNumberFault.NotANumber)]
    [InlineData("XX-XXX6780", TaxNumberFault.NotANumber)]
    [InlineData("X2-3456780", TaxNumberFault.NotANumber)]
    [InlineData("*2-3456780", TaxNumberFault.NotANumber)]
    [InlineData("_2-3456780", TaxNumberFault.NotANumber)]
    [InlineData("12-345678O", TaxNumberFault.NotANumber)]
    [InlineData("1.23456780E+08", TaxNumberFault.NotANumber)]
    [InlineData("12-3456789", TaxNumberFault.Placeholder)]
    [InlineData("12345678", TaxNumberFault.Placeholder)]
    [InlineData("98-7654321", TaxNumberFault.Placeholder)]
    [InlineData("99-9999999", TaxNumberFault.Placeholder)]
    [InlineData("99999999", TaxNumberFault.Placeholder)]
    [InlineData("00-1234567", TaxNumberFault.Placeholder)]
    [InlineData("12-0000000", TaxNumberFault.Placeholder)]
    [InlineData("00-0000000", TaxNumberFault.Placeholder)]
    public void What_identifies_no_company_is_refused(string text, TaxNumberFault fault)
    {
        Assert.Equal(fault, TaxNumber.Read(text, "US", out var number));
        Assert.Null(number);
    }

    [Fact]
    public void Without_a_country_digits_say_nothing() => Assert.Equal(TaxNumberFault.CountryMissing, TaxNumber.Read("123456780", "", out _));

    [Fact]
    public void Letters_count_where_a_country_has_them()
    {
        var one = Read("ABC010101AB1", "MX");
        Assert.True(one.IsSame(Read("RFC: ABC-010101-AB1", "MX")));
        Assert.False(one.IsSame(Read("ABC 010101 XY1", "MX")));
        Assert.False(one.IsSame(Read("XYZ010101CD1", "MX")));
        Assert.True(Read("GB123456780", "GB").IsSame(Read("123 4567 80", "GB")));
        Assert.Equal(TaxNumberFault.Placeholder, TaxNumber.Read("XAXX010101000", "MX", out _));
    }

    [Theory]
    [InlineData("12-3456708", true)]
    [InlineData("12-3456781", true)]
    [InlineData("12-3456807", false)]
    [InlineData("21-3456708", false)]
    public void A_slip_is_one_digit_or_two_neighbors(string text, bool isSlip)
    {
        var number = Read("12-3456780", "US");
        var other = Read(text, "US");
        Assert.Equal(isSlip, number.IsSlipOf(other));
        Assert.Equal(isSlip, number.SlipKeys().Contains(other.Key));
    }

    private static TaxNumber Read(string text, string country)
    {
        Assert.Equal(TaxNumberFault.None, TaxNumber.Read(text, country, out var number));
        return number!;
    }

    private static string Key(string text, string country) => Read(text, country).Key;
}
