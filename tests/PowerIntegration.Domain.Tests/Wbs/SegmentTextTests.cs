using PowerIntegration.Domain.Wbs;
using Xunit;

namespace PowerIntegration.Domain.Tests.Wbs;

public sealed class SegmentTextTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("Area=N-1|Phase=2", "Area:N-1 Phase:2")]
    [InlineData(" Area = N-1 ", "Area:N-1")]
    [InlineData("A%7CB=x%3Dy%257C", "A|B:x=y%7C")]
    [InlineData("Area=", "Area:")]
    public void A_text_is_read(string? text, string expected) =>
        Assert.Equal(expected, string.Join(' ', SegmentText.Read(text)!.Select(segment => $"{segment.Key}:{segment.Value}")));

    [Theory]
    [InlineData("Area")]
    [InlineData("=N")]
    [InlineData("Area=N|Area=S")]
    [InlineData("Area=N|")]
    public void What_is_not_of_this_form_is_no_text(string text) => Assert.Null(SegmentText.Read(text));

    [Fact]
    public void What_is_written_is_read_again_whatever_characters_it_has()
    {
        var segments = new Dictionary<string, string>
        {
            ["Zone|1"] = "a=b%|",
            ["%7C"] = "%3D",
            ["Area"] = "N 1",
        };
        var text = SegmentText.Write(segments);
        Assert.StartsWith("%257C=", text, StringComparison.Ordinal);
        Assert.Equal(segments, SegmentText.Read(text)!.ToDictionary());
        Assert.Null(SegmentText.Write([]));
    }
}
