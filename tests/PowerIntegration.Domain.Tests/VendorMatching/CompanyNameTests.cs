using PowerIntegration.Domain.VendorMatching;
using Xunit;

namespace PowerIntegration.Domain.Tests.VendorMatching;

public sealed class CompanyNameTests
{
    [Theory]
    [InlineData("Delta Steel LLC", "DELTA  STEEL, L.L.C.")]
    [InlineData("Delta Steel", "The Delta Steel Company, Inc.")]
    [InlineData("Carver & Walsh Roofing", "carver and walsh roofing l l c")]
    [InlineData("Lone-Star Tile + Stone", "Lone Star Tile & Stone Ltd.")]
    [InlineData("O'Brien Masonry", "O\u2019BRIEN MASONRY Corp")]
    [InlineData("Construcciones Peña", "CONSTRUCCIONES PENA, S.A. de C.V.")]
    [InlineData("Groß Metallbau GmbH", "Gross Metallbau")]
    [InlineData("Ｄｅｌｔａ Steel", "Delta Steel")]
    [InlineData("Smith & Co.", "Smith")]
    [InlineData("A.B.C. Paving", "ABC Paving Inc")]
    public void Two_ways_to_write_a_name_are_one(string one, string other) => Assert.Equal(Key(one), Key(other));

    [Fact]
    public void An_accent_divides_no_word() => Assert.Equal(["compania", "pena"], CompanyName.In("Compañía Peña, S.A.").Single().Words);

    [Theory]
    [InlineData("Delta Steel", "Delta Steel Erectors")]
    [InlineData("Delta Steel of Tampa", "Delta Steel")]
    [InlineData("Delta Steel 1", "Delta Steel 2")]
    [InlineData("Company Wrench", "Wrench")]
    public void Two_names_stay_two(string one, string other) => Assert.NotEqual(Key(one), Key(other));

    [Theory]
    [InlineData("Delta Steel LLC dba Tampa Iron")]
    [InlineData("Delta Steel LLC d/b/a Tampa Iron")]
    [InlineData("Delta Steel, D.B.A. Tampa Iron, Inc.")]
    [InlineData("Delta Steel doing business as: Tampa Iron")]
    public void A_name_it_does_business_as_is_a_second_name(string text) =>
        Assert.Equal(["deltasteel", "tampairon"], CompanyName.All(text, "Delta Steel").Select(name => name.Key));

    [Theory]
    [InlineData("Adbar Steel")]
    [InlineData("T A Miller")]
    public void Letters_within_words_are_no_second_name(string text) => Assert.Single(CompanyName.In(text));

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData(" -- ")]
    [InlineData("\uD800")]
    public void What_has_no_letters_is_no_name(string? text) => Assert.True(CompanyName.All(text).All(name => name.Key == "\uFFFD"));

    [Fact]
    public void Shortened_trade_words_are_alike_and_not_the_same()
    {
        var one = CompanyName.In("Mercer Mech Contr").Single();
        var other = CompanyName.In("Mercer Mechanical Contractors").Single();
        Assert.NotEqual(one.Key, other.Key);
        Assert.Equal(100, one.Likeness(other));
    }

    [Theory]
    [InlineData("Frontier Concrete", "Pioneer Concrete", false)]
    [InlineData("National Steel", "National Plumbing", false)]
    [InlineData("Frontier Concrete", "Frotnier Concrete", true)]
    [InlineData("Frontier Concrete", "Frontier Concrete of Tampa", true)]
    public void Trade_words_alone_do_not_relate_names(string one, string other, bool isRelated) =>
        Assert.Equal(isRelated, CompanyName.In(one).Single().IsRelated(CompanyName.In(other).Single()));

    private static string Key(string text) => CompanyName.In(text).Single().Key;
}
