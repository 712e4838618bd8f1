using PowerIntegration.Domain.ContractBilling.Checks;
using Xunit;

namespace PowerIntegration.Domain.Tests.ContractBilling.Checks;

/// <summary>Line IDs that people read as the same, and those that were seen before.</summary>
public sealed class SeenIdsTests
{
    [Theory]
    [InlineData("ab  cd ef", "AB CD EF")]
    [InlineData(" 01\t02 ", "01 02")]
    [InlineData("1\u20113", "1-3")]
    [InlineData("1\u200b2", "12")]
    public void A_key_has_single_spaces_between_words(string id, string key) => Assert.Equal(key, LineIdKey.Of(id));

    [Theory]
    [InlineData("09-AZ.1", true)]
    [InlineData("", true)]
    [InlineData("/", false)]
    [InlineData(":", false)]
    [InlineData("@", false)]
    [InlineData("[", false)]
    [InlineData("a", false)]
    [InlineData("1 2", false)]
    [InlineData("_", false)]
    [InlineData("\u00c9", false)]
    public void Digits_capitals_dashes_and_points_are_their_own_key(string id, bool isPlain) => Assert.Equal(isPlain, LineIdKey.IsPlain(id));

    [Fact]
    public void An_ID_is_found_in_the_spelling_in_which_it_was_seen()
    {
        var seen = new SeenIds(4);
        Assert.True(seen.Add("1"));
        Assert.True(seen.Add("2"));
        Assert.True(seen.Add("10"));
        Assert.Equal("1", seen.SpellingOf("1"));
        Assert.Equal("10", seen.SpellingOf("10"));
        Assert.Null(seen.SpellingOf("3"));
        Assert.Equal("2", seen.SpellingOf(" 2"));
        Assert.Null(seen.SpellingOf("a"));

        Assert.True(seen.Add("a b"));
        Assert.False(seen.Add("A  B"));
        Assert.False(seen.Add("1"));
        Assert.True(seen.Add("3"));
        Assert.False(seen.Add("3"));
        Assert.Equal("a b", seen.SpellingOf("A B"));
        Assert.Equal("3", seen.SpellingOf("3"));
        Assert.Null(seen.SpellingOf("4"));
    }

    [Fact]
    public void IDs_rise_by_their_length_and_then_by_their_letters()
    {
        Assert.True(SeenIds.IsBefore("9", "10"));
        Assert.True(SeenIds.IsBefore("10", "11"));
        Assert.False(SeenIds.IsBefore("10", "10"));
        Assert.False(SeenIds.IsBefore("11", "10"));
        Assert.False(SeenIds.IsBefore("10", "9"));
    }
}
