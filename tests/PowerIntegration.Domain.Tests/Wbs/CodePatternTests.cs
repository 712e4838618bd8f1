using PowerIntegration.Domain.Wbs;
using Xunit;

namespace PowerIntegration.Domain.Tests.Wbs;

public sealed class CodePatternTests
{
    [Theory]
    [InlineData("*", "03-200", true)]
    [InlineData("*", null, true)]
    [InlineData(null, "", true)]
    [InlineData("", "03-200", true)]
    [InlineData("03-200", "03-200", true)]
    [InlineData("03-200", "03-2000", false)]
    [InlineData("03-200", null, false)]
    [InlineData("03-2*", "03-200", true)]
    [InlineData("03-2*", "03-2", true)]
    [InlineData("03-2*", "03-", false)]
    [InlineData("03-2*", "", false)]
    [InlineData("A1", "a1", false)]
    [InlineData("A*", "a1", false)]
    public void A_code_fits_exactly_by_its_beginning_or_always(string? written, string? code, bool fits) =>
        Assert.Equal(fits, CodePattern.Parse(written).Fits(code));

    [Theory]
    [InlineData("*", true, false, false, "")]
    [InlineData("03-200", false, true, false, "03-200")]
    [InlineData("03-2*", false, false, true, "03-2")]
    public void A_pattern_is_read_as_it_is_written(string written, bool isAny, bool isExact, bool isPrefix, string text)
    {
        var pattern = CodePattern.Parse(written);
        Assert.Equal((isAny, isExact, isPrefix, text), (pattern.IsAny, pattern.IsExact, pattern.IsPrefix, pattern.Text));
        Assert.Equal(written, pattern.ToString());
    }

    [Fact]
    public void An_empty_code_is_no_pattern()
    {
        Assert.Throws<ArgumentException>(() => CodePattern.Exact(""));
        Assert.Throws<ArgumentException>(() => CodePattern.StartingWith(""));
    }

    [Fact]
    public void Codes_are_equal_when_every_segment_is()
    {
        var one = Codes("N-1");
        Assert.Equal(one, Codes("N-1"));
        Assert.Equal(one.GetHashCode(), Codes("N-1").GetHashCode());
        Assert.NotEqual(one, Codes("N-2"));
        Assert.NotEqual(one, one with { SubJob = "B1" });
        Assert.Same(CustomSegments.None, CustomSegments.Of([new("area", "")]));
        Assert.Contains("area 'N-1'", one.ToString(), StringComparison.Ordinal);
    }

    private static SegmentCodes Codes(string area) => new(null, "03-200", "M") { Others = CustomSegments.Of([new("area", area)]) };
}
