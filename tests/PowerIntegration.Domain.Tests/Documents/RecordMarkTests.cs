using PowerIntegration.Domain.Documents;
using Xunit;

namespace PowerIntegration.Domain.Tests.Documents;

public sealed class RecordMarkTests
{
    private const string Key = "LAKESHORE|1|PROCORE|SUBCONTRACTOR-INVOICE|6001|1";

    [Fact]
    public void Every_part_of_every_revision_has_a_mark_of_its_own_and_always_the_same()
    {
        var marks = Enumerable
            .Range(1, 3)
            .SelectMany(part => new[] { Key, Key + "1", Key.Replace("|1|", "|2|", StringComparison.Ordinal) }.Select(key => RecordMark.Of(key, part)))
            .ToList();
        Assert.Equal(marks.Count, marks.Distinct(StringComparer.Ordinal).Count());
        Assert.All(marks, mark => Assert.Matches("^PI-[0-9A-F]{12}$", mark));
        Assert.Equal(RecordMark.Of(Key, 1), marks[0]);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(222)]
    [InlineData(223)]
    [InlineData(1000)]
    public void A_long_text_is_cut_and_the_mark_never(int length)
    {
        var mark = RecordMark.Of(Key, 1);
        var text = RecordMark.Append(new string('x', length), mark, 240);
        Assert.EndsWith(" [" + mark + "]", text, StringComparison.Ordinal);
        Assert.Equal(Math.Min(length, 222) + 18, text.Length);
        Assert.True(RecordMark.IsIn(text, mark));
        Assert.False(RecordMark.IsIn(text, RecordMark.Of(Key, 2)));
        Assert.False(RecordMark.IsIn(null, mark));
    }
}
